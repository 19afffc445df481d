using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Authoring;

/// <summary>Every link, every other inline and every directive of a document, in no particular order. Does not recurse.</summary>
internal static class DocumentWalk
{
    public static IEnumerable<Inline.Link> Links(Document document) => All(document).OfType<Inline.Link>();

    /// <summary>Inlines and directives.</summary>
    public static IEnumerable<object> All(Document document)
    {
        var blocks = new Stack<Block>();
        var inlines = new Stack<Inline>();
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) Push(inlines, heading.Inlines);
            foreach (var block in section.Blocks) blocks.Push(block);
            while (blocks.TryPop(out var block))
            {
                if (block is Block.Directive) yield return block;
                Open(block, blocks, inlines);
            }
            while (inlines.TryPop(out var inline))
            {
                if (inline is Inline.Styled styled) Push(inlines, styled.Children);
                if (inline is Inline.Link link) Push(inlines, link.Children);
                yield return inline;
            }
        }
    }

    private static void Open(Block block, Stack<Block> blocks, Stack<Inline> inlines)
    {
        switch (block)
        {
            case Block.Paragraph paragraph: Push(inlines, paragraph.Inlines); break;
            case Block.NestedHeading heading: Push(inlines, heading.Inlines); break;
            case Block.Quote quote: Push(blocks, quote.Blocks); break;
            case Block.Directive directive: Push(blocks, directive.Blocks); break;
            case Block.Footnote footnote: Push(blocks, footnote.Blocks); break;
            case Block.List list:
                foreach (var item in list.Items)
                {
                    if (item.Term is { } term) Push(inlines, term);
                    Push(blocks, item.Blocks);
                }
                break;
            case Block.Table table:
                foreach (var row in table.Rows)
                    foreach (var cell in row.Cells) Push(inlines, cell.Inlines);
                break;
            case Block.LinkDefinition definition:
                inlines.Push(new Inline.Link(definition.Span, definition.Target, definition.TargetSpan, [], IsImage: false));
                break;
        }
    }

    private static void Push<T>(Stack<T> stack, ImmutableArray<T> items)
    {
        foreach (var item in items) stack.Push(item);
    }
}
