using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>A section of a document, or a bold list item or paragraph that does a heading's work.</summary>
/// <param name="Parent">The index of the section that holds it; -1 at the top.</param>
/// <param name="Level">From 1; that of the heading, one more than its section's for a slot.</param>
internal sealed record SectionItem(Section Section, HeadingKey Key, int Parent, int Level, bool IsSlot)
{
    /// <summary>The index of the first item of the list that is not below it.</summary>
    public int After { get; set; }
}

/// <summary>The sections and slots of a document in the order of the text, without the document's title.</summary>
internal sealed class SectionList
{
    private readonly List<SectionItem> _items = [];

    public SectionList(Document document)
    {
        var open = new Stack<(Section Section, int Parent, int Close)>();
        open.Push((document.Root, -1, -1));
        while (open.TryPop(out var next))
        {
            if (next.Close >= 0)
            {
                _items[next.Close].After = _items.Count;
                continue;
            }
            var at = next.Parent;
            var section = next.Section;
            if (section.Heading is { } heading && !ReferenceEquals(heading, document.Title))
            {
                at = _items.Count;
                Add(new SectionItem(section, HeadingKey.Of(heading.Text), next.Parent, heading.Level, IsSlot: false));
                open.Push((section, -1, at));
            }
            foreach (var slot in Slots.Of(section))
            {
                Add(new SectionItem(slot, HeadingKey.Of(slot.Heading!.Text), at, slot.Heading.Level, IsSlot: true) { After = _items.Count + 1 });
            }
            for (var i = section.Children.Length - 1; i >= 0; i--) open.Push((section.Children[i], at, -1));
        }
    }

    public int Count => _items.Count;

    public SectionItem this[int index] => _items[index];

    public Dictionary<string, List<int>> ByExact { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> ByLoose { get; } = new(StringComparer.Ordinal);

    public bool IsUnder(int index, int ancestor) => index > ancestor && index < _items[ancestor].After;

    private void Add(SectionItem item)
    {
        Index(ByExact, item.Key.Exact);
        Index(ByLoose, item.Key.Loose);
        _items.Add(item);
    }

    private void Index(Dictionary<string, List<int>> map, string key)
    {
        if (key.Length == 0) return;
        if (!map.TryGetValue(key, out var at)) map[key] = at = [];
        at.Add(_items.Count);
    }
}

/// <summary>Bold words at the start of a list item or a paragraph, which people write instead of a heading.</summary>
internal static class Slots
{
    private const int MaxWords = 12;

    public static IEnumerable<Section> Of(Section section)
    {
        var level = (section.Heading?.Level ?? 0) + 1;
        for (var i = 0; i < section.Blocks.Length; i++)
        {
            switch (section.Blocks[i])
            {
                case Block.List list:
                    foreach (var item in list.Items)
                    {
                        if (OfItem(item, level) is { } slot) yield return slot;
                    }
                    break;
                case Block.Paragraph paragraph when LeadOf(paragraph) is { } lead:
                    // What follows belongs to it up to the next paragraph of the kind.
                    var blocks = ImmutableArray.CreateBuilder<Block>();
                    AddRest(paragraph, lead, blocks);
                    var end = paragraph.Span.End;
                    for (var j = i + 1; j < section.Blocks.Length && !(section.Blocks[j] is Block.Paragraph next && LeadOf(next) is not null); j++)
                    {
                        blocks.Add(section.Blocks[j]);
                        end = section.Blocks[j].Span.End;
                        i = j;
                    }
                    yield return Make(lead, TextSpan.Between(paragraph.Span.Start, end), blocks.ToImmutable(), level);
                    break;
            }
        }
    }

    private static Section? OfItem(ListItem item, int level)
    {
        if (item.Term is { } term)
        {
            var text = PlainText.Of(term);
            var span = term.IsEmpty ? item.Span : term[0].Span.Union(term[^1].Span);
            return new Section(new Heading(span, span, text, level, HeadingStyle.Atx, '*', term), item.Span, item.Blocks, []);
        }
        if (item.Blocks.IsEmpty || item.Blocks[0] is not Block.Paragraph first || LeadOf(first) is not { } lead) return null;
        var blocks = ImmutableArray.CreateBuilder<Block>(item.Blocks.Length);
        AddRest(first, lead, blocks);
        blocks.AddRange(item.Blocks.AsSpan()[1..]);
        return Make(lead, item.Span, blocks.ToImmutable(), level);
    }

    /// <summary>The bold words that a paragraph starts with; null where it starts otherwise or they are a sentence.</summary>
    private static Inline.Styled? LeadOf(Block.Paragraph paragraph)
    {
        if (paragraph.Inlines.IsEmpty || paragraph.Inlines[0] is not Inline.Styled { Strength: 2 } lead) return null;
        var words = PlainText.Of(lead.Children).AsSpan().Count(' ') + 1;
        return words <= MaxWords ? lead : null;
    }

    private static void AddRest(Block.Paragraph paragraph, Inline.Styled lead, ImmutableArray<Block>.Builder blocks)
    {
        var rest = paragraph.Inlines.RemoveAt(0);
        if (rest is [Inline.Run run, ..] && run.Text.AsSpan().TrimStart() is [':' or '-' or '\u2013' or '\u2014', ..])
        {
            var trimmed = run.Text.AsSpan().TrimStart()[1..].TrimStart().ToString();
            rest = trimmed.Length == 0 ? rest.RemoveAt(0) : rest.SetItem(0, run with { Text = trimmed });
        }
        if (PlainText.Of(rest).Length == 0 && !rest.Any(i => i is Inline.Link or Inline.Code)) return;
        blocks.Add(new Block.Paragraph(TextSpan.Between(Math.Min(lead.Span.End, paragraph.Span.End), paragraph.Span.End), rest));
    }

    private static Section Make(Inline.Styled lead, TextSpan span, ImmutableArray<Block> blocks, int level)
    {
        var text = PlainText.Of(lead.Children).TrimEnd(':').TrimEnd();
        var heading = new Heading(lead.Span, lead.Children.IsEmpty ? lead.Span : lead.Children[0].Span.Union(lead.Children[^1].Span), text, level, HeadingStyle.Atx, '*', lead.Children);
        return new Section(heading, span, blocks, []);
    }
}
