using System.Net;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>What follows the text of a link: a target in parentheses, or a label (CommonMark 0.31, section 6.3).</summary>
internal ref struct LinkTail
{
    /// <summary>Characters in a label at most.</summary>
    public const int MaxLabel = 999;

    private const int MaxParentheses = 32;

    /// <summary>Exclusive, in the content's text.</summary>
    public int End;
    public string Target;
    public TextSpan TargetSpan;
    public string? Unresolved;
    public string? Footnote;

    public static bool TryInline(scoped in InlineText content, int at, int end, out LinkTail tail)
    {
        tail = new LinkTail { Target = "" };
        var text = content.Text;
        if (at >= end || text[at] != '(') return false;
        at = SkipSpace(text, at + 1, end);
        if (!TryDestination(text, at, end, out var from, out var to, out at)) return false;
        var behind = SkipSpace(text, at, end);
        if (behind < end && behind > at && text[behind] is '"' or '\'' or '(')
        {
            behind = SkipTitle(text, behind, end);
            if (behind < 0) return false;
            behind = SkipSpace(text, behind, end);
        }
        if (behind >= end || text[behind] != ')') return false;
        tail.End = behind + 1;
        tail.Target = Unescape(text[from..to]);
        tail.TargetSpan = to > from ? content.ToSource(from, to) : new TextSpan(content.ToSource(from), 0);
        return true;
    }

    /// <param name="textStart">Where the text in the brackets begins; it ends at <paramref name="close"/>.</param>
    public static bool TryReference(
        scoped in InlineText content, LinkTargets targets, int textStart, int close, int end, bool hasBracketInside, out LinkTail tail)
    {
        tail = new LinkTail { Target = "", End = close + 1 };
        var text = content.Text;
        var at = close + 1;
        var isFull = false;
        ReadOnlySpan<char> label = default;
        if (at < end && text[at] == '[')
        {
            var length = LabelLength(text.AsSpan(at + 1, Math.Min(end - at - 1, MaxLabel + 1)));
            if (length >= 0)
            {
                label = text.AsSpan(at + 1, length);
                tail.End = at + length + 2;
                isFull = !label.IsWhiteSpace();
            }
        }
        if (!isFull)
        {
            if (hasBracketInside || close - textStart > MaxLabel) return false;
            label = text.AsSpan(textStart, close - textStart);
        }
        if (targets.TryFind(label.ToString(), out tail.Target, out tail.TargetSpan)) return true;
        if (!isFull || !ReadsAsLink(text, content.Start, textStart, close)) return false;
        tail.Unresolved = label.ToString();
        return true;
    }

    /// <summary>Backslash escapes and entities replaced.</summary>
    public static string Unescape(string text)
    {
        if (text.AsSpan().IndexOfAny('\\', '&') < 0) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1]))) i++;
            result.Append(text[i]);
        }
        return WebUtility.HtmlDecode(result.ToString());
    }

    // `a[i][j]` is an index, `see [this][label]` a reference whose definition is missing.
    private static bool ReadsAsLink(string text, int contentStart, int textStart, int close)
    {
        var bracket = textStart - 1;
        if (bracket > contentStart && text[bracket] == '[' && (char.IsLetterOrDigit(text[bracket - 1]) || text[bracket - 1] is ']' or ')' or '_' or '*')) return false;
        return close - textStart > 1;
    }

    private static int LabelLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '[') return -1;
            else if (text[i] == ']') return i;
        }
        return -1;
    }

    private static bool TryDestination(string text, int at, int end, out int from, out int to, out int next)
    {
        (from, to, next) = (at, at, at);
        if (at >= end) return false;
        if (text[at] == '<')
        {
            for (var i = at + 1; i < end; i++)
            {
                if (text[i] is '\n' or '<') return false;
                if (text[i] == '\\') i++;
                else if (text[i] == '>')
                {
                    (from, to, next) = (at + 1, i, i + 1);
                    return true;
                }
            }
            return false;
        }
        var open = 0;
        var stop = at;
        for (; stop < end; stop++)
        {
            var c = text[stop];
            if (c <= ' ' || c == '\x7F') break;
            if (c == '\\' && stop + 1 < end && char.IsAscii(text[stop + 1]) && char.IsPunctuation(text[stop + 1])) stop++;
            else if (c == '(' && ++open > MaxParentheses) return false;
            else if (c == ')' && --open < 0) break;
        }
        (to, next) = (stop, stop);
        return open <= 0;
    }

    private static int SkipTitle(string text, int at, int end)
    {
        var close = text[at] == '(' ? ')' : text[at];
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == close) return i + 1;
            else if (text[i] == '(' && close == ')') return -1;
        }
        return -1;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '\n' or '\r') at++;
        return at;
    }
}
