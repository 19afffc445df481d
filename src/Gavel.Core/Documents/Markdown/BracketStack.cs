namespace Gavel.Core.Documents.Markdown;

/// <summary>Opening brackets that links, images and footnotes may begin with (CommonMark 0.31, appendix "look for link or image").</summary>
internal sealed class BracketStack(InlineNodes nodes, EmphasisStack emphasis, LinkTargets targets)
{
    private int[] _open = new int[16]; // nodes
    private int _count;
    private int _settled; // so many of them, from the first on, are inactive or images

    public bool IsEmpty => _count == 0;

    public void Clear() => _count = _settled = 0;

    public void Open(int at, int end)
    {
        var added = nodes.Append(InlineKind.Bracket, at, end);
        ref var node = ref nodes[added];
        node.IsActive = true;
        node.PreviousOpen = emphasis.LastDelimiter;
        if (_count > 0) nodes[_open[_count - 1]].HasBracketBehind = true;
        if (_count == _open.Length) Array.Resize(ref _open, _count * 2);
        _open[_count++] = added;
    }

    /// <summary>Makes a link, an image or a reference of what stands since the last opening bracket; not for an empty stack.</summary>
    /// <param name="at">Of the closing bracket; what stands before it has its nodes.</param>
    /// <param name="end">Of the content.</param>
    /// <returns>Where reading goes on.</returns>
    public int Close(int at, int end)
    {
        var opener = _open[--_count];
        _settled = Math.Min(_settled, _count);
        var node = nodes[opener];
        if (!node.IsActive || !TryLink(node, at, end, out var link)) return AsText(at);
        var content = nodes.Content;
        if (link.Footnote is { } label)
        {
            emphasis.DropTo(node.PreviousOpen);
            FoldInto(opener, new Inline.FootnoteReference(content.ToSource(node.Start, link.End), label), link.End, height: 1);
            return link.End;
        }
        emphasis.Fold(node.PreviousOpen);
        var isImage = content.Text[node.Start] == '!';
        var children = nodes.Collect(nodes[opener].Next, -1, out var height);
        if (height >= EmphasisStack.MaxHeight)
        {
            Clear(); // what is around it would be deeper still
            return AsText(at);
        }
        var inline = new Inline.Link(content.ToSource(node.Start, link.End), link.Target, link.TargetSpan, children, isImage)
        {
            UnresolvedReference = link.Unresolved,
        };
        FoldInto(opener, inline, link.End, height + 1);
        if (!isImage) DeactivateLinksBefore();
        return link.End;
    }

    private int AsText(int at)
    {
        nodes.Append(InlineKind.Text, at, at + 1);
        return at + 1;
    }

    // A link holds no link: what is still open before it cannot become one.
    private void DeactivateLinksBefore()
    {
        for (; _settled < _count; _settled++)
        {
            ref var node = ref nodes[_open[_settled]];
            if (nodes.Content.Text[node.Start] != '!') node.IsActive = false;
        }
    }

    private bool TryLink(in InlineNode opener, int close, int end, out LinkTail tail)
    {
        var content = nodes.Content;
        var text = content.Text;
        if (opener.End < close && text[opener.End] == '^' && text[opener.Start] == '['
            && text.AsSpan(opener.End + 1, Math.Min(close - opener.End - 1, LinkTail.MaxLabel)).IndexOfAny(' ', '\n', '[') < 0)
        {
            var label = text[(opener.End + 1)..Math.Min(close, opener.End + 1 + LinkTail.MaxLabel)];
            if (targets.HasFootnote(label))
            {
                tail = new LinkTail { End = close + 1, Footnote = label };
                return true;
            }
        }
        return LinkTail.TryInline(content, close + 1, end, out tail)
            || LinkTail.TryReference(content, targets, opener.End, close, end, opener.HasBracketBehind, out tail);
    }

    private void FoldInto(int opener, Inline inline, int end, int height)
    {
        ref var node = ref nodes[opener];
        node.Kind = InlineKind.Done;
        node.Inline = inline;
        node.End = end;
        node.Height = (byte)height;
        nodes.CutBehind(opener);
    }
}
