using System.Collections.Immutable;
using System.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>The list of what a leaf block's text was found to be made of; folded from within until only finished inlines are left.</summary>
internal sealed class InlineNodes
{
    private InlineNode[] _nodes = new InlineNode[64];
    private int _count;

    public InlineText Content { get; private set; }

    /// <summary>-1 when the list is empty.</summary>
    public int First { get; private set; } = -1;

    public int Last { get; private set; } = -1;

    /// <summary>Holds until a node is added.</summary>
    public ref InlineNode this[int index] => ref _nodes[index];

    public void Clear(in InlineText content)
    {
        Content = content;
        _count = 0;
        First = Last = -1;
    }

    /// <summary>Ends the list with a node.</summary>
    public void CutBehind(int node)
    {
        _nodes[node].Next = -1;
        Last = node;
    }

    public int Append(InlineKind kind, int start, int end)
    {
        var node = New(kind, start, end);
        _nodes[node].Previous = Last;
        if (Last >= 0) _nodes[Last].Next = node;
        else First = node;
        Last = node;
        return node;
    }

    public int New(InlineKind kind, int start, int end)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new InlineNode { Kind = kind, Start = start, End = end, Previous = -1, Next = -1, PreviousOpen = -1, NextOpen = -1 };
        return _count++;
    }

    /// <summary>The finished inlines from a node up to another, exclusive; neighbouring characters become one run.</summary>
    public ImmutableArray<Inline> Collect(int from, int until, out int height)
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
            else text.Append(Content.Text, _nodes[at].Start, _nodes[at].End - _nodes[at].Start);
            if (at == to) break;
        }
        return new Inline.Run(Content.ToSource(_nodes[from].Start, _nodes[to].End), text.Replace('\0', '\uFFFD').ToString());
    }

    public Inline.Run RunOf(int start, int end) => new(Content.ToSource(start, end), Content.Text[start..end].Replace('\0', '\uFFFD'));
}
