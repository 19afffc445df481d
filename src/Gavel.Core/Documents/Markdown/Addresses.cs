namespace Gavel.Core.Documents.Markdown;

/// <summary>Bare addresses in a text (GitHub Flavored Markdown, section 6.9).</summary>
internal static class Addresses
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(" \t\n\r<");

    /// <param name="textStart">Where the characters begin that belong to nothing else yet.</param>
    /// <param name="at">A colon, an at sign or a <c>w</c>.</param>
    /// <param name="prefix">What the target has before the shown text.</param>
    public static bool TryMatch(string text, int textStart, int at, int contentStart, int contentEnd, out int start, out int end, out string prefix)
    {
        (start, end, prefix) = (at, at, "");
        switch (text[at])
        {
            case ':':
                start = at - SchemeLength(text.AsSpan(textStart, at - textStart));
                if (start == at || !text.AsSpan(at, contentEnd - at).StartsWith("://") || !MayPrecede(text, start, contentStart)) return false;
                end = TrimmedEnd(text, at + 3, contentEnd);
                return end > at + 3;
            case 'w':
                if (!text.AsSpan(at, contentEnd - at).StartsWith("www.") || !MayPrecede(text, at, contentStart)) return false;
                end = TrimmedEnd(text, at, contentEnd);
                prefix = "http://";
                return end > at + 5;
            default:
                prefix = "mailto:";
                while (start > textStart && IsMailCharacter(text[start - 1])) start--;
                while (end + 1 < contentEnd && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] is '-' or '_' or '.')) end++;
                end++;
                while (end > at && text[end - 1] is '.' or '-' or '_') end--;
                return start < at && IsMail(text.AsSpan(start, Math.Max(0, end - start)));
        }
    }

    public static bool IsMail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 1 || text.Length > 320 || at != text.LastIndexOf('@')) return false;
        foreach (var c in text[..at])
        {
            if (!IsMailCharacter(c)) return false;
        }
        var domain = text[(at + 1)..];
        if (domain.IndexOf('.') <= 0 || domain[^1] == '.' || domain.IndexOf("..", StringComparison.Ordinal) >= 0) return false;
        foreach (var c in domain)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) return false;
        }
        return true;
    }

    private static bool IsMailCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';

    private static bool MayPrecede(string text, int at, int contentStart) =>
        at == contentStart || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('/' or '.' or '-' or '@');

    private static int SchemeLength(ReadOnlySpan<char> before)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["https", "http", "ftp"])
        {
            if (before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)) return scheme.Length;
        }
        return 0;
    }

    // Closing brackets that were opened within, and what ends a sentence, are no part of it.
    private static int TrimmedEnd(string text, int from, int contentEnd)
    {
        var length = text.AsSpan(from, contentEnd - from).IndexOfAny(Ends);
        var end = length < 0 ? contentEnd : from + length;
        var surplus = 0;
        for (var i = from; i < end; i++) surplus += text[i] switch { ')' => 1, '(' => -1, _ => 0 };
        while (end > from)
        {
            var last = text[end - 1];
            if (last == ')')
            {
                if (surplus <= 0) break;
                surplus--;
            }
            else if (last is not ('?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '"' or '\'' or ';' or ']' or '`' or '|')) break;
            end--;
        }
        return end;
    }
}
