using System.Buffers;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>
/// Reads inline markup. It looks for the characters that can begin or end markup and checks around them, so that ordinary text costs one
/// vectorized search.
/// </summary>
internal sealed class InlineParser(ParseState state)
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("*`_|\\");

    private readonly ParseState _state = state;
    private readonly InlineScanner _scan = new(state.Options.CharacterLevelInlineMarkup);
    private TextRun _run;
    private string _text = "";
    private int _end;
    private int _pos;
    private int _textStart;
    private RstElement _into = null!;
    private InlineTarget _target;

    /// <summary>Reads a text and appends its nodes to <paramref name="into"/>.</summary>
    public void Parse(in TextRun run, RstElement into, in InlineTarget target)
    {
        _run = run;
        _text = run.Text;
        _pos = _textStart = run.From;
        _end = run.To;
        _scan.Begin(run);
        _into = into;
        _target = target;
        while (_pos < _end)
        {
            var found = _text.AsSpan(_pos, _end - _pos).IndexOfAny(Specials);
            if (found < 0) break;
            var at = _pos + found;
            switch (_text[at])
            {
                case '\\': _pos = at + 2; break;
                case '*': Star(at); break;
                case '`': Backquote(at); break;
                case '_': Underscore(at); break;
                default: Bar(at); break;
            }
        }

        FlushText(_end);
    }

    private void Star(int at)
    {
        if (_scan.At(at + 1) == '*')
        {
            if (_scan.IsStart(at, at + 2)) Simple(at, at + 2, EndKind.Strong, RstKind.Strong);
            else _pos = at + 1;
            return;
        }

        if (at > _scan.Remaining && _text[at - 1] == '[' && _scan.At(at + 1) == ']' && _scan.At(at + 2) == '_' && _scan.Prefix(at - 1) && _scan.Suffix(at + 3))
        {
            Footnote(at - 1, at + 1);
            return;
        }

        if (_scan.IsStart(at, at + 1)) Simple(at, at + 1, EndKind.Emphasis, RstKind.Emphasis);
        else _pos = at + 1;
    }

    private void Bar(int at)
    {
        if (_scan.At(at + 1) == '|' || !_scan.IsStart(at, at + 1))
        {
            _pos = at + 1;
            return;
        }

        if (Quoted(at, at + 1)) return;
        var end = _scan.FindEnd(EndKind.Substitution, at + 1);
        if (end <= at + 1)
        {
            Unended(at, at + 1, "substitution_reference");
            return;
        }

        var tail = end + 1;
        while (tail < end + 3 && _scan.At(tail) == '_') tail++;
        while (!_scan.Suffix(tail)) tail--;
        FlushText(at);
        InlineNodes.Substitution(_state, _run, at, end, tail, _into);
        Consumed(tail);
    }

    private void Underscore(int at)
    {
        if (_scan.At(at + 1) == '`' && _scan.IsStart(at, at + 2))
        {
            Target(at);
            return;
        }

        if (at > _scan.Remaining && _text[at - 1] == ']' && _scan.Suffix(at + 1) && _scan.FootnoteStart(at - 1) is >= 0 and var open)
        {
            Footnote(open, at - 1);
            return;
        }

        if (at > _scan.Remaining && TextClasses.IsWord(_text[at - 1]) && _scan.ReferenceStart(at) is >= 0 and var start)
        {
            var nameEnd = _scan.LongestName(start, at);
            var end = _scan.At(nameEnd + 1) == '_' && _scan.Suffix(nameEnd + 2) ? nameEnd + 2 : nameEnd + 1;
            if (_scan.Suffix(end))
            {
                FlushText(start);
                InlineNodes.Reference(_state, _run, start, nameEnd, end, _into);
                Consumed(end);
                return;
            }
        }

        _pos = at + 1;
    }

    private void Backquote(int at)
    {
        if (_scan.At(at + 1) == '`')
        {
            if (_scan.IsStart(at, at + 2)) Simple(at, at + 2, EndKind.Literal, RstKind.Literal);
            else _pos = at + 1;
            return;
        }

        var roleStart = _scan.RoleStart(at);
        var start = roleStart >= 0 ? roleStart : at;
        if (!_scan.IsStart(start, at + 1))
        {
            _pos = at + 1;
            return;
        }

        if (roleStart < 0 && Quoted(at, at + 1)) return;
        var end = _scan.FindEnd(EndKind.Interpreted, at + 1);
        if (end <= at + 1)
        {
            Unended(at, at + 1, "interpreted text or phrase reference");
            return;
        }

        var (roleEnd, tail) = _scan.InterpretedTail(end + 1);
        FlushText(start);
        InlineNodes.Interpreted(_state, _run, new InterpretedPlace(start, at, end, roleEnd, tail), _into, _target);
        Consumed(tail);
    }

    private void Target(int at)
    {
        if (Quoted(at, at + 2)) return;
        var end = _scan.FindEnd(EndKind.Target, at + 2);
        if (end <= at + 2)
        {
            Unended(at, at + 2, "target");
            return;
        }

        FlushText(at);
        InlineNodes.Target(_state, _run, at, end, _into, _target);
        Consumed(end + 1);
    }

    private void Footnote(int open, int close)
    {
        var before = open;
        if (_state.Options.TrimFootnoteReferenceSpace)
        {
            while (before > _textStart && char.IsWhiteSpace(_text[before - 1])) before--;
        }

        FlushText(before);
        InlineNodes.Footnote(_state, _run, open, close, _into);
        Consumed(close + 2);
    }

    private void Simple(int at, int from, EndKind kind, RstKind nodeKind)
    {
        if (Quoted(at, from)) return;
        var end = _scan.FindEnd(kind, from);
        if (end <= from)
        {
            Unended(at, from, RstKinds.TagName(nodeKind));
            return;
        }

        var tail = end + (from - at);
        FlushText(at);
        var element = new RstElement(nodeKind, _run.SpanOf(at, tail));
        var content = _text.AsMemory(from, end - from);
        element.Add(new RstText(kind == EndKind.Literal ? content : Escapes.Remove(content)) { Span = _run.SpanOf(from, end) });
        _into.Add(element);
        Consumed(tail);
    }

    private void Unended(int at, int from, string what)
    {
        FlushText(at);
        var message = _target.Warn(_state, $"Inline {what} start-string without end-string.", _run.SpanOf(at, from));
        _into.Add(_state.Names.Problematic(_text.AsMemory(at, from - at), _run.SpanOf(at, from), message));
        Consumed(from);
    }

    private void Consumed(int to) => _textStart = _scan.Remaining = _pos = to;

    private void FlushText(int to)
    {
        if (to > _textStart) ImplicitLinks.Append(_state, _run.Part(_textStart, to), _into);
        _textStart = to;
    }

    private bool Quoted(int start, int from)
    {
        if (!_scan.IsQuoted(start, from)) return false;
        _scan.Remaining = _pos = from;
        return true;
    }
}
