using System.Diagnostics;

namespace Gavel.Rst.Tree;

/// <summary>An element with its children and attributes. Changing a tree keeps <see cref="RstNode.Parent"/> right.</summary>
[DebuggerDisplay("{TagName} [{Span.Start}..{Span.End})")]
public class RstElement : RstNode
{
    private static readonly RstNode[] None = [];

    private RstNode[] _children = None;
    private int _count;
    private RstLabels? _labels;
    private (string Name, string Value)[]? _attributes;

    public RstElement(RstKind kind) => Kind = kind;

    public RstElement(RstKind kind, RstSpan span)
        : this(kind) => Span = span;

    public RstElement(RstKind kind, string text)
        : this(kind) => Add(new RstText(text));

    public RstKind Kind { get; }

    /// <summary>The name of the element in docutils: <c>bullet_list</c>.</summary>
    public string TagName => RstKinds.TagName(Kind);

    /// <summary>The 1-based line that docutils gives the element, 0 where it gives none. For places use the span.</summary>
    public int Line { get; set; }

    public ReadOnlySpan<RstNode> Children => _children.AsSpan(0, _count);

    public int Count => _count;

    public RstNode this[int index] => Children[index];

    /// <summary>The ids, names and classes; made when first asked for. To look only, use <see cref="HasLabels"/> first.</summary>
    public RstLabels Labels => _labels ??= new RstLabels();

    public bool HasLabels => _labels is not null;

    public IReadOnlyList<string> Ids => _labels?.Ids ?? (IReadOnlyList<string>)[];

    public IReadOnlyList<string> Names => _labels?.Names ?? (IReadOnlyList<string>)[];

    public IReadOnlyList<string> Classes => _labels?.Classes ?? (IReadOnlyList<string>)[];

    public ReadOnlySpan<(string Name, string Value)> Attributes => _attributes;

    public override string InnerText => RstInnerText.Of(this);

    /// <summary>The value of an attribute other than the labels (<c>refuri</c>, <c>morecols</c> …), null where it is absent; set null to remove it.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in Attributes)
            {
                if (name == attribute) return value;
            }

            return null;
        }
        set => SetAttribute(attribute, value);
    }

    public void Add(RstNode child) => Insert(_count, child);

    public void Insert(int index, RstNode child)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)_count, nameof(index));
        if (_count == _children.Length) Array.Resize(ref _children, _count == 0 ? 2 : _count * 2);
        if (index < _count) Array.Copy(_children, index, _children, index + 1, _count - index);
        _children[index] = child;
        _count++;
        child.Parent = this;
    }

    public void AddRange(IEnumerable<RstNode> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        foreach (var child in children) Add(child);
    }

    public void InsertRange(int index, IEnumerable<RstNode> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        foreach (var child in children) Insert(index++, child);
    }

    public int IndexOf(RstNode child) => Array.IndexOf(_children, child, 0, _count);

    public void RemoveAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
        _children[index].Parent = null;
        _count--;
        Array.Copy(_children, index + 1, _children, index, _count - index);
        _children[_count] = null!;
    }

    public bool Remove(RstNode child)
    {
        var index = IndexOf(child);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void Clear()
    {
        foreach (var child in Children) child.Parent = null;
        _children = None;
        _count = 0;
    }

    /// <summary>Takes all children out and returns them.</summary>
    public RstNode[] Detach()
    {
        var children = Children.ToArray();
        Clear();
        return children;
    }

    /// <summary>The first child of a kind, or null.</summary>
    public RstElement? Find(RstKind kind)
    {
        foreach (var child in Children)
        {
            if (child is RstElement element && element.Kind == kind) return element;
        }

        return null;
    }

    /// <summary>All elements under this one, without it, in document order. The tree may not change meanwhile.</summary>
    public IEnumerable<RstElement> Descendants()
    {
        var stack = new Stack<(RstElement Element, int Next)>();
        stack.Push((this, 0));
        while (stack.TryPop(out var top))
        {
            if (top.Next >= top.Element.Count) continue;
            stack.Push((top.Element, top.Next + 1));
            if (top.Element[top.Next] is not RstElement child) continue;
            yield return child;
            if (child.Count > 0) stack.Push((child, 0));
        }
    }

    /// <summary>What a reference that is resolved leads to, where that is in this document; null before, and for an embedded address.</summary>
    public RstElement? Destination { get; internal set; }

    /// <summary>Where the element stood among its parent's children when somebody last looked; a guess to be verified.</summary>
    internal int IndexHint { get; set; }

    /// <summary>Whether a transform is done with this reference or target.</summary>
    internal bool IsResolved { get; set; }

    /// <summary>Like <see cref="IndexOf(RstNode)"/>, but looks at and around <paramref name="hint"/> first.</summary>
    internal int IndexOf(RstNode child, int hint) => (uint)hint < (uint)_count && _children[hint] == child ? hint : IndexOf(child);

    /// <summary>Takes out all children that fit, in one pass.</summary>
    internal void RemoveAll(Predicate<RstNode> fits)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var child = _children[i];
            if (fits(child)) child.Parent = null;
            else _children[kept++] = child;
        }

        Array.Clear(_children, kept, _count - kept);
        _count = kept;
    }

    /// <summary>Puts nodes in the place of the child at an index.</summary>
    internal void ReplaceAt(int index, params ReadOnlySpan<RstNode> with)
    {
        if (with.Length == 1)
        {
            _children[index].Parent = null;
            _children[index] = with[0];
            with[0].Parent = this;
            return;
        }

        RemoveAt(index);
        foreach (var node in with) Insert(index++, node);
    }

    private void SetAttribute(string attribute, string? value)
    {
        var all = _attributes ?? [];
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Name != attribute) continue;
            if (value is null) _attributes = [.. all.AsSpan(0, i), .. all.AsSpan(i + 1)];
            else all[i].Value = value;
            return;
        }

        if (value is not null) _attributes = [.. all, (attribute, value)];
    }
}
