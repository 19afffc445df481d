using System.Globalization;
using Gavel.Core.Templates;

namespace Gavel.Core.Processes;

/// <summary>A title taken apart.</summary>
/// <param name="Number">Null where none is written, or a label or a placeholder stands in its place.</param>
/// <param name="Label">What stands in the number's place and is no number: <c>milestone-25</c>, <c>NNNN</c>; null otherwise.</param>
/// <param name="Title">Without name, number and separators; empty where nothing is left.</param>
/// <param name="IsExact">True when writing the parts by the pattern gives the heading back.</param>
public sealed record TitleReading(int? Number, string? Label, string Title, bool IsExact)
{
    /// <summary>The digits as written, with their padding; null where there are none.</summary>
    public string? Digits { get; init; }
}

/// <summary>Reads titles by a template's pattern, in the spellings that people use: <c>RFC 54 - T</c>, <c>RFC-54: T</c>, <c>54. T</c>, <c>[54] T</c>. Writes them by the letter.</summary>
public static class TitleReader
{
    private const string Separators = " \t-–—:.|#_)]}/,\u00a0";
    private const int LongestNumber = 9; // digits

    public static TitleReading Read(TitlePattern pattern, string heading)
    {
        var text = heading.AsSpan().Trim();
        if (!pattern.HasNumber) return WithoutNumber(pattern, text);
        var at = text.Length - text.TrimStart("[({#< ").Length;
        // "Rail RFC GAP-12": all that stands before the number.
        var lead = pattern.Tokens[0] is { Part: TitlePart.Literal } first ? first.Text.AsSpan().TrimEnd(Separators) : default;
        var isLed = lead.Contains(' ') && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && lead.Length < text.Length && !char.IsLetter(text[lead.Length]);
        at = isLed ? text.Length - text[lead.Length..].TrimStart(Separators).Length : SkipName(pattern.Name, text, at);
        var found = NumberAt(text, at, afterName: isLed || pattern.Name is not null && HasName(pattern.Name, text));
        if (found.Digits.Length + found.Label.Length == 0) return new TitleReading(null, null, text.ToString(), IsExact: false);
        var title = BehindSeparators(text[found.End..]).Trim().ToString();
        var isExact = string.Equals(Write(pattern, found.Digits + found.Label, title), heading, StringComparison.Ordinal);
        return found.Digits.Length == 0
            ? new TitleReading(null, found.Label, title, isExact)
            : new TitleReading(int.Parse(found.Digits, CultureInfo.InvariantCulture), null, title, isExact) { Digits = found.Digits };
    }

    /// <param name="number">As it is to be written; null leaves the place empty.</param>
    public static string Write(TitlePattern pattern, string? number, string title) =>
        string.Concat(pattern.Tokens.Select(t => t.Part switch
        {
            TitlePart.Number => number ?? "",
            TitlePart.Title => title,
            _ => t.Text,
        })).Trim();

    // "RFC: {title}", or the title alone.
    private static TitleReading WithoutNumber(TitlePattern pattern, ReadOnlySpan<char> text)
    {
        var prefix = pattern.Tokens.IsDefaultOrEmpty || pattern.Tokens[0].Part != TitlePart.Literal ? "" : pattern.Tokens[0].Text.TrimEnd();
        if (prefix.Length == 0) return new TitleReading(null, null, text.ToString(), IsExact: true);
        var isExact = text.StartsWith(prefix, StringComparison.Ordinal);
        var word = prefix.AsSpan().TrimEnd(Separators);
        if (word.IsEmpty || !text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return new TitleReading(null, null, text.ToString(), isExact);
        var rest = text[word.Length..];
        if (!rest.IsEmpty && !Separators.Contains(rest[0], StringComparison.Ordinal)) return new TitleReading(null, null, text.ToString(), isExact);
        rest = BehindSeparators(rest);
        // "Proposal 12: Title" where the template shows no number.
        return NumberAt(rest, 0, afterName: false) is { Digits.Length: > 0 } found && BehindSeparators(rest[found.End..]).Length > 0
            ? new TitleReading(int.Parse(found.Digits, CultureInfo.InvariantCulture), null, BehindSeparators(rest[found.End..]).ToString(), isExact) { Digits = found.Digits }
            : new TitleReading(null, null, rest.ToString(), isExact);
    }

    // "54: .NET": once a mark and a blank stand before it, the next mark is the title's own.
    private static ReadOnlySpan<char> BehindSeparators(ReadOnlySpan<char> text)
    {
        var length = text.Length - text.TrimStart(Separators).Length;
        var blank = length < text.Length ? text[..length].LastIndexOfAny(" \t\u00a0") : -1;
        return text[(blank > 0 && text[..blank].ContainsAnyExcept(" \t\u00a0") ? blank + 1 : length)..];
    }

    private static bool HasName(string name, ReadOnlySpan<char> text) => text.TrimStart("[({#< ").StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static int SkipName(string? name, ReadOnlySpan<char> text, int at)
    {
        if (name is null || !text[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return at;
        var after = at + name.Length;
        if (after < text.Length && char.IsLetter(text[after])) return at;
        var rest = text[after..];
        return after + rest.Length - rest.TrimStart(" \t-–—:.#_[(\u00a0").Length;
    }

    // Digits, or what people put where the number will be. A label needs the name before it: else it is the title's first word.
    private static Found NumberAt(ReadOnlySpan<char> text, int at, bool afterName)
    {
        var end = EndOfDigits(text, at);
        if (end > at && end - at <= LongestNumber && (end == text.Length || IsEndOfNumber(text, end, afterName)))
            return new Found(text[at..end].ToString(), "", end);
        var none = new Found("", "", at);
        if (!afterName) return none;
        end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == at) return none;
        if (IsUnknownNumber(text[at..end])) return new Found("", text[at..end].ToString(), end);
        if (end + 1 >= text.Length || text[end] is not ('-' or '_')) return none;
        var last = EndOfDigits(text, end + 1);
        return last > end + 1 ? new Found("", text[at..last].ToString(), last) : none;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static bool IsUnknownNumber(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExcept("NXnx") || word is "#" || word.Equals("TBD", StringComparison.OrdinalIgnoreCase) || word.Equals("unassigned", StringComparison.OrdinalIgnoreCase);

    // "54 T" reads as a number only behind the name or a separator: "2 ways to do it" is a title.
    private static bool IsEndOfNumber(ReadOnlySpan<char> text, int end, bool afterName)
    {
        var c = text[end];
        if (afterName) return !char.IsLetter(c);
        if (c == '.') return end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1]);
        return c is ':' or ')' or ']' or '|' or '–' or '—' || (c is ' ' or '-' && text[end..].TrimStart().StartsWith("-")) || (c == ' ' && text[end..].TrimStart() is [':' or '–' or '—' or '|', ..]);
    }

    private readonly record struct Found(string Digits, string Label, int End);
}
