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

    private static (ImmutableArray<Inline>, TextSpan) Make(ImmutableArray<Inline>.Builder line) =>
        (line.ToImmutable(), line[0].Span.Union(line[^1].Span));

    private static bool BeginsItem(ImmutableArray<Inline> inlines, int at)
    {
        var text = "";
        for (var i = at; i < Math.Min(inlines.Length, at + 3) && inlines[i] is not Inline.LineBreak; i++) text += PlainText.Of([inlines[i]]) + " ";
        return NumberedLead.Of(text.Trim()) is not null || Estimated(text) is not null;
    }
}
