using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>Which paragraphs stand alone in their place, so that in a page they need no element of their own: in a cell, in a definition, in the items of a list of such.</summary>
internal sealed class CompactLists(RstHtmlOptions options)
{
    private readonly Dictionary<RstElement, bool> _lists = [];

    public bool Unwraps(RstElement paragraph)
    {
        if (!options.InPage || paragraph.Parent is not { } parent || paragraph.Ids.Count > 0 || paragraph.Classes.Count > 0 || parent.Count == 0 || parent[0] != paragraph) return false;
        return parent.Kind switch
        {
            RstKind.Entry or RstKind.Definition or RstKind.Description or RstKind.FieldBody => parent.Count == 1,
            RstKind.ListItem => parent.Parent is { } list && IsCompact(list),
            _ => false,
        };
    }

    // Each item is one paragraph, or a paragraph with lists behind it.
    private bool IsCompact(RstElement list)
    {
        if (_lists.TryGetValue(list, out var known)) return known;
        var isCompact = true;
        foreach (var child in list.Children)
        {
            if (child is not RstElement { Kind: RstKind.ListItem } item) continue;
            for (var i = 0; i < item.Count && isCompact; i++)
            {
                isCompact = item[i] is RstElement block && (i == 0 ? block.Kind == RstKind.Paragraph : block.Kind is RstKind.BulletList or RstKind.EnumeratedList);
            }
        }

        _lists.Add(list, isCompact);
        return isCompact;
    }
}
