namespace Gavel.Rst.Parsing;

/// <summary>Finds bare addresses (RFC 2396 and 2732 with docutils' rules for what ends them) and e-mail addresses.</summary>
internal static class UriScanner
{
    /// <summary>
    /// The first address between two offsets. A word with a colon whose scheme is unknown ends the search: docutils looks no further
    /// in that stretch of text.
    /// </summary>
    public static bool Find(string text, int from, int to, out int start, out int end, out bool isEmail)
    {
        start = end = 0;
        isEmail = false;
        for (var at = from; at < to; at++)
        {
            var found = text.AsSpan(at, to - at).IndexOfAny(':', '@');
            if (found < 0) return false;
            at += found;
            isEmail = text[at] == '@';
            if (isEmail)
            {
                if (FindEmail(text, from, at, to, out start, out end)) return true;
            }
            else if (FindAbsolute(text, from, at, to, out start, out end))
            {
                return UriSchemes.Contains(text.AsSpan(start, at - start));
            }
        }

        return false;
    }

    /// <summary>Whether the whole text is an e-mail address, for targets.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && NameStart(text, 0, at) == 0 && HostEnd(text, at, text.Length) == text.Length;
    }

    /// <summary>Whether the text begins with an absolute address or an e-mail address.</summary>
    public static bool StartsWithUri(string text) =>
        text.Length > 0 && Find(text, 0, text.Length, out var start, out _, out _) && start == 0;

    private static bool FindAbsolute(string text, int from, int colon, int to, out int start, out int end)
    {
        end = 0;
        var run = colon;
        while (run > from && TextClasses.IsScheme(text[run - 1])) run--;
        for (start = run; start < colon; start++)
        {
            if (char.IsAsciiLetter(text[start]) && Begins(text, from, start)) break;
        }

        if (start >= colon) return false;
        end = UriEnd(text, colon + 1, to);
        return end > 0;
    }

    private static int UriEnd(string text, int from, int to)
    {
        var path = Run(text, from, to);
        if (path < to && text[path] == '?' && EndsUri(text, from, path, to) && Part(text, path, to, out var query)) return query;
        if (path < to && text[path] == '#' && EndsUri(text, from, path, to) && Fragment(text, path, to, out var fragment)) return fragment;
        return Back(text, from, path, to);
    }

    private static bool Part(string text, int mark, int to, out int end)
    {
        var query = Run(text, mark + 1, to);
        if (query < to && text[query] == '#' && EndsUri(text, mark + 1, query, to) && Fragment(text, query, to, out end)) return true;
        end = Back(text, mark + 1, query, to);
        return end > 0;
    }

    private static bool Fragment(string text, int mark, int to, out int end)
    {
        end = Back(text, mark + 1, Run(text, mark + 1, to), to);
        return end > 0;
    }

    private static int Run(string text, int from, int to)
    {
        while (from < to && TextClasses.IsUric(text[from]))
        {
            if (text[from] != '\\')
            {
                from++;
                continue;
            }

            if (from + 1 >= to || !TextClasses.IsUric(text[from + 1])) return from + 1 <= to ? from + 1 : from;
            from += 2;
        }

        return from;
    }

    /// <summary>The last place up to <paramref name="last"/> where an address may end and inline markup may follow; -1 if there is none.</summary>
    private static int Back(string text, int from, int last, int to)
    {
        for (var end = last; end > from; end--)
        {
            if (EndsUri(text, from, end, to) && (end >= to || TextClasses.MayFollowEnd(text[end], end + 1 < to ? text[end + 1] : '\0'))) return end;
        }

        return -1;
    }

    private static bool EndsUri(string text, int from, int end, int to) =>
        end > from && (TextClasses.IsUriLast(text[end - 1]) || (end < to && text[end] == '>' && TextClasses.IsUric(text[end - 1])));

    private static bool FindEmail(string text, int from, int at, int to, out int start, out int end)
    {
        end = 0;
        start = at > from && text[at - 1] != '\\' ? NameStart(text, from, at) : at;
        for (; start < at; start++)
        {
            if (text[start] != '.' && Begins(text, from, start)) break;
        }

        if (start >= at) return false;
        end = HostEnd(text, at, to);
        return end > 0;
    }

    private static int NameStart(string text, int from, int at)
    {
        var start = at;
        while (start > from && (TextClasses.IsEmail(text[start - 1]) || (text[start - 1] == '.' && text[start] is not ('.' or '@')))) start--;
        while (start < at && text[start] == '.') start++;
        return start;
    }

    private static int HostEnd(string text, int at, int to)
    {
        var end = at + 1;
        if (end >= to || !TextClasses.IsEmail(text[end])) return -1;
        while (end < to && (TextClasses.IsEmail(text[end]) || text[end] == '.')) end++;
        if (end < to && TextClasses.IsUric(text[end]) && end + 1 < to && text[end + 1] == '>') end++;
        return Back(text, at + 2, end, to);
    }

    private static bool Begins(string text, int from, int at) =>
        at == from || TextClasses.MayPrecedeStart(text[at - 1], at - 2 >= from ? text[at - 2] : '\0');
}
