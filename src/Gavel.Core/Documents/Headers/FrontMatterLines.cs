using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Reads <c>key: value</c> lines as people write them, sound YAML or not: nesting, lists, quotes, folded values, comments.</summary>
internal sealed class FrontMatterLines(SourceText text, List<TextSpan> lines, bool isToml)
{
    private readonly ImmutableArray<HeaderField>.Builder _fields = ImmutableArray.CreateBuilder<HeaderField>();
    private readonly List<(int Indent, string Name)> _parents = [];
    private readonly StringBuilder _above = new();
    private string _table = "";
    private int _at;

    /// <summary>True when a line may be no sound YAML.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>The length of the key before the separator; 0 when the line begins with no key.</summary>
    public static int KeyLength(ReadOnlySpan<char> line, char separator)
    {
        if (line.IsEmpty || line[0] is '#' or '-' or '[' or '{' or '|' or '>' or '<' or '*') return 0;
        if (line[0] is '"' or '\'')
        {
            var close = line[1..].IndexOf(line[0]);
            if (close < 0) return 0;
            var rest = line[(close + 2)..].TrimStart();
            return !rest.IsEmpty && rest[0] == separator ? close + 2 : 0;
        }
        for (var i = 0; i < line.Length && i <= 80; i++)
        {
            if (line[i] != separator) continue;
            if (separator == '=' || i + 1 == line.Length || line[i + 1] is ' ' or '\t') return line[..i].TrimEnd().Length;
        }
        return 0;
    }

    public ImmutableArray<HeaderField> Read()
    {
        while (_at < lines.Count)
        {
            var line = lines[_at++];
            var chars = text.Slice(line);
            var trimmed = chars.Trim();
            if (trimmed.IsEmpty)
            {
                _above.Clear();
                continue;
            }
            if (trimmed[0] == '#')
            {
                AddComment(_above, trimmed);
                continue;
            }
            if (isToml && trimmed[0] == '[' && trimmed[^1] == ']')
            {
                _table = trimmed.Trim("[]").Trim().ToString();
                continue;
            }
            var indent = chars.Length - chars.TrimStart().Length;
            if (chars[..indent].Contains('\t')) IsDoubtful = true;
            var key = KeyLength(trimmed, isToml ? '=' : ':');
            if (key > 0) ReadField(line, indent, key);
            else IsDoubtful = true;
        }
        return _fields.DrainToImmutable();
    }

    private void ReadField(TextSpan line, int indent, int keyLength)
    {
        while (_parents.Count > 0 && _parents[^1].Indent >= indent) _parents.RemoveAt(_parents.Count - 1);
        var keyStart = line.Start + indent;
        var nameSpan = new TextSpan(keyStart, keyLength);
        if (text.Chars[keyStart] is '"' or '\'' && keyLength > 2) nameSpan = new TextSpan(keyStart + 1, keyLength - 2);
        var name = text.Substring(nameSpan);
        var after = keyStart + keyLength;
        while (text.Chars[after] is ' ' or '\t') after++;
        var value = ValueOn(after + 1, line.End);
        var comment = new StringBuilder().Append(_above);
        _above.Clear();
        if (!value.Comment.IsEmpty) AddComment(comment, text.Slice(value.Comment));

        var (span, written) = (value.Span, FrontMatterValue.Read(text.Slice(value.Span)));
        if (span.IsEmpty || written is "|" or ">" or "|-" or ">-" or "|+" or ">+")
        {
            if (!ReadBelow(indent, span.IsEmpty, ref span, ref written, comment, out var hasKeys) && hasKeys)
            {
                _parents.Add((indent, name));
                return;
            }
        }
        else Continue(indent, ref span, ref written);
        Doubt(text.Slice(span));
        _fields.Add(new HeaderField(name, written, TextSpan.Between(keyStart, Math.Max(span.End, after + 1)), nameSpan, span, HeaderStyle.FrontMatter)
        {
            Comment = comment.ToString(),
            Parent = Parent(),
        });
    }

    private string Parent() => _table.Length > 0 ? _table : _parents.Count == 0 ? "" : string.Join('.', _parents.Select(static p => p.Name));

    /// <summary>What follows a key without a value on its line: a list, a folded text, nested keys.</summary>
    /// <returns>False when there is no value below.</returns>
    private bool ReadBelow(int indent, bool mayNest, ref TextSpan span, ref string written, StringBuilder comment, out bool hasKeys)
    {
        hasKeys = false;
        var parts = new List<StringBuilder>();
        var (isList, isAboveItem) = (false, false);
        var (first, last) = (-1, -1);
        for (; _at < lines.Count; _at++)
        {
            var chars = text.Slice(lines[_at]);
            var trimmed = chars.Trim();
            if (trimmed.IsEmpty)
            {
                if (mayNest && parts.Count == 0) break;
                continue;
            }
            var lineIndent = chars.Length - chars.TrimStart().Length;
            var isItem = trimmed[0] == '-' && (trimmed.Length == 1 || trimmed[1] == ' ') && mayNest;
            if (lineIndent < indent || lineIndent == indent && !isItem) break;
            if (mayNest && trimmed[0] == '#')
            {
                isAboveItem = isAboveItem || parts.Count > 0 || NextIsItem(_at + 1);
                if (!isAboveItem) break;
                AddComment(comment, trimmed);
                continue;
            }
            if (mayNest && !isItem && !isList && parts.Count == 0 && KeyLength(trimmed, ':') > 0)
            {
                hasKeys = true;
                return false;
            }
            isList |= isItem;
            var start = lines[_at].Start + lineIndent;
            var value = isItem ? ValueOn(start + 1, lines[_at].End) : mayNest ? ValueOn(start, lines[_at].End) : (Span: new TextSpan(start, trimmed.Length), Comment: default);
            if (!value.Comment.IsEmpty) AddComment(comment, text.Slice(value.Comment));
            if (first < 0) first = start;
            last = Math.Max(value.Span.End, start + 1);
            if (isItem || parts.Count == 0) parts.Add(new StringBuilder(FrontMatterValue.Read(text.Slice(value.Span))));
            else parts[^1].Append(' ').Append(FrontMatterValue.Read(text.Slice(value.Span)));
        }
        if (parts.Count == 0) return false;
        span = TextSpan.Between(first, last);
        written = string.Join(", ", parts.Where(static p => p.Length > 0));
        return true;
    }

    private bool NextIsItem(int at)
    {
        for (; at < lines.Count; at++)
        {
            var trimmed = text.Slice(lines[at]).Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#') continue;
            return trimmed[0] == '-';
        }
        return false;
    }

    // A plain value goes on in lines that are indented deeper; a flow list up to its bracket.
    private void Continue(int indent, ref TextSpan span, ref string written)
    {
        var isFlow = text.Chars[span.Start] == '[' && text.Chars[span.End - 1] != ']';
        var start = span.Start;
        while (_at < lines.Count)
        {
            var chars = text.Slice(lines[_at]);
            var trimmed = chars.Trim();
            var lineIndent = chars.Length - chars.TrimStart().Length;
            if (trimmed.IsEmpty || trimmed[0] == '#' || lineIndent <= indent && !(isFlow && trimmed[0] == ']')) break;
            if (!isFlow && KeyLength(trimmed, ':') > 0) break;
            var value = ValueOn(lines[_at].Start + lineIndent, lines[_at].End);
            span = TextSpan.Between(start, value.Span.End);
            _at++;
            if (isFlow && trimmed[^1] == ']') break;
        }
        written = FrontMatterValue.Read(text.Slice(span));
    }

    /// <summary>The value from an offset to the end of a line, and the comment behind it.</summary>
    private (TextSpan Span, TextSpan Comment) ValueOn(int from, int end)
    {
        if (!isToml && end - from > 2 && text.Chars[end - 1] == '\\' && text.Chars[end - 2] == ' ') end -= 2; // Markdown's hard line break
        from = Math.Min(from, end);
        while (from < end && text.Chars[from] is ' ' or '\t') from++;
        var quote = from < end && text.Chars[from] is '"' or '\'' ? text.Chars[from] : '\0';
        var at = from;
        if (quote != '\0' && ClosingOf(from, end, quote) is { } closing) at = closing;
        else if (quote != '\0')
        {
            var close = text.Chars.AsSpan(from + 1, end - from - 1).LastIndexOf(quote);
            var hash = text.Chars.AsSpan(from + 1, end - from - 1).IndexOf(" #");
            if (close >= 0 && (hash < 0 || hash > close)) at = from + 1 + close;
        }
        var stop = end;
        for (var i = at; i < end; i++)
        {
            if (text.Chars[i] != '#' || i > from && text.Chars[i - 1] is not (' ' or '\t')) continue;
            stop = i;
            break;
        }
        var value = TextSpan.Between(from, stop);
        while (value.Length > 0 && char.IsWhiteSpace(text.Chars[value.End - 1])) value = new TextSpan(from, value.Length - 1);
        return (value, stop < end ? TextSpan.Between(stop, end) : default);
    }

    // Where a quoted value ends, if nothing but a comment follows it (YAML 1.2, section 7.3).
    private int? ClosingOf(int from, int end, char quote)
    {
        var at = from + 1;
        for (; at < end; at++)
        {
            if (text.Chars[at] == '\\' && quote == '"') at++;
            else if (text.Chars[at] != quote) continue;
            else if (quote == '\'' && at + 1 < end && text.Chars[at + 1] == quote) at++;
            else break;
        }
        return at < end && text.Chars.AsSpan(at + 1, end - at - 1).TrimStart(" \t") is [] or ['#', ..] ? at : null;
    }

    private static void AddComment(StringBuilder comment, ReadOnlySpan<char> written)
    {
        var inner = written.TrimStart('#').Trim();
        if (inner.IsEmpty) return;
        if (comment.Length > 0) comment.Append('\n');
        comment.Append(inner);
    }

    private void Doubt(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return;
        IsDoubtful |= value[0] is '@' or '`' or '%' or '*' or '&' or '!' or '{' or '[' or '"' or '\'' or ',' or ']' or '}'
            || value.IndexOf(": ") >= 0 || value[^1] == ':';
    }
}
