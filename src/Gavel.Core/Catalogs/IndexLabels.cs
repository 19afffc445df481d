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

    /// <param name="number">The number that the row is known by; null where it is not.</param>
    /// <returns>The title without what the template shows before it, or without the number.</returns>
    public string? TitleWithin(string? text, int? number = null)
    {
        if (text is null) return text;
        // What was meant as a link and is none keeps its brackets: "[ZIP-1: T](a b.md)".
        if (text is ['[', ..] && text.IndexOf("](", StringComparison.Ordinal) is var end and > 0) text = text[1..end];
        var read = process.Current.Title is { } title ? TitleReader.Read(title.Pattern, text) : null;
        return read is { Title.Length: > 0 } && !string.Equals(read.Title, text, StringComparison.Ordinal) ? read.Title : BehindNumber(text, number) ?? text;
    }

    // "ZIP 3: Title", "#0003 Title", "3 - Title", where the template shows no number.
    private string? BehindNumber(string text, int? number)
    {
        var rest = text.AsSpan().TrimStart();
        if (rest.StartsWith(process.Name, StringComparison.OrdinalIgnoreCase)) rest = rest[process.Name.Length..].TrimStart(" -_#\u00a0");
        else if (rest is ['#', ..]) rest = rest[1..];
        else if (number is null || CountOf(text) != number) return null;
        var digits = rest.IndexOfAnyExcept("0123456789");
        if (digits <= 0 || rest[digits] is not (' ' or ':' or '.' or '-' or '\u2013' or '\u2014')) return null;
        rest = rest[digits..].TrimStart(" :.-\u2013\u2014\u00a0");
        return rest.IsEmpty ? null : rest.ToString();
    }

    /// <summary>The number before the sign that parts it from a title: <c>3 - Title</c>.</summary>
    /// <returns>Null where there is none.</returns>
    public static int? CountOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var digits = text.IndexOfAnyExcept("0123456789");
        return digits is > 0 and < 10 && text[digits..].TrimStart(' ') is [':' or '-' or '\u2013' or '\u2014' or '.', ' ', ..] ? int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }
}
