using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <param name="Span">The link.</param>
/// <param name="Anchor">Without <c>#</c>.</param>
/// <param name="Depth">From 0.</param>
public sealed record TocEntry(string Text, string Anchor, TextSpan Span, int Depth);

/// <summary>A list of links to the document's own headings that stands before them.</summary>
/// <param name="Items">The outermost items; a header list just before them may be part of the same list and is not among them.</param>
/// <param name="Span">From the first item to the end of the last.</param>
public sealed record TableOfContents(ImmutableArray<ListItem> Items, ListKind Kind, TextSpan Span, ImmutableArray<TocEntry> Entries)
{
    private const int FewestEntries = 3;
    private const int MostProse = 1; // paragraphs above it in a section of its own
    private const string ContentsDirective = "contents";

    /// <returns>Null when there is none.</returns>
    public static TableOfContents? Find(Document document)
    {
        // It stands before the first section, or is one of the first sections itself.
        foreach (var section in document.Root.SelfAndDescendants().Take(4))
        {
            var prose = 0;
            foreach (var block in section.Blocks)
            {
                // One that is written for the author is the only one.
                if (block is Block.Directive { Name: ContentsDirective }) return null;
                if (block is Block.Paragraph) prose++;
                if (block is Block.List { Kind: not ListKind.Definition } list && (prose <= MostProse || IsFront(document, section)) && Read(list) is { } contents) return contents;
            }
        }
        return null;
    }

    // Before the first section and right below the title anything may stand above it.
    private static bool IsFront(Document document, Section section) =>
        section.Heading is null || ReferenceEquals(section.Heading, document.Title);

    /// <summary>The heading that an entry means, by its text or its anchor, whatever the convention of anchors; null when there is none.</summary>
    /// <param name="headings">By <see cref="Letters"/> of their text.</param>
    public static Heading? HeadingOf(TocEntry entry, IReadOnlyDictionary<string, Heading> headings) =>
        headings.GetValueOrDefault(Letters(entry.Text)) ?? headings.GetValueOrDefault(Letters(entry.Anchor));

    public static Dictionary<string, Heading> HeadingsByLetters(Document document)
    {
        var result = new Dictionary<string, Heading>(StringComparer.Ordinal);
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) result.TryAdd(Letters(heading.Text), heading);
        }
        return result;
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static TableOfContents? Read(Block.List list)
    {
        var first = 0;
        while (first < list.Items.Length && !IsEntry(list.Items[first])) first++;
        if (first == list.Items.Length) return null;
        var items = list.Items[first..];
        var entries = ImmutableArray.CreateBuilder<TocEntry>();
        var open = new Stack<(ListItem Item, int Depth)>();
        Push(open, items, 0);
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
                if (next.Item.Blocks[i] is Block.List below) Push(open, below.Items, next.Depth + 1);
            }
        }
        var span = TextSpan.Between(items[0].Span.Start, items[^1].Span.End);
        return entries.Count >= FewestEntries ? new TableOfContents(items, list.Kind, span, entries.ToImmutable()) : null;
    }

    private static bool IsEntry(ListItem item) => item.Blocks is [Block.Paragraph paragraph, ..] && EntryOf(paragraph, 0) is not null;

    /// <summary>One link to an anchor and nothing else but marks.</summary>
    private static TocEntry? EntryOf(Block.Paragraph paragraph, int depth)
    {
        TocEntry? entry = null;
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is Inline.Link { IsImage: false } link && link.Target.StartsWith('#') && entry is null)
                entry = new TocEntry(PlainText.Of(link.Children), Uri.UnescapeDataString(link.Target[1..]), link.Span, depth);
            else if (inline is not Inline.LineBreak && !(inline is Inline.Run run && run.Text.AsSpan().Trim(" .)0123456789").IsEmpty))
                return null;
        }
        return entry;
    }

    private static void Push(Stack<(ListItem, int)> open, ImmutableArray<ListItem> items, int depth)
    {
        for (var i = items.Length - 1; i >= 0; i--) open.Push((items[i], depth));
    }
}
