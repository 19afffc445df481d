using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Links of a text.</summary>
internal static class Links
{
    public static IEnumerable<Inline.Link> In(Block leaf)
    {
        var open = new Stack<Inline>();
        switch (leaf)
        {
            case Block.Paragraph paragraph: Push(open, paragraph.Inlines); break;
            case Block.NestedHeading heading: Push(open, heading.Inlines); break;
            case Block.Table table:
                for (var i = table.Rows.Length - 1; i >= 0; i--)
                {
                    for (var j = table.Rows[i].Cells.Length - 1; j >= 0; j--) Push(open, table.Rows[i].Cells[j].Inlines);
                }
                break;
        }
        while (open.TryPop(out var inline))
        {
            if (inline is Inline.Link link)
            {
                yield return link;
                Push(open, link.Children);
            }
            if (inline is Inline.Styled styled) Push(open, styled.Children);
        }
    }

    /// <summary>The path in the tree that a link's target means.</summary>
    /// <returns>Null for an address elsewhere, for an anchor alone, and for what leads out of the root.</returns>
    public static string? PathOf(string target, string folder)
    {
        if (target.Length == 0 || target[0] is '#' or '<' or '{' || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = Uri.UnescapeDataString(end < 0 ? target : target[..end]);
        return path.Length == 0 || path.Contains('\0') ? null : TreePath.Resolve(folder, path);
    }

    private static void Push(Stack<Inline> open, ImmutableArray<Inline> inlines)
    {
        for (var i = inlines.Length - 1; i >= 0; i--) open.Push(inlines[i]);
    }
}
