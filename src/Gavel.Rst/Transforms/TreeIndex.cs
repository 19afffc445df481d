using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>The nodes that transforms look for, in document order, found in one walk.</summary>
internal sealed class TreeIndex
{
    public List<RstElement> Targets { get; } = [];

    /// <summary>References, footnote references and citation references.</summary>
    public List<RstElement> References { get; } = [];

    public List<RstElement> SubstitutionReferences { get; } = [];

    public List<RstElement> Footnotes { get; } = [];

    public List<RstElement> Citations { get; } = [];

    public List<RstPending> Pendings { get; } = [];

    public List<RstElement> Transitions { get; } = [];

    public List<RstElement> Comments { get; } = [];

    public List<RstElement> Admonitions { get; } = [];

    public List<RstElement> Problematics { get; } = [];

    public List<RstElement> Messages { get; } = [];

    public List<RstElement> Sections { get; } = [];

    public static TreeIndex Of(RstElement root)
    {
        var index = new TreeIndex();
        var stack = new Stack<(RstElement Element, int Next)>();
        stack.Push((root, 0));
        while (stack.TryPop(out var top))
        {
            var (element, next) = top;
            var children = element.Children;
            while (next < children.Length)
            {
                if (children[next] is RstElement child)
                {
                    child.IndexHint = next;
                    index.Note(child);
                    if (child.Count > 0)
                    {
                        stack.Push((element, next + 1));
                        stack.Push((child, 0));
                        break;
                    }
                }

                next++;
            }
        }

        return index;
    }

    private void Note(RstElement element)
    {
        switch (element.Kind)
        {
            case RstKind.Target: Targets.Add(element); break;
            case RstKind.Reference or RstKind.FootnoteReference or RstKind.CitationReference: References.Add(element); break;
            case RstKind.SubstitutionReference: SubstitutionReferences.Add(element); break;
            case RstKind.Footnote: Footnotes.Add(element); break;
            case RstKind.Citation: Citations.Add(element); break;
            case RstKind.Pending when element is RstPending pending: Pendings.Add(pending); break;
            case RstKind.Transition: Transitions.Add(element); break;
            case RstKind.Comment: Comments.Add(element); break;
            case >= RstKind.Admonition and <= RstKind.Warning: Admonitions.Add(element); break;
            case RstKind.Problematic: Problematics.Add(element); break;
            case RstKind.SystemMessage: Messages.Add(element); break;
            case RstKind.Section: Sections.Add(element); break;
        }
    }
}
