using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Reads text that no front end parses (a comment, code) into passages, by lines: headings, list items, paragraphs.</summary>
internal static class LooseText
{
    /// <param name="offset">Where the text begins in the file.</param>
    public static List<Passage> Read(ReadOnlySpan<char> text, int offset)
    {
        var reader = new State(offset);
        var lines = new LineCursor(text);
        while (lines.MoveNext()) reader.Line(text.Slice(lines.Span.Start, lines.Span.Length), lines.Span.Start);
        return reader.Finish();
    }

    private sealed class State(int offset)
    {
        private readonly List<Passage> _passages = [];
        private readonly List<int> _indents = [];
        private readonly System.Text.StringBuilder _open = new();
        private PassageKind _kind;
        private int _start = -1;
        private int _end;
        private int _depth;
        private int _list = -1;
        private bool? _isDone;
        private bool _isFenced;

        public void Line(ReadOnlySpan<char> line, int start)
        {
            var body = line.Trim();
            if (body.StartsWith("```") || body.StartsWith("~~~"))
            {
                Close();
                _isFenced = !_isFenced;
                return;
            }
            if (body.IsEmpty || (body.Length >= 3 && body.IndexOfAnyExcept("-=*_~ ") < 0))
            {
                Close();
                return;
            }
            var indent = line.IndexOfAnyExcept(" \t");
            var at = start + indent;
            if (!_isFenced && HeadingLevel(body) is > 0 and var level)
            {
                Close();
                _list = -1;
                var title = PlainMarkup.Strip(body[level..].Trim().TrimEnd('#').Trim().ToString());
                if (title.Length > 0) _passages.Add(new Passage(PassageKind.Heading, title, new TextSpan(offset + at, body.Length)) { Level = level });
                return;
            }
            var marker = _isFenced ? 0 : MarkerLength(body);
            if (marker > 0) Item(body, marker, indent, at);
            else if (_start >= 0 && _kind == PassageKind.Paragraph && BeginsWithKey(body) && (_open[^1] is '.' or ':' or '!' || BeginsWithKey(_open.ToString())))
            {
                Close();
                Open(PassageKind.Paragraph, body, at, indent);
            }
            else if (_start < 0) Open(PassageKind.Paragraph, body, at, indent);
            else Append(body, at);
        }

        public List<Passage> Finish()
        {
            Close();
            return _passages;
        }

        private void Item(ReadOnlySpan<char> body, int marker, int indent, int at)
        {
            Close();
            while (_indents.Count > 0 && _indents[^1] > indent) _indents.RemoveAt(_indents.Count - 1);
            if (_indents.Count == 0 || _indents[^1] < indent) _indents.Add(indent);
            _depth = _indents.Count - 1;
            if (_list < 0) _list = at;
            var rest = body[marker..].TrimStart();
            _isDone = null;
            if (rest.Length > 3 && rest[0] == '[' && rest[2] == ']' && rest[1] is ' ' or 'x' or 'X')
            {
                _isDone = rest[1] is not ' ';
                rest = rest[3..].TrimStart();
            }
            _kind = PassageKind.Item;
            _start = at;
            Append(rest, at + body.Length - rest.Length);
        }

        private void Open(PassageKind kind, ReadOnlySpan<char> body, int at, int indent)
        {
            var isBelowItem = _indents.Count > 0 && indent > _indents[0];
            if (!isBelowItem)
            {
                _indents.Clear();
                _list = -1;
                _depth = 0;
            }
            _kind = kind;
            _isDone = null;
            _start = at;
            Append(body, at);
        }

        private void Append(ReadOnlySpan<char> body, int at)
        {
            if (_open.Length > 0) _open.Append(' ');
            _open.Append(body);
            _end = at + body.Length;
        }

        private void Close()
        {
            if (_start >= 0 && PlainMarkup.Strip(_open.ToString()) is { Length: > 0 } text)
            {
                var raw = _open.ToString();
                _passages.Add(new Passage(_kind, text, TextSpan.Between(offset + _start, offset + _end))
                {
                    Depth = _kind == PassageKind.Item ? _depth : 0,
                    IsDone = _isDone,
                    ListStart = _kind == PassageKind.Item ? offset + _list : -1,
                    Lead = LeadOf(raw),
                });
            }
            _open.Clear();
            _start = -1;
        }

        // "start-date: today's date", one a line.
        private static bool BeginsWithKey(ReadOnlySpan<char> body)
        {
            var colon = body.IndexOf(':');
            return colon is > 0 and <= 30 && (colon + 1 == body.Length || body[colon + 1] == ' ') && body[..colon].IndexOfAny(" .,?!") is var space && (space < 0 || body[..colon].Count(' ') == 1 && body[space] == ' ');
        }

        private static string LeadOf(string raw)
        {
            if (!raw.StartsWith("**", StringComparison.Ordinal) || raw.IndexOf("**", 2, StringComparison.Ordinal) is not (> 2 and var end)) return "";
            return PlainMarkup.Strip(raw[2..end]).TrimEnd(':', ' ');
        }

        private static int HeadingLevel(ReadOnlySpan<char> body)
        {
            var level = 0;
            while (level < body.Length && body[level] == '#') level++;
            return level is > 0 and <= 6 && level < body.Length && body[level] is ' ' or '\t' ? level : 0;
        }

        private static int MarkerLength(ReadOnlySpan<char> body)
        {
            if (body.Length >= 2 && body[0] is '*' or '-' or '+' or '•' && body[1] is ' ' or '\t') return 1;
            var digits = 0;
            while (digits < body.Length && digits < 3 && char.IsAsciiDigit(body[digits])) digits++;
            return digits > 0 && digits + 1 < body.Length && body[digits] is '.' or ')' && body[digits + 1] is ' ' or '\t' ? digits + 1 : 0;
        }
    }
}
