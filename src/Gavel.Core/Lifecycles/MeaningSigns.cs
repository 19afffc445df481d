using System.Globalization;

namespace Gavel.Core.Lifecycles;

/// <summary>Signs that are no marks but change what a text says: comparisons, a minus before a number, per cent, currencies.</summary>
internal static class MeaningSigns
{
    /// <summary>How long the sign is that stands at a place; 0 where none does.</summary>
    /// <param name="isBehindWord">A word stands before it on its line: quotes, tables and underlines begin otherwise.</param>
    public static int LengthAt(string chars, int at, bool isBehindWord)
    {
        var (before, after) = (at == 0 ? '\n' : chars[at - 1], at + 1 == chars.Length ? '\n' : chars[at + 1]);
        switch (chars[at])
        {
            case '%': return char.IsAsciiDigit(before) ? 1 : 0;
            case '-' or '+' or '−': return char.IsAsciiDigit(after) && (char.IsWhiteSpace(before) || before is '(' or '[' or '=' or ',') ? 1 : 0;
            case '≤' or '≥' or '≠' or '±' or '×' or '÷' or '≈': return 1;
            case '<' or '>' or '=' or '!': return isBehindWord ? Comparison(chars, at, before, after) : 0;
            default: return char.GetUnicodeCategory(chars[at]) == UnicodeCategory.CurrencySymbol && (char.IsAsciiDigit(before) || char.IsAsciiDigit(after)) ? 1 : 0;
        }
    }

    private static int Comparison(string chars, int at, char before, char after)
    {
        var end = at;
        while (end < chars.Length && end - at < 4 && chars[end] is '<' or '>' or '=' or '!') end++;
        var sign = chars.AsSpan(at, end - at);
        if (before is '<' or '>' or '=' or '!') return 0; // within a longer run
        if (sign is "<=" or ">=" or "==" or "!=" or "===" or "!==" or "<>" or "=>" or "=<") return sign.Length;
        if (sign is not ("<" or ">")) return 0;
        // "a > b", "x<5", and no tag.
        return (before == ' ' && after == ' ') || (char.IsLetterOrDigit(before) && char.IsAsciiDigit(after)) ? 1 : 0;
    }
}
