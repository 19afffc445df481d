using System.Globalization;

namespace Gavel.Core.Checking.Rules.Plans;

/// <summary>Estimates in text: <c>3 days</c>, <c>2-3 weeks</c>, <c>1.5 person-weeks</c>, <c>(2w)</c>.</summary>
internal static class Effort
{
    /// <returns>The lower end in working days: what is surely meant; null where the text has no estimate, or several.</returns>
    public static double? Read(string text)
    {
        double? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '-' or '_' or '#')) continue;
            var end = EndOfNumber(text, i);
            var number = double.Parse(text.AsSpan(i, Math.Min(end - i, 12)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var next = SkipRange(text, end);
            if (next > end) end = EndOfNumber(text, next);
            if (UnitAt(text, end) is { } days)
            {
                if (found is not null) return null;
                found = number * days;
            }
            i = end - 1;
        }
        return found;
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }
        return at;
    }

    /// <returns>Where the second number of a range begins; <paramref name="at"/> where there is none.</returns>
    private static int SkipRange(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart(' ');
        var mark = rest.StartsWith("-") || rest.StartsWith("–") ? 1 : rest.StartsWith("to ") ? 2 : 0;
        if (mark == 0) return at;
        var number = rest[mark..].TrimStart(' ');
        return !number.IsEmpty && char.IsAsciiDigit(number[0]) ? text.Length - number.Length : at;
    }

    private static double? UnitAt(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart(" -");
        foreach (var filler in EffortWords.Fillers)
        {
            if (rest.StartsWith(filler, StringComparison.OrdinalIgnoreCase)) rest = rest[filler.Length..].TrimStart(" -");
        }
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        foreach (var (word, days) in EffortWords.Units)
        {
            if (rest[..length].Equals(word, StringComparison.OrdinalIgnoreCase)) return days;
        }
        return null;
    }
}
