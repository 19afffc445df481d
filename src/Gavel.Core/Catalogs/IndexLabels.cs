using System.Globalization;
using Gavel.Core.Processes;

namespace Gavel.Core.Catalogs;

/// <summary>Reads what rows of indexes call the proposals of a process: <c>RFC-3</c>, <c>[#0003] Title</c>, <c>3</c>.</summary>
internal sealed class IndexLabels(Process process)
{
    /// <param name="text">Null where there is none.</param>
    /// <param name="bare">A number alone counts too.</param>
    /// <returns>Null where no number is told, or one of ten digits and more.</returns>
    public int? NumberOf(string? text, bool bare)
    {
        if (text is null) return null;
        var rest = text.AsSpan().Trim().TrimStart("[(#");
        if (rest.StartsWith(process.Name, StringComparison.OrdinalIgnoreCase)) rest = rest[process.Name.Length..].TrimStart(" -_#:\u00a0");
        else if (!bare) return null;
        rest = rest.TrimStart("#");
        var digits = rest.IndexOfAnyExcept("0123456789");
        var number = digits < 0 ? rest : rest[..digits];
        return number.Length is > 0 and < 10 ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Whether there is no title beside the number: <c>[3]</c>, <c>RFC-3</c>.</summary>
    public bool IsNumberAlone(string text)
    {
        var label = text.AsSpan().Trim("[(#])");
        if (!label.IsEmpty && !label.ContainsAnyExceptInRange('0', '9')) return true;
        return NumberOf(text, bare: false) is not null && !label[process.Name.Length..].ContainsAnyExcept(" -_#:\u00a00123456789");
    }

    /// <returns>The title without what the template shows before it, or without the number.</returns>
    public string? TitleWithin(string? text)
    {
        if (text is null || process.Current.Title is not { } title) return text;
        // What was meant as a link and is none keeps its brackets: "[ZIP-1: T](a b.md)".
        if (text is ['[', ..] && text.IndexOf("](", StringComparison.Ordinal) is var end and > 0) text = text[1..end];
        var read = TitleReader.Read(title.Pattern, text);
        return read is { Title.Length: > 0 } && !string.Equals(read.Title, text, StringComparison.Ordinal) ? read.Title : BehindNumber(text) ?? text;
    }

    // "ZIP 3: Title", "#0003 Title", where the template shows no number.
    private string? BehindNumber(string text)
    {
        var rest = text.AsSpan().TrimStart();
        if (rest.StartsWith(process.Name, StringComparison.OrdinalIgnoreCase)) rest = rest[process.Name.Length..].TrimStart(" -_#\u00a0");
        else if (rest is ['#', ..]) rest = rest[1..];
        else return null;
        var digits = rest.IndexOfAnyExcept("0123456789");
        if (digits <= 0 || rest[digits] is not (' ' or ':' or '.' or '-' or '\u2013' or '\u2014')) return null;
        rest = rest[digits..].TrimStart(" :.-\u2013\u2014\u00a0");
        return rest.IsEmpty ? null : rest.ToString();
    }
}
