using System.Globalization;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>Parts of a whole in the spellings of people: <c>½</c>, <c>1½</c>, <c>1/2</c>, <c>1 1/2</c>, <c>1.5</c>, <c>1,5</c>, <c>one and a half</c>.</summary>
internal static class Fractions
{
    /// <summary>A number and what belongs to it.</summary>
    /// <param name="first">The word that begins it.</param>
    /// <param name="value">What that word alone is.</param>
    /// <returns>With the index of the first word behind it.</returns>
    public static (decimal Value, int After) With(WordText words, int first, decimal value)
    {
        if (Slashed(words, first) is { } part) return (part, first + 2);
        var after = first + 1;
        if (OfSign(words, words.EndOf(first)) is { } sign) return (value + sign, after);
        if (!char.IsAsciiDigit(words.Words[first][0])) return AndHalf(words, after) is { } said ? (value + 0.5m, said) : (value, after);
        if (WithComma(words, first) is { } comma) return (comma, after);
        if (after >= words.Count) return (value, after);
        if (IsJoined(words, first, after, '.') && words.Words[after].Length <= 3 && EffortReader.NumberOf(words.Words[after]) is { } decimals) return (value + decimals / Power(words.Words[after].Length), after + 1);
        if (IsJoined(words, first, after, ' ') && value < 100 && Slashed(words, after) is { } mixed) return (value + mixed, after + 2);
        return AndHalf(words, after) is { } end ? (value + 0.5m, end) : (value, after);
    }

    /// <summary>A sign such as ½ before a word: alone, or before a dash that makes a range.</summary>
    /// <returns>Where it begins in the text; null where none stands there.</returns>
    public static (decimal Value, int Start)? Before(WordText words, int first, bool dashed)
    {
        var at = words.StartOf(first) - 1;
        while (at >= 0 && words.Text[at] == ' ') at--;
        if (dashed && at >= 0 && words.Text[at] is '-' or '\u2013' or '\u2014')
        {
            at--;
            while (at >= 0 && words.Text[at] == ' ') at--;
        }
        else if (dashed)
        {
            return null;
        }
        else if (at >= 0 && words.Text[at] == '-')
        {
            at--; // "½-day"
        }
        return at >= 0 && ValueOf(words.Text[at]) is { } value && (at == 0 || !char.IsLetterOrDigit(words.Text[at - 1])) ? (value, at) : null;
    }

    /// <summary>A decimal comma, which a word is read without: "1,5". A comma before three digits parts thousands.</summary>
    public static decimal? WithComma(WordText words, int word)
    {
        var written = words.Text.AsSpan(words.StartOf(word), words.EndOf(word) - words.StartOf(word));
        var comma = written.IndexOf(',');
        if (comma is < 1 or > 4) return null;
        var end = comma + 1;
        while (end < written.Length && char.IsAsciiDigit(written[end])) end++;
        if (end - comma - 1 is not (1 or 2) || (end < written.Length && !char.IsAsciiLetter(written[end]))) return null;
        return decimal.TryParse(written[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && decimal.TryParse(written[(comma + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? whole + part / Power(end - comma - 1)
            : null; // "1'0,5"
    }

    public static bool IsJoined(WordText words, int left, int right, char by) =>
        right < words.Count && words.StartOf(right) == words.EndOf(left) + 1 && words.Text[words.EndOf(left)] == by;

    public static decimal Power(int digits) => digits switch { 1 => 10, 2 => 100, 3 => 1000, 4 => 10_000, _ => 100_000 };

    // "1/2", "3/4"; "2/3 days" may as well be two or three.
    private static decimal? Slashed(WordText words, int first)
    {
        if (!IsJoined(words, first, first + 1, '/')) return null;
        return (words.Words[first], words.Words[first + 1]) switch
        {
            ("1", "2") => 0.5m,
            ("1", "4") => 0.25m,
            ("3", "4") => 0.75m,
            ("1", "3") => 0.33m,
            _ => null,
        };
    }

    // "1½", "1 ½".
    private static decimal? OfSign(WordText words, int at)
    {
        if (at < words.Text.Length && words.Text[at] == ' ') at++;
        return at < words.Text.Length ? ValueOf(words.Text[at]) : null;
    }

    private static int? AndHalf(WordText words, int at) =>
        at + 2 < words.Count && words.Words[at] is "and" && words.Words[at + 1] is "a" && words.Words[at + 2] is "half" ? at + 3 : null;

    private static decimal? ValueOf(char sign) => sign switch
    {
        '½' => 0.5m,
        '¼' => 0.25m,
        '¾' => 0.75m,
        '⅓' => 0.33m,
        '⅔' => 0.67m,
        _ => null,
    };
}
