using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>
/// Reads the inline content of leaf blocks (CommonMark 0.31, section 6; GitHub's strike-through, bare addresses, footnotes and formulas).
/// One pass and one stack for each kind of bracket: the time grows linearly with the text, whatever it holds.
/// </summary>
internal sealed class InlineParser(string source, LinkTargets targets)
{
    // The characters \n ! $ & * : < and @ [ \ ] _ ` w ~ as bits, below and from 64. A plain loop over them is as quick as the rest of this class from the
    // first call on; the platform's search for a set is compiled at start, and slow until it is compiled again.
    private const ulong LowSpecials = (1UL << '\n') | (1UL << '!') | (1UL << '$') | (1UL << '&') | (1UL << '*') | (1UL << ':') | (1UL << '<');
    private const ulong HighSpecials = (1UL << ('@' - 64)) | (1UL << ('[' - 64)) | (1UL << ('\\' - 64)) | (1UL << (']' - 64)) | (1UL << ('_' - 64)) | (1UL << ('`' - 64)) | (1UL << ('w' - 64)) | (1UL << ('~' - 64));

    private readonly InlineNodes _nodes = new();
    private EmphasisStack? _emphasisStack;
    private BracketStack? _bracketStack;
    private InlineText _content;
    private string _text = "";
    private int _end;
    private BacktickIndex _backticks;
    private HtmlInline _html;

    public ImmutableArray<Inline> Parse(scoped ReadOnlySpan<TextSpan> lines)
    {
        if (lines.IsEmpty) return [];
        _content = new InlineText(source, lines);
        _text = _content.Text;
        _end = _content.End;
        while (_end > _content.Start && _text[_end - 1] is ' ' or '\t' or '\n' or '\r') _end--;
        var at = _content.Start;
        while (at < _end && _text[at] is ' ' or '\t') at++;
        if (at == _end) return [];
        _nodes.Clear(_content);
        if (NextSpecial(at) == _end) return [_nodes.RunOf(at, _end)];

        _bracketStack?.Clear();
        Emphasis.DropTo(-1);
        _backticks = default;
        _html = default;
        Scan(at);
        Emphasis.Fold(-1);
        return _nodes.Collect(_nodes.First, -1, out _);
    }

    private int NextSpecial(int at)
    {
        var text = _text;
        for (; at < _end; at++)
        {
            var c = text[at];
            if (c < 128 && (((c < 64 ? LowSpecials : HighSpecials) >> (c & 63)) & 1) != 0) break;
        }
        return at;
    }

    private EmphasisStack Emphasis => _emphasisStack ??= new EmphasisStack(_nodes);

    private BracketStack Brackets => _bracketStack ??= new BracketStack(_nodes, Emphasis, targets);

    private void Scan(int at)
    {
        var textStart = at;
        while (at < _end)
        {
            at = NextSpecial(at);
            if (at == _end) break;
            var next = Match(at, textStart);
            if (next < 0)
            {
                at++;
                continue;
            }
            at = next;
            textStart = at;
        }
        Flush(textStart, _end);
    }

    /// <returns>Where reading goes on; -1 when the character is text.</returns>
    private int Match(int at, int textStart)
    {
        switch (_text[at])
        {
            case '\n': return LineBreak(at, textStart);
            case '\\': return Escape(at, textStart);
            case '`': return Code(at, textStart);
            case '*' or '_' or '~': return DelimiterRun(at, textStart);
            case '[': return Bracket(at, at + 1, textStart);
            case '!': return at + 1 < _end && _text[at + 1] == '[' ? Bracket(at, at + 2, textStart) : -1;
            case ']': return CloseBracket(at, textStart);
            case '<': return Angle(at, textStart);
            case '&': return Entity(at, textStart);
            case '$': return Formula(at, textStart);
            default: return BareAddress(at, textStart);
        }
    }

    private int LineBreak(int at, int textStart)
    {
        var start = at;
        while (start > textStart && _text[start - 1] is ' ' or '\t' or '\r') start--;
        var spaces = 0;
        for (var i = start; i < at; i++) spaces += _text[i] == ' ' ? 1 : 0;
        Flush(textStart, start);
        Done(new Inline.LineBreak(_content.ToSource(start, at + 1), spaces >= 2), start, at + 1);
        at++;
        while (at < _end && _text[at] is ' ' or '\t') at++;
        return at;
    }

    private int Escape(int at, int textStart)
    {
        if (at + 1 >= _end) return -1;
        var next = _text[at + 1];
        if (next == '\n')
        {
            Flush(textStart, at);
            Done(new Inline.LineBreak(_content.ToSource(at, at + 2), IsHard: true), at, at + 2);
            return at + 2;
        }
        if (!char.IsAscii(next) || !(char.IsPunctuation(next) || char.IsSymbol(next))) return -1;
        Flush(textStart, at);
        Resolved(at, at + 2, next.ToString());
        return at + 2;
    }

    private int Code(int at, int textStart)
    {
        var run = at;
        while (run < _end && _text[run] == '`') run++;
        var length = run - at;
        var close = _backticks.FindClosing(_text, run, _end, length);
        Flush(textStart, at);
        if (close < 0)
        {
            _nodes.Append(InlineKind.Text, at, run);
            return run;
        }
        var inner = _text.AsSpan(run, close - run);
        if (inner.Length > 2 && inner[0] is ' ' or '\n' && inner[^1] is ' ' or '\n' && !inner.Trim(" \n").IsEmpty) inner = inner[1..^1];
        var text = inner.ToString().Replace('\n', ' ').Replace('\0', '\uFFFD');
        Done(new Inline.Code(_content.ToSource(at, close + length), text), at, close + length);
        return close + length;
    }

    private int DelimiterRun(int at, int textStart)
    {
        var mark = _text[at];
        var run = at;
        while (run < _end && _text[run] == mark) run++;
        var before = at > _content.Start ? Characters.Before(_text, at) : new Rune('\n');
        var after = run < _end ? Characters.At(_text, run) : new Rune('\n');
        var (isLeft, isRight) = Characters.Flanking(before, after);
        Flush(textStart, at);
        var added = _nodes.Append(mark == '~' && run - at > 2 ? InlineKind.Text : InlineKind.Delimiter, at, run);
        ref var node = ref _nodes[added];
        if (node.Kind == InlineKind.Text) return run;
        node.Mark = mark;
        node.RunLength = run - at;
        node.CanOpen = isLeft && (mark != '_' || !isRight || Characters.IsPunctuation(before));
        node.CanClose = isRight && (mark != '_' || !isLeft || Characters.IsPunctuation(after));
        Emphasis.Push(added);
        return run;
    }

    private int Bracket(int at, int end, int textStart)
    {
        Flush(textStart, at);
        Brackets.Open(at, end);
        return end;
    }

    private int CloseBracket(int at, int textStart)
    {
        if (_bracketStack is not { IsEmpty: false }) return -1;
        Flush(textStart, at);
        return _bracketStack.Close(at, _end);
    }

    private int Angle(int at, int textStart)
    {
        var end = _html.Match(_text, at, _end, out var kind);
        if (end < 0 || kind == HtmlInlineKind.Tag && !HtmlNames.IsMarkup(_text.AsSpan(at, end - at))) return -1;
        Flush(textStart, at);
        var span = _content.ToSource(at, end);
        Inline inline = kind switch
        {
            HtmlInlineKind.Comment => new Inline.Comment(span, HtmlInline.CommentText(_text.AsSpan(at, end - at))),
            HtmlInlineKind.Address => Address(_text[(at + 1)..(end - 1)], at, end, margin: 1),
            HtmlInlineKind.Mail => Address(_text[(at + 1)..(end - 1)], at, end, margin: 1, "mailto:"),
            _ => new Inline.Html(span, _text[at..end]),
        };
        Done(inline, at, end);
        return end;
    }

    private int Entity(int at, int textStart)
    {
        var length = _text.AsSpan(at, Math.Min(_end - at, 34)).IndexOf(';');
        if (length < 2) return -1;
        var written = _text.Substring(at, length + 1);
        var resolved = WebUtility.HtmlDecode(written);
        if (string.Equals(resolved, written, StringComparison.Ordinal)) return -1;
        Flush(textStart, at);
        Resolved(at, at + length + 1, resolved);
        return at + length + 1;
    }

    private int Formula(int at, int textStart)
    {
        var end = Dollars.Match(_text, at, _content.Start, _end);
        if (end < 0) return -1;
        Flush(textStart, at);
        Done(_nodes.RunOf(at, end) with { IsFormula = true }, at, end);
        return end;
    }

    private int BareAddress(int at, int textStart)
    {
        if (!Addresses.TryMatch(_text, textStart, at, _content.Start, _end, out var start, out var end, out var prefix)) return -1;
        Flush(textStart, start);
        Done(Address(_text[start..end], start, end, margin: 0, prefix), start, end);
        return end;
    }

    private Inline.Link Address(string shown, int start, int end, int margin, string prefix = "")
    {
        var inner = _content.ToSource(start + margin, end - margin);
        return new Inline.Link(_content.ToSource(start, end), prefix + shown, inner, [_nodes.RunOf(start + margin, end - margin)], IsImage: false) { IsAutomatic = true };
    }

    private void Flush(int start, int end)
    {
        if (end > start) _nodes.Append(InlineKind.Text, start, end);
    }

    private void Resolved(int start, int end, string resolved)
    {
        var added = _nodes.Append(InlineKind.Resolved, start, end);
        _nodes[added].Resolved = resolved;
    }

    private void Done(Inline inline, int start, int end)
    {
        var added = _nodes.Append(InlineKind.Done, start, end);
        _nodes[added].Inline = inline;
        _nodes[added].Height = 1;
    }
}
