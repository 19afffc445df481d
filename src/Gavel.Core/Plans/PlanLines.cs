using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>Lines of a paragraph that are items of their own.</summary>
internal static class PlanLines
{
    private const int LongestLead = 8; // words

    /// <summary>A new line begins an item where it begins with a number of its own; others go on with the one before.</summary>
    public static IEnumerable<(ImmutableArray<Inline> Line, TextSpan At)> Of(Block.Paragraph paragraph)
    {
        var line = ImmutableArray.CreateBuilder<Inline>();
        var inlines = paragraph.Inlines;
        for (var i = 0; i < inlines.Length; i++)
        {
            if (inlines[i] is Inline.LineBreak && line.Count > 0 && BeginsItem(inlines, i + 1))
            {
                yield return Make(line);
                line.Clear();
            }
            else
            {
                line.Add(inlines[i]);
            }
        }
        if (line.Count > 0) yield return Make(line);
    }

    /// <summary>What a paragraph says of the item above it: "Owner: Ann" and "Estimate: 3 days", each on a line of its own.</summary>
    /// <returns>Null where no line says such a thing.</returns>
    public static ItemFacts? SaidOfAbove(Block.Paragraph paragraph)
    {
        ItemFacts? said = null;
        var line = ImmutableArray.CreateBuilder<Inline>();
        for (var i = 0; i <= paragraph.Inlines.Length; i++)
        {
            if (i < paragraph.Inlines.Length && !Breaks(paragraph.Inlines[i]))
            {
                line.Add(paragraph.Inlines[i]);
                continue;
            }
            var text = PlainText.Of(line.ToImmutable()).Trim();
            line.Clear();
            if (text.Contains(": ", StringComparison.Ordinal) && ItemFacts.OfAbove(text) is { } facts) said = (said ?? ItemFacts.None).Or(facts);
        }
        return said;
    }

    /// <summary>A few words and an estimate behind a colon: "Documentation: 2-5 days, in parallel".</summary>
    /// <returns>Null where the text is something else.</returns>
    public static ItemText? Estimated(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon is <= 0 or > 80) return null;
        var lead = WordText.Of(text[..colon]);
        if (lead.Count is 0 or > LongestLead || PlanWords.EffortLabel.Is(lead)) return null;
        var rest = text[(colon + 2)..];
        var end = rest.AsSpan().IndexOfAny(",.;");
        if (end > 0 && end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1])) end = -1; // "1.5 weeks"
        return ItemFacts.EffortOf(WordText.Of(end < 0 ? rest : rest[..end])) is { } effort ? new ItemText(text[..colon].Trim(), ItemFacts.None with { Days = effort }) : null;
    }

    private static bool Breaks(Inline inline) => inline is Inline.LineBreak || (inline is Inline.Html html && ItemLine.IsBreak(html.Text));

    private static (ImmutableArray<Inline>, TextSpan) Make(ImmutableArray<Inline>.Builder line) =>
        (line.ToImmutable(), line[0].Span.Union(line[^1].Span));

    private static bool BeginsItem(ImmutableArray<Inline> inlines, int at)
    {
        var text = "";
        for (var i = at; i < Math.Min(inlines.Length, at + 3) && inlines[i] is not Inline.LineBreak; i++) text += PlainText.Of([inlines[i]]) + " ";
        return NumberedLead.Of(text.Trim()) is not null || Estimated(text) is not null;
    }
}
