using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>Words in front that name what follows: a bold lead, "Cost: …", a term.</summary>
/// <param name="Text">What follows, without markup; empty where nothing does.</param>
internal sealed record AlternativeLead(string Name, string Text, TextSpan At, ImmutableArray<Block> Blocks);

internal static class AlternativeLeads
{
    private const int LongestLead = 8; // words
    private const int LongestText = 4000; // more than a cell can show

    /// <summary>The leads of the items and paragraphs that stand directly in blocks. A lead's text reaches up to the next lead.</summary>
    public static List<AlternativeLead> In(ImmutableArray<Block> blocks)
    {
        var leads = new List<AlternativeLead>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.List list:
                    foreach (var item in list.Items)
                    {
                        if (OfItem(item) is { } lead) leads.Add(lead);
                    }
                    if (leads.Count > 0 && leads[^1].At.End <= list.Span.Start && leads[^1].Blocks.IsEmpty) leads[^1] = Grown(leads[^1], block);
                    break;
                case Block.Paragraph paragraph when Of(paragraph.Inlines) is { } found:
                    leads.Add(new AlternativeLead(found.Name, found.Text, paragraph.Span, []));
                    break;
                case Block.Paragraph or Block.Quote when leads.Count > 0: leads[^1] = Grown(leads[^1], block); break;
            }
        }
        return leads;
    }

    public static AlternativeLead? OfItem(ListItem item)
    {
        if (item.Term is { } term) return new AlternativeLead(PlainText.Of(term), Join("", item.Blocks), item.Span, item.Blocks);
        if (item.Blocks is not [Block.Paragraph first, ..] || Of(first.Inlines) is not { } found) return null;
        var rest = item.Blocks.RemoveAt(0);
        return new AlternativeLead(found.Name, Join(found.Text, rest), item.Span, rest);
    }

    /// <summary>Bold words at the start, or a few before a colon or a dash; null where a text begins otherwise.</summary>
    public static (string Name, string Text)? Of(ImmutableArray<Inline> inlines)
    {
        var text = PlainText.Of(inlines);
        if (inlines is [Inline.Styled { Strength: 2 } bold, ..])
        {
            var name = PlainText.Of(bold.Children);
            if (name.Length > 0 && name.AsSpan().Count(' ') < 2 * LongestLead) return (name.TrimEnd(':', '.', ' '), text.Length > name.Length ? text[name.Length..].TrimStart(' ', ':', '-', '–', '—', '.') : "");
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon + 1 < text.Length && text[colon + 1] != ' ') colon = text.AsSpan().IndexOfAny("–—");
        if (colon <= 0) colon = text.IndexOf(" - ", StringComparison.Ordinal);
        if (colon <= 0)
        {
            // "Good, because …"
            var comma = text.IndexOf(", because", StringComparison.OrdinalIgnoreCase);
            return comma is > 0 and < 20 && AlternativeWords.Aspects.Is(WordText.Of(text[..comma])) ? (text[..comma], text[(comma + 2)..]) : null;
        }
        return colon < 80 && WordText.Of(text[..colon]).Count is > 0 and <= LongestLead ? (text[..colon].Trim(), text[(colon + 1)..].TrimStart(' ', '-', ':')) : null;
    }

    /// <summary>What a reader sees of blocks, as one line.</summary>
    public static string Join(string before, ImmutableArray<Block> blocks)
    {
        var parts = new List<string>();
        if (before.Length > 0) parts.Add(before);
        var open = new Stack<Block>();
        for (var i = blocks.Length - 1; i >= 0; i--) open.Push(blocks[i]);
        while (open.TryPop(out var block))
        {
            ImmutableArray<Block> inner = block switch
            {
                Block.List list => [.. list.Items.SelectMany(i => i.Blocks)],
                Block.Quote quote => quote.Blocks,
                Block.Directive directive => directive.Blocks,
                _ => [],
            };
            if (block is Block.Paragraph paragraph) parts.Add(PlainText.Of(paragraph.Inlines));
            for (var i = inner.Length - 1; i >= 0; i--) open.Push(inner[i]);
        }
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    private static AlternativeLead Grown(AlternativeLead lead, Block by) => lead.Text.Length > LongestText ? lead : lead with { Text = Join(lead.Text, [by]), Blocks = lead.Blocks.Add(by), At = TextSpan.Between(lead.At.Start, by.Span.End) };
}
