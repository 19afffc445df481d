using System.Buffers;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>
/// Reads inline markup. It looks for the characters that can begin or end markup and checks around them, so that ordinary text costs one
/// vectorized search. A kind of end-string that is not found once is not looked for again, which keeps the work linear.
/// </summary>
internal sealed class InlineParser(ParseState state)
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("*`_|\\");

    private readonly ParseState _state = state;
    private readonly bool _anywhere = state.Options.CharacterLevelInlineMarkup;
    private TextRun _run;
    private string _text = "";
    private int _end;
    private int _pos;
    private int _remaining;
    private int _textStart;
    private int _noEnd;
    private RstElement _into = null!;
    private InlineTarget _target;

    /// <summary>Reads a text and appends its nodes to <paramref name="into"/>.</summary>
    public void Parse(in TextRun run, RstElement into, in InlineTarget target)
    {
        _run = run;
        _text = run.Text;
        _pos = _remaining = _textStart = run.From;
        _end = run.To;
        _noEnd = 0;
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
        if (At(at + 1) == '*')
        {
            if (IsStart(at, at + 2)) Simple(at, at + 2, EndKind.Strong, RstKind.Strong);
            else _pos = at + 1;
            return;
        }

        if (at > _remaining && _text[at - 1] == '[' && At(at + 1) == ']' && At(at + 2) == '_' && Prefix(at - 1) && Suffix(at + 3))
        {
            Footnote(at - 1, at + 1);
            return;
        }

        if (IsStart(at, at + 1)) Simple(at, at + 1, EndKind.Emphasis, RstKind.Emphasis);
        else _pos = at + 1;
    }

    private void Bar(int at)
    {
        if (At(at + 1) == '|' || !IsStart(at, at + 1))
        {
            _pos = at + 1;
            return;
        }

        if (Quoted(at, at + 1)) return;
        var end = FindEnd(EndKind.Substitution, at + 1);
        if (end <= at + 1)
        {
            Unended(at, at + 1, "substitution_reference");
            return;
        }

        var tail = end + 1;
        while (tail < end + 3 && At(tail) == '_') tail++;
        while (!Suffix(tail)) tail--;
        FlushText(at);
        InlineNodes.Substitution(_state, _run, at, end, tail, _into);
        Consumed(tail);
    }

    private void Underscore(int at)
    {
        if (At(at + 1) == '`' && IsStart(at, at + 2))
        {
            Target(at);
            return;
        }

        if (at > _remaining && _text[at - 1] == ']' && Suffix(at + 1) && FootnoteStart(at - 1) is >= 0 and var open)
        {
            Footnote(open, at - 1);
            return;
        }

        if (at > _remaining && TextClasses.IsWord(_text[at - 1]) && ReferenceStart(at) is >= 0 and var start)
        {
            var nameEnd = _anywhere ? LongestName(start, at) : at;
            var end = At(nameEnd + 1) == '_' && Suffix(nameEnd + 2) ? nameEnd + 2 : nameEnd + 1;
            if (Suffix(end))
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
        if (At(at + 1) == '`')
        {
            if (IsStart(at, at + 2)) Simple(at, at + 2, EndKind.Literal, RstKind.Literal);
            else _pos = at + 1;
            return;
        }

        var roleStart = RoleStart(at);
        var start = roleStart >= 0 ? roleStart : at;
        if (!IsStart(start, at + 1))
        {
            _pos = at + 1;
            return;
        }

        if (roleStart < 0 && Quoted(at, at + 1)) return;
        var end = FindEnd(EndKind.Interpreted, at + 1);
        if (end <= at + 1)
        {
            Unended(at, at + 1, "interpreted text or phrase reference");
            return;
        }

        var (roleEnd, tail) = InterpretedTail(end + 1);
        FlushText(start);
        InlineNodes.Interpreted(_state, _run, new InterpretedPlace(start, at, end, roleEnd, tail), _into, _target);
        Consumed(tail);
    }

    private void Target(int at)
    {
        if (Quoted(at, at + 2)) return;
        var end = FindEnd(EndKind.Target, at + 2);
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
        var end = FindEnd(kind, from);
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

    private void Consumed(int to) => _textStart = _remaining = _pos = to;

    private void FlushText(int to)
    {
        if (to > _textStart) ImplicitLinks.Append(_state, _run.Part(_textStart, to), _into);
        _textStart = to;
    }

    /// <summary>A start-string between matching quotes or brackets, or at the very end, is ordinary text.</summary>
    private bool Quoted(int start, int from)
    {
        if (start == _remaining || (from < _end && !QuotePairs.Match(_text[start - 1], _text[from]))) return false;
        _remaining = _pos = from;
        return true;
    }

    private char At(int index) => index < _end ? _text[index] : '\0';

    private bool IsStart(int start, int from) => Prefix(start) && (from >= _end || !char.IsWhiteSpace(_text[from]));

    private bool Prefix(int at)
    {
        if (at == _remaining) return true;
        if (_anywhere) return _text[at - 1] != '\\' || at - 2 < _remaining || _text[at - 2] == '\\';
        return TextClasses.MayPrecedeStart(_text[at - 1], at - 2 >= _run.From ? _text[at - 2] : '\0');
    }

    private bool Suffix(int at) =>
        at >= _end || _anywhere || TextClasses.MayFollowEnd(_text[at], at + 1 < _end ? _text[at + 1] : '\0');

    /// <summary>Where the end-string is; -1 if there is none.</summary>
    private int FindEnd(EndKind kind, int from)
    {
        var flag = 1 << (int)kind;
        if ((_noEnd & flag) != 0) return -1;
        var end = kind == EndKind.Literal ? FindLiteralEnd(from) : FindMarkupEnd(kind, from);
        if (end < 0) _noEnd |= flag;
        return end;
    }

    private int FindLiteralEnd(int from)
    {
        for (var i = from; i + 1 < _end; i++)
        {
            var found = _text.AsSpan(i, _end - i).IndexOf("``");
            if (found < 0) return -1;
            i += found;
            if ((i == from || !char.IsWhiteSpace(_text[i - 1])) && Suffix(i + 2)) return i;
        }

        return -1;
    }

    private int FindMarkupEnd(EndKind kind, int from)
    {
        var end = kind is EndKind.Emphasis or EndKind.Strong ? '*' : kind == EndKind.Substitution ? '|' : '`';
        var escaped = -1;
        for (var i = from; i < _end; i++)
        {
            var found = _text.AsSpan(i, _end - i).IndexOfAny(end, '\\');
            if (found < 0) return -1;
            i += found;
            if (_text[i] == '\\')
            {
                escaped = ++i;
                continue;
            }

            if (i > from && char.IsWhiteSpace(_text[i - 1]) && (end == '*' || escaped != i - 1)) continue;
            var fits = kind switch
            {
                EndKind.Emphasis => Suffix(i + 1),
                EndKind.Strong => At(i + 1) == '*' && Suffix(i + 2),
                EndKind.Target => Suffix(i + 1),
                EndKind.Substitution => Suffix(i + 1) || (At(i + 1) == '_' && (Suffix(i + 2) || (At(i + 2) == '_' && Suffix(i + 3)))),
                _ => InterpretedTail(i + 1).Tail >= 0,
            };
            if (fits) return i;
        }

        return -1;
    }

    /// <summary>What follows the closing backquote: a role in colons, then up to two underscores. Tail is -1 where no end-string can be.</summary>
    private (int RoleEnd, int Tail) InterpretedTail(int from)
    {
        if (At(from) == ':')
        {
            var name = TextClasses.SimpleName(_text.AsSpan(from + 1, _end - from - 1));
            for (var length = name; length > 0; length--)
            {
                if (At(from + 1 + length) != ':' || !TextClasses.IsWord(_text[from + length])) continue;
                var tail = RefEnd(from + 2 + length);
                if (tail >= 0) return (from + 2 + length, tail);
            }
        }

        return (from, RefEnd(from));
    }

    private int RefEnd(int from)
    {
        if (At(from) == '_' && At(from + 1) == '_' && Suffix(from + 2)) return from + 2;
        if (At(from) == '_' && Suffix(from + 1)) return from + 1;
        return Suffix(from) ? from : -1;
    }

    /// <summary>The start of the reference name that ends at the underscore, -1 if none can start there.</summary>
    private int ReferenceStart(int at)
    {
        if (!_anywhere && !(At(at + 1) == '_' ? Suffix(at + 2) : Suffix(at + 1))) return -1;
        var start = NameStart(at);
        for (var i = start; i < at; i++)
        {
            if ((i == start || TextClasses.IsNameSeparator(_text[i - 1])) && TextClasses.IsWord(_text[i]) && Prefix(i)) return i;
        }

        return -1;
    }

    private int NameStart(int end)
    {
        var i = end;
        while (true)
        {
            while (i > _remaining && TextClasses.IsWord(_text[i - 1])) i--;
            if (i - 1 <= _remaining || !TextClasses.IsNameSeparator(_text[i - 1]) || !TextClasses.IsWord(_text[i - 2])) return i;
            i--;
        }
    }

    private int LongestName(int start, int at)
    {
        var length = TextClasses.SimpleName(_text.AsSpan(start, _end - start));
        for (var i = start + length; i > at; i--)
        {
            if (At(i) == '_') return i;
        }

        return at;
    }

    private int RoleStart(int at)
    {
        if (at - 2 <= _remaining || _text[at - 1] != ':' || !TextClasses.IsWord(_text[at - 2])) return -1;
        var start = NameStart(at - 1);
        if (start > _remaining && _text[start - 1] == ':' && Prefix(start - 1)) return start - 1;
        if (!_anywhere) return -1;
        var colon = _text.AsSpan(start, at - 2 - start).IndexOf(':');
        return colon < 0 ? -1 : start + colon;
    }

    private int FootnoteStart(int close)
    {
        var i = close;
        while (i > _remaining && (TextClasses.IsWord(_text[i - 1]) || TextClasses.IsNameSeparator(_text[i - 1]) || _text[i - 1] == '#')) i--;
        if (i - 1 < _remaining || _text[i - 1] != '[' || !Prefix(i - 1)) return -1;
        return InlineNodes.IsFootnoteLabel(_text.AsSpan(i, close - i)) ? i - 1 : -1;
    }

    private enum EndKind
    {
        Emphasis,
        Strong,
        Literal,
        Interpreted,
        Target,
        Substitution,
    }
}
