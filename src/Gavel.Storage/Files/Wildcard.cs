namespace Gavel.Storage.Files;

/// <summary>The wildcards of fnmatch(3) within one part of a path: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>, <c>[[:alpha:]]</c>, <c>\</c>.</summary>
internal static class Wildcard
{
    /// <summary>Costs at most the product of both lengths: only the last star is tried again.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starText) = (++p, t);
                continue;
            }
            if (p < pattern.Length && MatchesOne(pattern, text[t], p, out var next))
            {
                p = next;
                t++;
                continue;
            }
            if (star < 0) return false;
            p = star;
            t = ++starText;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char c, int at, out int next)
    {
        next = at + 1;
        switch (pattern[at])
        {
            case '?':
                return true;
            case '[':
                return MatchesClass(pattern, c, at, out next);
            case '\\' when next < pattern.Length:
                return pattern[next++] == c;
            default:
                return pattern[at] == c;
        }
    }

    private static bool MatchesClass(ReadOnlySpan<char> pattern, char c, int open, out int next)
    {
        var at = open + 1;
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        if (isNegated) at++;
        var isIn = false;
        for (var isFirst = true; at < pattern.Length && (isFirst || pattern[at] != ']'); isFirst = false)
        {
            if (pattern[at..].StartsWith("[:") && pattern[(at + 2)..].IndexOf(":]") is var end and >= 0)
            {
                isIn |= IsInNamedClass(pattern.Slice(at + 2, end), c);
                at += end + 4;
                continue;
            }
            var low = Take(pattern, ref at);
            var high = low;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                high = Take(pattern, ref at);
            }
            isIn |= c >= low && c <= high;
        }
        next = at + 1;
        return at < pattern.Length && isIn != isNegated; // an unclosed class matches nothing
    }

    private static char Take(ReadOnlySpan<char> pattern, ref int at)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length) at++;
        return pattern[at++];
    }

    private static bool IsInNamedClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "lower" => char.IsAsciiLetterLower(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "blank" => c is ' ' or '\t',
        "punct" => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c)),
        "xdigit" => char.IsAsciiHexDigit(c),
        "cntrl" => c < ' ' || c == 127,
        "graph" => c is > ' ' and < (char)127,
        "print" => c is >= ' ' and < (char)127,
        _ => false,
    };
}
