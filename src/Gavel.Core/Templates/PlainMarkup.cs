using System.Text;

namespace Gavel.Core.Templates;

/// <summary>Takes inline markup off text that no front end has parsed: comments, code, values.</summary>
internal static class PlainMarkup
{
    private const int LongestTarget = 298; // characters; what is longer is no link
    private const int LongestEmphasis = 3; // underscores; more are a gap

    /// <summary>Without emphasis, code marks and link targets; white space folded. One pass.</summary>
    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny("*_`[\\\t\n\r") < 0 && !text.Contains("  ", StringComparison.Ordinal)) return text.Trim();
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\\' when i + 1 < text.Length && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1])):
                    result.Append(text[++i]);
                    continue;
                case '*' when !IsAlone(text, i):
                case '`':
                    continue;
                case '_' when IsEmphasis(text, i):
                    continue;
                case ']' when i + 1 < text.Length && text[i + 1] == '(' && text.IndexOf(')', i + 2, Math.Min(text.Length - i - 2, LongestTarget)) is > 0 and var close:
                    DropOpening(result);
                    i = close;
                    continue;
            }
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString().Trim();
    }

    private static bool IsAlone(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1])) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    // An underscore at the edge of a word; not one of a run that marks a gap, nor one inside a name.
    private static bool IsEmphasis(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start <= LongestEmphasis && text[start - 1] == '_') start--;
        var end = at;
        while (end < text.Length && end - at <= LongestEmphasis && text[end] == '_') end++;
        if (end - start > LongestEmphasis) return false;
        var before = start > 0 && char.IsLetterOrDigit(text[start - 1]);
        var after = end < text.Length && char.IsLetterOrDigit(text[end]);
        if (before && after) return false;
        return end - start < 3 || (start > 0 && !char.IsWhiteSpace(text[start - 1])) || (end < text.Length && !char.IsWhiteSpace(text[end]));
    }

    private static void DropOpening(StringBuilder result)
    {
        for (var i = result.Length - 1; i >= 0 && i > result.Length - 300; i--)
        {
            if (result[i] != '[') continue;
            result.Remove(i, 1);
            return;
        }
    }
}
