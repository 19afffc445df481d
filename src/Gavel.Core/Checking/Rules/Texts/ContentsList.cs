using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Texts;

/// <param name="Span">The link.</param>
/// <param name="Anchor">Without <c>#</c>.</param>
/// <param name="Depth">From 0.</param>
internal sealed record ContentsEntry(string Text, string Anchor, TextSpan Span, int Depth);

/// <summary>A list of links to the document's own headings, before all or nearly all of them.</summary>
internal sealed record ContentsList(Block.List List, ImmutableArray<ContentsEntry> Entries)
{
    private const int FewestEntries = 3;

    /// <returns>Null when there is none.</returns>
    public static ContentsList? Find(Document document)
    {
        // It stands before the first section, or is one of the first sections itself.
        foreach (var section in document.Root.SelfAndDescendants().Take(4))
        {
            foreach (var block in section.Blocks)
            {
                if (block is Block.List { Kind: not ListKind.Definition } list && Read(list) is { } contents) return contents;
            }
        }
        return null;
    }

    private static ContentsList? Read(Block.List list)
    {
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        var open = new Stack<(ListItem Item, int Depth)>();
        Push(open, list, 0);
        while (open.TryPop(out var next))
        {
            foreach (var block in next.Item.Blocks)
            {
                switch (block)
                {
                    case Block.Paragraph paragraph when EntryOf(paragraph, next.Depth) is { } entry: entries.Add(entry); break;
                    case Block.List: break;
                    default: return null;
                }
            }
            for (var i = next.Item.Blocks.Length - 1; i >= 0; i--)
            {
                if (next.Item.Blocks[i] is Block.List below) Push(open, below, next.Depth + 1);
            }
        }
        return entries.Count >= FewestEntries ? new ContentsList(list, entries.ToImmutable()) : null;
    }

    /// <summary>One link to an anchor and nothing else but marks.</summary>
    private static ContentsEntry? EntryOf(Block.Paragraph paragraph, int depth)
    {
        ContentsEntry? entry = null;
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is Inline.Link { IsImage: false } link && link.Target.StartsWith('#') && entry is null)
                entry = new ContentsEntry(PlainText.Of(link.Children), Uri.UnescapeDataString(link.Target[1..]), link.Span, depth);
            else if (inline is not Inline.LineBreak && !(inline is Inline.Run run && run.Text.AsSpan().Trim(" .)0123456789").IsEmpty))
                return null;
        }
        return entry;
    }

    private static void Push(Stack<(ListItem, int)> open, Block.List list, int depth)
    {
        for (var i = list.Items.Length - 1; i >= 0; i--) open.Push((list.Items[i], depth));
    }
}
