using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>
/// Reads the inline content of leaf blocks (CommonMark 0.31, section 6; GitHub's strike-through, bare addresses and footnotes).
/// One pass and one stack for each kind of bracket: the time grows linearly with the text, whatever it holds.
/// </summary>
internal sealed class InlineParser(string source, LinkTargets targets)
{
    /// <summary>Deeper emphasis and links stay the characters that they are.</summary>
    private const int MaxHeight = 48;

    private const string Special = "\n\\`*_~[]!<&:@w";
    private static readonly System.Buffers.SearchValues<char> Specials = System.Buffers.SearchValues.Create(Special);

    private InlineNode[] _nodes = new InlineNode[64];
    private int[] _brackets = new int[16];
    private int _count;
    private int _bracketCount;
    private int _lastNode;
    private int _firstNode;
    private int _lastDelimiter;
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
        if (_text.AsSpan(at, _end - at).IndexOfAny(Specials) < 0) return [RunOf(at, _end)];

        _count = 0;
        _bracketCount = 0;
        _firstNode = _lastNode = _lastDelimiter = -1;
        _backticks = default;
        _html = default;
        Scan(at);
        FoldEmphasis(-1);
        return Collect(_firstNode, -1, out _);
    }

    private void Scan(int at)
    {
        var textStart = at;
        while (at < _end)
        {
            var skip = _text.AsSpan(at, _end - at).IndexOfAny(Specials);
            if (skip < 0) break;
            at += skip;
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
            Append(InlineKind.Text, at, run);
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
        var added = Append(mark == '~' && run - at > 2 ? InlineKind.Text : InlineKind.Delimiter, at, run);
        ref var node = ref _nodes[added];
        if (node.Kind == InlineKind.Text) return run;
        node.Mark = mark;
        node.RunLength = run - at;
        node.CanOpen = isLeft && (mark != '_' || !isRight || Characters.IsPunctuation(before));
        node.CanClose = isRight && (mark != '_' || !isLeft || Characters.IsPunctuation(after));
        node.PreviousOpen = _lastDelimiter;
        node.NextOpen = -1;
        if (_lastDelimiter >= 0) _nodes[_lastDelimiter].NextOpen = _lastNode;
        _lastDelimiter = _lastNode;
        return run;
    }

    private int Bracket(int at, int end, int textStart)
    {
        Flush(textStart, at);
        var added = Append(InlineKind.Bracket, at, end);
        ref var node = ref _nodes[added];
        node.IsActive = true;
        node.PreviousOpen = _lastDelimiter;
        if (_bracketCount > 0) _nodes[_brackets[_bracketCount - 1]].HasBracketBehind = true;
        if (_bracketCount == _brackets.Length) Array.Resize(ref _brackets, _bracketCount * 2);
        _brackets[_bracketCount++] = _lastNode;
        return end;
    }

    private int CloseBracket(int at, int textStart)
    {
        if (_bracketCount == 0) return -1;
        Flush(textStart, at);
        var opener = _brackets[--_bracketCount];
        var node = _nodes[opener];
        if (!node.IsActive || !TryLink(node, at, out var link))
        {
            Append(InlineKind.Text, at, at + 1);
            return at + 1;
        }
        if (link.Footnote is { } label)
        {
            _lastDelimiter = node.PreviousOpen;
            if (_lastDelimiter >= 0) _nodes[_lastDelimiter].NextOpen = -1;
            FoldInto(opener, new Inline.FootnoteReference(_content.ToSource(node.Start, link.End), label), link.End, height: 1);
            return link.End;
        }
        FoldEmphasis(node.PreviousOpen);
        var isImage = _text[node.Start] == '!';
        var children = Collect(_nodes[opener].Next, -1, out var height);
        if (height >= MaxHeight)
        {
            _bracketCount = 0; // what is around it would be deeper still
            Append(InlineKind.Text, at, at + 1);
            return at + 1;
        }
        var inline = new Inline.Link(_content.ToSource(node.Start, link.End), link.Target, link.TargetSpan, children, isImage)
        {
            UnresolvedReference = link.Unresolved,
        };
        FoldInto(opener, inline, link.End, height + 1);
        if (!isImage) DeactivateLinksBefore();
        return link.End;
    }

    // A link holds no link: what is still open before it cannot become one. All below an inactive one are inactive.
    private void DeactivateLinksBefore()
    {
        for (var i = _bracketCount - 1; i >= 0; i--)
        {
            ref var node = ref _nodes[_brackets[i]];
            if (_text[node.Start] == '!') continue;
            if (!node.IsActive) break;
            node.IsActive = false;
        }
    }

    private bool TryLink(in InlineNode opener, int close, out LinkTail tail)
    {
        if (opener.End < close && _text[opener.End] == '^' && _text[opener.Start] == '['
            && _text.AsSpan(opener.End + 1, Math.Min(close - opener.End - 1, LinkTail.MaxLabel)).IndexOfAny(' ', '\n', '[') < 0)
        {
            var label = _text[(opener.End + 1)..Math.Min(close, opener.End + 1 + LinkTail.MaxLabel)];
            if (targets.HasFootnote(label))
            {
                tail = new LinkTail { End = close + 1, Footnote = label };
                return true;
            }
        }
        return LinkTail.TryInline(_content, close + 1, _end, out tail)
            || LinkTail.TryReference(_content, targets, opener.End, close, _end, opener.HasBracketBehind, out tail);
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
        return new Inline.Link(_content.ToSource(start, end), prefix + shown, inner, [RunOf(start + margin, end - margin)], IsImage: false) { IsAutomatic = true };
    }

    /// <summary>Turns delimiter runs into emphasis (CommonMark 0.31, appendix "process emphasis").</summary>
    /// <param name="bottom">The last delimiter that is not looked at; -1 for none.</param>
    private void FoldEmphasis(int bottom)
    {
        Span<int> openersBottom = stackalloc int[18];
        openersBottom.Fill(bottom);
        var closer = _lastDelimiter;
        if (closer == bottom) return;
        while (_nodes[closer].PreviousOpen != bottom) closer = _nodes[closer].PreviousOpen;
        while (closer >= 0)
        {
            if (!_nodes[closer].CanClose)
            {
                closer = _nodes[closer].NextOpen;
                continue;
            }
            var slot = SlotOf(_nodes[closer]);
            var opener = FindOpener(closer, bottom, openersBottom[slot]);
            if (opener >= 0)
            {
                closer = Emphasize(opener, closer, openersBottom);
                continue;
            }
            openersBottom[slot] = _nodes[closer].PreviousOpen;
            var next = _nodes[closer].NextOpen;
            if (!_nodes[closer].CanOpen) Unlink(closer);
            closer = next;
        }
        _lastDelimiter = bottom;
        if (bottom >= 0) _nodes[bottom].NextOpen = -1;
    }

    private static int SlotOf(in InlineNode node) =>
        node.Mark switch { '*' => 0, '_' => 6, _ => 12 } + (node.CanOpen ? 3 : 0) + node.RunLength % 3;

    private int FindOpener(int closer, int bottom, int slotBottom)
    {
        var at = _nodes[closer].PreviousOpen;
        while (at >= 0 && at != bottom && at != slotBottom)
        {
            if (_nodes[at].Mark == _nodes[closer].Mark && _nodes[at].CanOpen && Pairs(_nodes[at], _nodes[closer])) return at;
            at = _nodes[at].PreviousOpen;
        }
        return -1;
    }

    private static bool Pairs(in InlineNode opener, in InlineNode closer)
    {
        if (opener.Mark == '~') return opener.RunLength == closer.RunLength;
        var isOddMatch = (opener.CanClose || closer.CanOpen) && closer.RunLength % 3 != 0 && (opener.RunLength + closer.RunLength) % 3 == 0;
        return !isOddMatch;
    }

    /// <returns>The closer to look at next.</returns>
    private int Emphasize(int opener, int closer, Span<int> openersBottom)
    {
        while (_nodes[opener].NextOpen != closer) Unlink(_nodes[opener].NextOpen);
        var openLength = _nodes[opener].End - _nodes[opener].Start;
        var closeLength = _nodes[closer].End - _nodes[closer].Start;
        var isStrike = _nodes[opener].Mark == '~';
        var used = isStrike ? openLength : openLength >= 2 && closeLength >= 2 ? 2 : 1;
        var first = _nodes[opener].Next;
        var children = Collect(first, closer, out var height);
        if (height >= MaxHeight)
        {
            openersBottom.Fill(opener); // what opens at or before it would be deeper still
            return closer;
        }
        _nodes[opener].End -= used;
        _nodes[closer].Start += used;
        var start = _nodes[opener].End;
        var end = _nodes[closer].Start;
        var inline = new Inline.Styled(_content.ToSource(start, end), isStrike ? 0 : used, children);
        var node = NewNode(InlineKind.Done, start, end);
        _nodes[node].Inline = inline;
        _nodes[node].Height = (byte)(height + 1);
        _nodes[node].Previous = opener;
        _nodes[node].Next = closer;
        _nodes[opener].Next = node;
        _nodes[closer].Previous = node;
        if (_nodes[opener].Start == _nodes[opener].End) Unlink(opener);
        if (_nodes[closer].Start < _nodes[closer].End) return closer;
        var next = _nodes[closer].NextOpen;
        Unlink(closer);
        return next;
    }

    // Takes a delimiter out of the list of open ones; its characters stay text.
    private void Unlink(int delimiter)
    {
        var (before, behind) = (_nodes[delimiter].PreviousOpen, _nodes[delimiter].NextOpen);
        if (before >= 0) _nodes[before].NextOpen = behind;
        if (behind >= 0) _nodes[behind].PreviousOpen = before;
        else _lastDelimiter = before;
    }

    private void FoldInto(int opener, Inline inline, int end, int height)
    {
        ref var node = ref _nodes[opener];
        node.Kind = InlineKind.Done;
        node.Inline = inline;
        node.End = end;
        node.Height = (byte)height;
        node.Next = -1;
        _lastNode = opener;
    }

    /// <summary>The finished inlines from a node up to another, exclusive; neighbouring characters become one run.</summary>
    private ImmutableArray<Inline> Collect(int from, int until, out int height)
    {
        height = 0;
        var result = ImmutableArray.CreateBuilder<Inline>();
        for (var at = from; at != until && at >= 0; at = _nodes[at].Next)
        {
            if (_nodes[at].Kind == InlineKind.Done)
            {
                result.Add(_nodes[at].Inline!);
                height = Math.Max(height, _nodes[at].Height);
                continue;
            }
            if (_nodes[at].Start == _nodes[at].End) continue;
            var last = at;
            var isPlain = _nodes[at].Kind != InlineKind.Resolved;
            for (var next = _nodes[at].Next; next != until && next >= 0 && _nodes[next].Kind != InlineKind.Done; next = _nodes[next].Next)
            {
                isPlain &= _nodes[next].Kind != InlineKind.Resolved;
                last = next;
            }
            result.Add(isPlain ? RunOf(_nodes[at].Start, _nodes[last].End) : ResolvedRun(at, last));
            height = Math.Max(height, 1);
            at = last;
        }
        return result.DrainToImmutable();
    }

    private Inline.Run ResolvedRun(int from, int to)
    {
        var text = new StringBuilder();
        for (var at = from; ; at = _nodes[at].Next)
        {
            if (_nodes[at].Kind == InlineKind.Resolved) text.Append(_nodes[at].Resolved);
            else text.Append(_text, _nodes[at].Start, _nodes[at].End - _nodes[at].Start);
            if (at == to) break;
        }
        return new Inline.Run(_content.ToSource(_nodes[from].Start, _nodes[to].End), text.Replace('\0', '\uFFFD').ToString());
    }

    private Inline.Run RunOf(int start, int end) => new(_content.ToSource(start, end), _text[start..end].Replace('\0', '\uFFFD'));

    private void Flush(int start, int end)
    {
        if (end > start) Append(InlineKind.Text, start, end);
    }

    private void Resolved(int start, int end, string resolved)
    {
        var added = Append(InlineKind.Resolved, start, end);
        _nodes[added].Resolved = resolved;
    }

    private void Done(Inline inline, int start, int end)
    {
        var added = Append(InlineKind.Done, start, end);
        _nodes[added].Inline = inline;
        _nodes[added].Height = 1;
    }

    private int Append(InlineKind kind, int start, int end)
    {
        var node = NewNode(kind, start, end);
        _nodes[node].Previous = _lastNode;
        if (_lastNode >= 0) _nodes[_lastNode].Next = node;
        else _firstNode = node;
        _lastNode = node;
        return node;
    }

    private int NewNode(InlineKind kind, int start, int end)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new InlineNode { Kind = kind, Start = start, End = end, Previous = -1, Next = -1, PreviousOpen = -1, NextOpen = -1 };
        return _count++;
    }
}
