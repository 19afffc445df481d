using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Plans;

/// <summary>Items of lists.</summary>
internal static class PlanList
{
    private const int FewestWordsOfLead = 1;

    /// <summary>The item's words; where it begins with bold ones, those are its text, and the rest is read for what it says besides.</summary>
    public static ItemText Read(ImmutableArray<Inline> inlines, Func<Inline.Styled, bool> isStruck)
    {
        if (inlines is not [Inline.Styled { Strength: 2 } lead, _, ..] || !EndsLead(inlines, lead)) return ItemText.Of(inlines, isStruck);
        var head = ItemText.Of(lead.Children, isStruck);
        if (head.Text.AsSpan().Count(' ') + 1 < FewestWordsOfLead || head.Text.Length == 0 || IsLabel(head.Text)) return ItemText.Of(inlines, isStruck);
        var rest = ItemText.Of(PlainText.Of(inlines.RemoveAt(0)));
        var facts = head.Facts.Or(rest.Facts);
        if (ItemFacts.Of(PlainText.Of(inlines.RemoveAt(0)).Trim(' ', ':', '-', '–', '—', '.', '(', ')'), isBracketed: true) is { } whole) facts = facts.Or(whole);
        return new ItemText(head.Text, facts);
    }

    /// <summary>At least two items, and most of them lead to an anchor of the same page.</summary>
    public static bool IsContents(Block.List list)
    {
        var own = list.Items.Count(i => i.Blocks is [Block.Paragraph { Inlines: [Inline.Link { Target: ['#', ..] }, ..] }, ..]);
        return own >= 2 && own * 2 > list.Items.Length;
    }

    // "Done" and "Task" in bold are said of what follows.
    private static bool IsLabel(string text) => StateReader.OfWhole(text, isApart: true) is not null || NumberedLead.Of(text) is not null || PlanWords.TaskWord.Is(text) || PlanWords.MilestoneWord.Is(text) || PlanWords.StoryWord.Is(text) || StoryText.Is(text + " x");

    // A mark stands at the end of the bold words or behind them.
    private static bool EndsLead(ImmutableArray<Inline> inlines, Inline.Styled lead)
    {
        var words = PlainText.Of(lead.Children);
        if (words.EndsWith(':') || words.EndsWith('.')) return true;
        var rest = PlainText.Raw(inlines.RemoveAt(0)).AsSpan().TrimStart();
        return inlines[1] is Inline.LineBreak || rest.IsEmpty || rest[0] is ':' or '-' or '–' or '—' or '(' or '.' or '[' || char.IsUpper(rest[0]);
    }
}
