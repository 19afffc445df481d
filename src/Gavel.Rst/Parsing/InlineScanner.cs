namespace Gavel.Rst.Parsing;

/// <summary>
/// Decides what may begin and end inline markup at a place of a text: the inline markup recognition rules of the specification. A kind of
/// end-string that is not found once is not looked for again, which keeps the work linear.
/// </summary>
internal sealed class InlineScanner(bool anywhere)
{
    private readonly bool _anywhere = anywhere;
    private int _from;
    private int _noEnd;

    public string Text { get; private set; } = "";

    public int End { get; private set; }

    /// <summary>Where the text behind the last markup begins; there markup may begin as at the start of a text.</summary>
    public int Remaining { get; set; }

    public void Begin(in TextRun run)
    {
        Text = run.Text;
        Remaining = _from = run.From;
        End = run.To;
        _noEnd = 0;
    }

    public char At(int index) => index < End ? Text[index] : '\0';

    /// <summary>Whether a start-string stands between matching quotes or brackets, or at the very end, which makes it ordinary text.</summary>
    public bool IsQuoted(int start, int from) =>
        start != Remaining && (from >= End || QuotePairs.Match(Text[start - 1], Text[from]));

    public bool IsStart(int start, int from) => Prefix(start) && (from >= End || !char.IsWhiteSpace(Text[from]));

    public bool Prefix(int at)
    {
        if (at == Remaining) return true;
        if (_anywhere) return Text[at - 1] != '\\' || at - 2 < Remaining || Text[at - 2] == '\\';
        return TextClasses.MayPrecedeStart(Text[at - 1], at - 2 >= _from ? Text[at - 2] : '\0');
    }

    public bool Suffix(int at) =>
        at >= End || _anywhere || TextClasses.MayFollowEnd(Text[at], at + 1 < End ? Text[at + 1] : '\0');

    /// <summary>Where the end-string is; -1 if there is none.</summary>
    public int FindEnd(EndKind kind, int from)
    {
        var flag = 1 << (int)kind;
        if ((_noEnd & flag) != 0) return -1;
        var end = kind == EndKind.Literal ? FindLiteralEnd(from) : FindMarkupEnd(kind, from);
        if (end < 0) _noEnd |= flag;
        return end;
    }

    private int FindLiteralEnd(int from)
    {
        for (var i = from; i + 1 < End; i++)
        {
            var found = Text.AsSpan(i, End - i).IndexOf("``");
            if (found < 0) return -1;
            i += found;
            if ((i == from || !char.IsWhiteSpace(Text[i - 1])) && Suffix(i + 2)) return i;
        }

        return -1;
    }

    private int FindMarkupEnd(EndKind kind, int from)
    {
        var end = kind is EndKind.Emphasis or EndKind.Strong ? '*' : kind == EndKind.Substitution ? '|' : '`';
        var escaped = -1;
        for (var i = from; i < End; i++)
        {
            var found = Text.AsSpan(i, End - i).IndexOfAny(end, '\\');
            if (found < 0) return -1;
            i += found;
            if (Text[i] == '\\')
            {
                escaped = ++i;
                continue;
            }

            if (i > from && char.IsWhiteSpace(Text[i - 1]) && (end == '*' || escaped != i - 1)) continue;
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
    public (int RoleEnd, int Tail) InterpretedTail(int from)
    {
        if (At(from) == ':')
        {
            var name = TextClasses.SimpleName(Text.AsSpan(from + 1, End - from - 1));
            for (var length = name; length > 0; length--)
            {
                if (At(from + 1 + length) != ':' || !TextClasses.IsWord(Text[from + length])) continue;
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
    public int ReferenceStart(int at)
    {
        if (!_anywhere && !(At(at + 1) == '_' ? Suffix(at + 2) : Suffix(at + 1))) return -1;
        var start = NameStart(at);
        for (var i = start; i < at; i++)
        {
            if ((i == start || TextClasses.IsNameSeparator(Text[i - 1])) && TextClasses.IsWord(Text[i]) && Prefix(i)) return i;
        }

        return -1;
    }

    private int NameStart(int end)
    {
        var i = end;
        while (true)
        {
            while (i > Remaining && TextClasses.IsWord(Text[i - 1])) i--;
            if (i - 1 <= Remaining || !TextClasses.IsNameSeparator(Text[i - 1]) || !TextClasses.IsWord(Text[i - 2])) return i;
            i--;
        }
    }

    /// <summary>Where the longest name from the start ends that an underscore follows, at or after a place.</summary>
    public int LongestName(int start, int at)
    {
        if (!_anywhere) return at;
        var length = TextClasses.SimpleName(Text.AsSpan(start, End - start));
        for (var i = start + length; i > at; i--)
        {
            if (At(i) == '_') return i;
        }

        return at;
    }

    /// <summary>The colon that begins the role before a backquote, -1 if there is none.</summary>
    public int RoleStart(int at)
    {
        if (at - 2 <= Remaining || Text[at - 1] != ':' || !TextClasses.IsWord(Text[at - 2])) return -1;
        var start = NameStart(at - 1);
        if (start > Remaining && Text[start - 1] == ':' && Prefix(start - 1)) return start - 1;
        if (!_anywhere) return -1;
        var colon = Text.AsSpan(start, at - 2 - start).IndexOf(':');
        return colon < 0 ? -1 : start + colon;
    }

    /// <summary>The bracket that opens the footnote label that a bracket closes, -1 if it is no label.</summary>
    public int FootnoteStart(int close)
    {
        var i = close;
        while (i > Remaining && (TextClasses.IsWord(Text[i - 1]) || TextClasses.IsNameSeparator(Text[i - 1]) || Text[i - 1] == '#')) i--;
        if (i - 1 < Remaining || Text[i - 1] != '[' || !Prefix(i - 1)) return -1;
        return InlineNodes.IsFootnoteLabel(Text.AsSpan(i, close - i)) ? i - 1 : -1;
    }
}

/// <summary>What an end-string ends.</summary>
internal enum EndKind
{
    Emphasis,
    Strong,
    Literal,
    Interpreted,
    Target,
    Substitution,
}
