namespace Gavel.Core.Documents.Markdown;

internal enum HtmlInlineKind
{
    Tag,
    Comment,

    /// <summary><c>&lt;https://…&gt;</c></summary>
    Address,

    /// <summary><c>&lt;ann@example.org&gt;</c></summary>
    Mail,
}

/// <summary>What may begin with <c>&lt;</c> (CommonMark 0.31, sections 6.5 and 6.6). Remembers what it did not find up to the end of the text.</summary>
internal struct HtmlInline
{
    private bool _noCommentEnd;
    private bool _noInstructionEnd;
    private bool _noCdataEnd;
    private bool _noDeclarationEnd;

    /// <returns>The end, exclusive; -1 when the character is text.</returns>
    public int Match(string text, int at, int end, out HtmlInlineKind kind)
    {
        kind = HtmlInlineKind.Tag;
        if (at + 1 >= end) return -1;
        var next = text[at + 1];
        if (next == '!')
        {
            if (text.AsSpan(at, end - at).StartsWith("<!--"))
            {
                kind = HtmlInlineKind.Comment;
                var rest = text.AsSpan(at + 4, end - at - 4);
                if (rest.StartsWith(">")) return at + 5;
                if (rest.StartsWith("->")) return at + 6;
                return Until(text, at + 4, end, "-->", ref _noCommentEnd);
            }
            if (text.AsSpan(at, end - at).StartsWith("<![CDATA[")) return Until(text, at + 9, end, "]]>", ref _noCdataEnd);
            return at + 2 < end && char.IsAsciiLetter(text[at + 2]) ? Until(text, at + 2, end, ">", ref _noDeclarationEnd) : -1;
        }
        if (next == '?') return Until(text, at + 2, end, "?>", ref _noInstructionEnd);
        if (next == '/') return ClosingTag(text, at + 2, end);
        if (!char.IsAsciiLetterOrDigit(next)) return -1;
        var address = Address(text, at + 1, end, out kind);
        return address >= 0 ? address : OpeningTag(text, at + 1, end);
    }

    /// <param name="comment">From <c>&lt;!--</c> to <c>--&gt;</c>; the end may be missing.</param>
    public static string CommentText(ReadOnlySpan<char> comment)
    {
        var inner = comment[Math.Min(4, comment.Length)..];
        return (inner.EndsWith("-->") ? inner[..^3] : inner is ">" or "->" ? "" : inner).ToString().Replace('\0', '\uFFFD');
    }

    private static int Until(string text, int from, int end, string mark, ref bool isKnownMissing)
    {
        if (isKnownMissing) return -1;
        var found = text.AsSpan(from, end - from).IndexOf(mark, StringComparison.Ordinal);
        isKnownMissing = found < 0;
        return found < 0 ? -1 : from + found + mark.Length;
    }

    private static int Address(string text, int from, int end, out HtmlInlineKind kind)
    {
        kind = HtmlInlineKind.Tag;
        var length = text.AsSpan(from, end - from).IndexOfAny("<> \n\t");
        if (length < 0 || text[from + length] != '>') return -1;
        var inner = text.AsSpan(from, length);
        var colon = inner.IndexOf(':');
        if (colon is >= 2 and <= 32 && char.IsAsciiLetter(inner[0]) && IsScheme(inner[..colon]))
        {
            kind = HtmlInlineKind.Address;
            return from + length + 1;
        }
        if (!Addresses.IsMail(inner)) return -1;
        kind = HtmlInlineKind.Mail;
        return from + length + 1;
    }

    private static bool IsScheme(ReadOnlySpan<char> scheme)
    {
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '.' or '-')) return false;
        }
        return true;
    }

    private static int ClosingTag(string text, int at, int end)
    {
        if (at >= end || !char.IsAsciiLetter(text[at])) return -1;
        at = SkipSpace(text, SkipName(text, at, end), end);
        return at < end && text[at] == '>' ? at + 1 : -1;
    }

    private static int OpeningTag(string text, int at, int end)
    {
        if (!char.IsAsciiLetter(text[at])) return -1;
        at = SkipName(text, at, end);
        while (true)
        {
            var space = SkipSpace(text, at, end);
            if (space >= end) return -1;
            if (text[space] == '>') return space + 1;
            if (text[space] == '/') return space + 1 < end && text[space + 1] == '>' ? space + 2 : -1;
            if (space == at || !(char.IsAsciiLetter(text[space]) || text[space] is '_' or ':')) return -1;
            at = space;
            while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or ':' or '.' or '-')) at++;
            var equals = SkipSpace(text, at, end);
            if (equals >= end || text[equals] != '=') continue;
            at = SkipValue(text, SkipSpace(text, equals + 1, end), end);
            if (at < 0) return -1;
        }
    }

    private static int SkipValue(string text, int at, int end)
    {
        if (at >= end) return -1;
        if (text[at] is '"' or '\'')
        {
            var length = text.AsSpan(at + 1, end - at - 1).IndexOf(text[at]);
            return length < 0 ? -1 : at + length + 2;
        }
        var start = at;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '=' or '<' or '>' or '`')) at++;
        return at == start ? -1 : at;
    }

    private static int SkipName(string text, int at, int end)
    {
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-')) at++;
        return at;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '\n') at++;
        return at;
    }
}
