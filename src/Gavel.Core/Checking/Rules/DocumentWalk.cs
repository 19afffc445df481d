using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Checking.Rules;

/// <summary>Walks a document in the order of its text. Never recurses: nesting has no bound.</summary>
internal static class DocumentWalk
{
    /// <summary>All blocks of a section and of the sections below it, those inside lists, quotes and directives too.</summary>
    public static IEnumerable<Block> BlocksBelow(this Section section)
    {
        foreach (var each in section.SelfAndDescendants())
        {
            foreach (var block in each.OwnBlocks()) yield return block;
        }
    }

    /// <summary>All blocks before the first child, nested ones too.</summary>
    public static IEnumerable<Block> OwnBlocks(this Section section) => Nested(section.Blocks);

    /// <summary>The blocks and what is nested in them.</summary>
    public static IEnumerable<Block> Nested(ImmutableArray<Block> blocks)
    {
        var open = new Stack<Block>();
        Push(open, blocks);
        while (open.TryPop(out var block))
        {
            yield return block;
            switch (block)
            {
                case Block.List list:
                    for (var i = list.Items.Length - 1; i >= 0; i--) Push(open, list.Items[i].Blocks);
                    break;
                case Block.Quote quote: Push(open, quote.Blocks); break;
                case Block.Directive directive: Push(open, directive.Blocks); break;
                case Block.Footnote footnote: Push(open, footnote.Blocks); break;
            }
        }
    }

    /// <summary>The inlines that stand in the block itself, those inside emphasis and links too; not those of nested blocks.</summary>
    public static IEnumerable<Inline> Inlines(this Block block) => block switch
    {
        Block.Paragraph paragraph => Nested(paragraph.Inlines),
        Block.NestedHeading heading => Nested(heading.Inlines),
        Block.Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => Nested(cell.Inlines)),
        Block.List list => list.Items.Where(item => item.Term is not null).SelectMany(item => Nested(item.Term!.Value)),
        _ => [],
    };

    /// <summary>All inlines of a section and of those below it, headings included.</summary>
    public static IEnumerable<Inline> InlinesBelow(this Section section)
    {
        foreach (var each in section.SelfAndDescendants())
        {
            if (each.Heading is { } heading)
            {
                foreach (var inline in Nested(heading.Inlines)) yield return inline;
            }
            foreach (var block in each.OwnBlocks())
            {
                foreach (var inline in block.Inlines()) yield return inline;
            }
        }
    }

    public static IEnumerable<Inline.Link> Links(this Document document) => document.Root.InlinesBelow().OfType<Inline.Link>();

    private static IEnumerable<Inline> Nested(ImmutableArray<Inline> inlines)
    {
        var open = new Stack<Inline>();
        Push(open, inlines);
        while (open.TryPop(out var inline))
        {
            yield return inline;
            if (inline is Inline.Styled styled) Push(open, styled.Children);
            else if (inline is Inline.Link link) Push(open, link.Children);
        }
    }

    private static void Push<T>(Stack<T> open, ImmutableArray<T> items)
    {
        for (var i = items.Length - 1; i >= 0; i--) open.Push(items[i]);
    }
}
