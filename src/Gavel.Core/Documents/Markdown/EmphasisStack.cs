namespace Gavel.Core.Documents.Markdown;

/// <summary>The delimiter runs that are still open, and how they become emphasis.</summary>
internal sealed class EmphasisStack(InlineNodes nodes)
{
    /// <summary>Deeper emphasis and links stay the characters that they are.</summary>
    public const int MaxHeight = 48;

    /// <summary>-1 when none is open.</summary>
    public int LastDelimiter { get; set; } = -1;

    /// <summary>Adds a node that is a delimiter run.</summary>
    public void Push(int delimiter)
    {
        nodes[delimiter].PreviousOpen = LastDelimiter;
        nodes[delimiter].NextOpen = -1;
        if (LastDelimiter >= 0) nodes[LastDelimiter].NextOpen = delimiter;
        LastDelimiter = delimiter;
    }

    /// <summary>Forgets the runs behind one; they stay text.</summary>
    /// <param name="bottom">-1 for all.</param>
    public void DropTo(int bottom)
    {
        LastDelimiter = bottom;
        if (bottom >= 0) nodes[bottom].NextOpen = -1;
    }

    /// <summary>Turns delimiter runs into emphasis (CommonMark 0.31, appendix "process emphasis").</summary>
    /// <param name="bottom">The last delimiter that is not looked at; -1 for none.</param>
    public void Fold(int bottom)
    {
        Span<int> openersBottom = stackalloc int[18];
        for (var i = 0; i < openersBottom.Length; i++) openersBottom[i] = bottom; // Fill is vector code that is compiled at start
        var closer = LastDelimiter;
        if (closer == bottom) return;
        while (nodes[closer].PreviousOpen != bottom) closer = nodes[closer].PreviousOpen;
        while (closer >= 0)
        {
            if (!nodes[closer].CanClose)
            {
                closer = nodes[closer].NextOpen;
                continue;
            }
            var slot = SlotOf(nodes[closer]);
            var opener = FindOpener(closer, bottom, openersBottom[slot]);
            if (opener >= 0)
            {
                closer = Emphasize(opener, closer, openersBottom);
                continue;
            }
            openersBottom[slot] = nodes[closer].PreviousOpen;
            var next = nodes[closer].NextOpen;
            if (!nodes[closer].CanOpen) Unlink(closer);
            closer = next;
        }
        DropTo(bottom);
    }

    private static int SlotOf(in InlineNode node) =>
        node.Mark switch { '*' => 0, '_' => 6, _ => 12 } + (node.CanOpen ? 3 : 0) + node.RunLength % 3;

    private int FindOpener(int closer, int bottom, int slotBottom)
    {
        var at = nodes[closer].PreviousOpen;
        while (at >= 0 && at != bottom && at != slotBottom)
        {
            if (nodes[at].Mark == nodes[closer].Mark && nodes[at].CanOpen && Pairs(nodes[at], nodes[closer])) return at;
            at = nodes[at].PreviousOpen;
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
        while (nodes[opener].NextOpen != closer) Unlink(nodes[opener].NextOpen);
        var openLength = nodes[opener].End - nodes[opener].Start;
        var closeLength = nodes[closer].End - nodes[closer].Start;
        var isStrike = nodes[opener].Mark == '~';
        var used = isStrike ? openLength : openLength >= 2 && closeLength >= 2 ? 2 : 1;
        var first = nodes[opener].Next;
        var children = nodes.Collect(first, closer, out var height);
        if (height >= MaxHeight)
        {
            openersBottom.Fill(opener); // what opens at or before it would be deeper still
            return closer;
        }
        nodes[opener].End -= used;
        nodes[closer].Start += used;
        var start = nodes[opener].End;
        var end = nodes[closer].Start;
        var inline = new Inline.Styled(nodes.Content.ToSource(start, end), isStrike ? 0 : used, children);
        var node = nodes.New(InlineKind.Done, start, end);
        nodes[node].Inline = inline;
        nodes[node].Height = (byte)(height + 1);
        nodes[node].Previous = opener;
        nodes[node].Next = closer;
        nodes[opener].Next = node;
        nodes[closer].Previous = node;
        if (nodes[opener].Start == nodes[opener].End) Unlink(opener);
        if (nodes[closer].Start < nodes[closer].End) return closer;
        var next = nodes[closer].NextOpen;
        Unlink(closer);
        return next;
    }

    // Takes a delimiter out of the list of open ones; its characters stay text.
    private void Unlink(int delimiter)
    {
        var (before, behind) = (nodes[delimiter].PreviousOpen, nodes[delimiter].NextOpen);
        if (before >= 0) nodes[before].NextOpen = behind;
        if (behind >= 0) nodes[behind].PreviousOpen = before;
        else LastDelimiter = before;
    }
}
