using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>The marker of an item of an enumerated list.</summary>
/// <param name="text">The number or letters without punctuation.</param>
/// <param name="prefix">An opening parenthesis or nothing.</param>
/// <param name="suffix">A closing parenthesis or a period.</param>
/// <param name="length">With the white space after it; 0 if the line has no enumerator.</param>
internal readonly ref struct Enumerator(ReadOnlySpan<char> text, string prefix, string suffix, int length)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public string Prefix { get; } = prefix;

    public string Suffix { get; } = suffix;

    public int Length { get; } = length;

    public static Enumerator Match(ReadOnlySpan<char> line)
    {
        var from = line[0] == '(' ? 1 : 0;
        var end = from;
        if (end < line.Length && line[end] == '#') end++;
        else while (end < line.Length && char.IsAsciiLetterOrDigit(line[end])) end++;
        if (end == from || end >= line.Length || line[end] is not (')' or '.')) return default;
        if (from == 1 && line[end] != ')') return default;
        var length = Markers.WithSpace(line, end + 1);
        var text = line[from..end];
        if (length == 0 || Classify(text) == Sequence.None) return default;
        return new Enumerator(text, from == 1 ? "(" : "", line[end] == ')' ? ")" : ".", length);
    }

    /// <summary>The sequence to which the text belongs, the one expected if that fits.</summary>
    public static Sequence Classify(ReadOnlySpan<char> text, Sequence expected = Sequence.None)
    {
        if (text is "#") return Sequence.Auto;
        if (expected is not (Sequence.None or Sequence.Auto) && Fits(text, expected)) return expected;
        if (expected == Sequence.None)
        {
            if (text is "i") return Sequence.LowerRoman;
            if (text is "I") return Sequence.UpperRoman;
        }

        for (var sequence = Sequence.Arabic; sequence <= Sequence.UpperRoman; sequence++)
        {
            if (Fits(text, sequence)) return sequence;
        }

        return Sequence.None;
    }

    /// <summary>The place in the sequence from 1; -1 for letters that are no Roman number.</summary>
    public static int Ordinal(ReadOnlySpan<char> text, Sequence sequence) => sequence switch
    {
        Sequence.Auto => 1,
        Sequence.Arabic => text.Length < 10 ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : -1,
        Sequence.LowerAlpha => text[0] - 'a' + 1,
        Sequence.UpperAlpha => text[0] - 'A' + 1,
        _ => RomanNumbers.Read(text),
    };

    /// <summary>The text of a place in the sequence; null beyond its end.</summary>
    public static string? Write(int ordinal, Sequence sequence) => sequence switch
    {
        Sequence.Auto => "#",
        Sequence.Arabic => ordinal.ToString(CultureInfo.InvariantCulture),
        Sequence.LowerAlpha => ordinal > 26 ? null : ((char)('a' + ordinal - 1)).ToString(),
        Sequence.UpperAlpha => ordinal > 26 ? null : ((char)('A' + ordinal - 1)).ToString(),
        Sequence.LowerRoman => RomanNumbers.Write(ordinal)?.ToLowerInvariant(),
        _ => RomanNumbers.Write(ordinal),
    };

    private static bool Fits(ReadOnlySpan<char> text, Sequence sequence) => sequence switch
    {
        Sequence.Arabic => text.IndexOfAnyExceptInRange('0', '9') < 0,
        Sequence.LowerAlpha => text.Length == 1 && char.IsAsciiLetterLower(text[0]),
        Sequence.UpperAlpha => text.Length == 1 && char.IsAsciiLetterUpper(text[0]),
        Sequence.LowerRoman => text.IndexOfAnyExcept("ivxlcdm") < 0,
        Sequence.UpperRoman => text.IndexOfAnyExcept("IVXLCDM") < 0,
        _ => false,
    };
}

/// <summary>How the items of an enumerated list count.</summary>
internal enum Sequence
{
    None,
    Auto,
    Arabic,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman,
}
