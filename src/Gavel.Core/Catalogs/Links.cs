using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Links of a text.</summary>
internal static class Links
{
    public static IEnumerable<Inline.Link> In(Block leaf) => leaf switch
    {
        Block.Paragraph paragraph => In(paragraph.Inlines),
        Block.NestedHeading heading => In(heading.Inlines),
        Block.Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => In(c.Inlines)),
        _ => [],
    };

    private static IEnumerable<Inline.Link> In(ImmutableArray<Inline> inlines)
    {
        Stack<Inline>? open = null;
        foreach (var outer in inlines)
        {
            if (outer is not (Inline.Link or Inline.Styled)) continue;
            open ??= new Stack<Inline>();
            open.Push(outer);
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
