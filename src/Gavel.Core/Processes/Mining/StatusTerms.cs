using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Processes.Mining;

/// <summary>The statuses that a page explains: a list under a heading about statuses, each item beginning with one in bold or as code.</summary>
internal static class StatusTerms
{
    private const int Fewest = 3;
    private const int Longest = 40; // characters of a term

    /// <summary>In the order of the page; empty where it explains none.</summary>
    public static ImmutableArray<string> Of(Document page)
    {
        foreach (var section in page.Root.SelfAndDescendants())
        {
            if (section.Heading is not { } heading || !heading.Text.Split([' ', ':', '/', '-', ',']).Any(w => StatusWords.Topics.Contains(w, StringComparer.OrdinalIgnoreCase))) continue;
            var terms = section.SelfAndDescendants().SelectMany(s => s.Blocks).OfType<Block.List>().SelectMany(l => l.Items)
                .Select(TermOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
            if (terms.Length >= Fewest && terms.Count(t => StatusText.KindOf(StatusText.HeadOf(t)) is not null) * 2 > terms.Length) return terms;
        }
        return [];
    }

    // "**Draft** - what it means"
    private static string? TermOf(ListItem item)
    {
        if (item.Blocks is not [Block.Paragraph { Inlines: [Inline.Styled first, Inline.Run rest, ..] }, ..]) return null;
        if (rest.Text.TrimStart() is not ['-' or '\u2013' or '\u2014' or ':', ..] && !PlainText.Of(first.Children).EndsWith(':')) return null;
        var term = StatusText.Clean(PlainText.Of(first.Children));
        return term.Length is > 0 and < Longest ? term : null;
    }
}
