namespace Gavel.Rst.Tree;

/// <summary>A node of the tree: an <see cref="RstElement"/> or an <see cref="RstText"/>.</summary>
public abstract class RstNode
{
    private protected RstNode()
    {
    }

    /// <summary>Null for the root and for a node that is not in a tree.</summary>
    public RstElement? Parent { get; internal set; }

    /// <summary>Where the node stands in the original text. What another file or a directive brought in has the span of the directive.</summary>
    public RstSpan Span { get; set; }

    /// <summary>The text of the node and of all under it, as docutils' <c>astext</c> gives it (blocks apart by an empty line).</summary>
    public abstract string InnerText { get; }
}
