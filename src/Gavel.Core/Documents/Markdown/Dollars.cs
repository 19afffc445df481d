namespace Gavel.Core.Documents.Markdown;

/// <summary>
/// Finds formulas between dollar signs, as GitHub marks them: <c>$x$</c>, <c>$`x`$</c> and <c>$$x$$</c>. Sums of money, shell variables and file patterns are none.
/// Each call reads to the next mark that could close it and no further, so that the time stays linear.
/// </summary>
internal static class Dollars
{
    /// <summary>No formula begins with these; words in quotes and paths into an object do.</summary>
    private const string NoBegin = " \t\n\r\"'\u2019\u201d.,;:)]}!?";

    /// <summary>Behind a closing mark these belong to the name of a variable or to a command.</summary>
    private const string NoBehind = "_{($";

    /// <param name="at">Of the dollar sign.</param>
    /// <param name="start">Where the text begins.</param>
    /// <returns>Where the formula with its marks ends; -1 when there is none.</returns>
    public static int Match(string text, int at, int start, int end)
    {
        if (at + 2 >= end || (at > start && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '$' or '_'))) return -1;
        return text[at + 1] switch
        {
            '$' => Display(text, at, start, end),
            '`' => Quoted(text, at, end),
            var first => NoBegin.Contains(first, StringComparison.Ordinal) ? -1 : InLine(text, at, end),
        };
    }

    /// <summary>A formula without its marks.</summary>
    public static ReadOnlySpan<char> Inner(ReadOnlySpan<char> formula) =>
        IsDisplay(formula) || formula.StartsWith("$`") ? formula[2..^2].Trim() : formula[1..^1];

    /// <summary>Whether a formula stands on lines of its own.</summary>
    public static bool IsDisplay(ReadOnlySpan<char> formula) => formula.StartsWith("$$");

    private static int InLine(string text, int at, int end)
    {
        var close = Next(text, at + 1, end);
        if (close < 0 || char.IsWhiteSpace(text[close - 1])) return -1;
        if (close + 1 < end && text[close + 1] is var behind && (char.IsLetterOrDigit(behind) || NoBehind.Contains(behind, StringComparison.Ordinal))) return -1;
        var inner = text.AsSpan(at + 1, close - at - 1);
        return inner.Contains("](", StringComparison.Ordinal) || IsSum(inner) ? -1 : close + 1;
    }

    // A number with words behind it, and nothing that formulas are made of.
    private static bool IsSum(ReadOnlySpan<char> inner) => char.IsAsciiDigit(inner[0]) && inner.ContainsAny(" \t\n") && !inner.ContainsAny("\\^_{=<>+*/|");

    private static int Quoted(string text, int at, int end)
    {
        var length = text.AsSpan(at + 2, end - at - 2).IndexOf('`');
        var close = at + 2 + length;
        return length > 0 && close + 1 < end && text[close + 1] == '$' ? close + 2 : -1;
    }

    private static int Display(string text, int at, int start, int end)
    {
        if (text[at + 2] == '$') return -1;
        for (var close = Next(text, at + 2, end); close >= 0; close = Next(text, close + 1, end))
        {
            var run = close;
            while (run < end && text[run] == '$') run++;
            if (run - close == 1) continue;
            var inner = text.AsSpan(at + 2, close - at - 2);
            if (run - close > 2 || inner.IsWhiteSpace()) return -1;
            var isOpen = char.IsWhiteSpace(inner[0]) || char.IsWhiteSpace(inner[^1]);
            return isOpen && !BeginsLine(text, at, start) ? -1 : run;
        }
        return -1;
    }

    // A backslash takes the meaning from what follows; a formula holds no code.
    private static int Next(string text, int at, int end)
    {
        for (; at < end; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '$') return at;
            else if (text[at] == '`') return -1;
        }
        return -1;
    }

    private static bool BeginsLine(string text, int at, int start)
    {
        while (at > start && text[at - 1] is ' ' or '\t') at--;
        return at == start || text[at - 1] == '\n';
    }
}
