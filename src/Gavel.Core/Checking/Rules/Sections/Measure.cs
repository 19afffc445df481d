using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>How much a reader has to read. Code, comments and the template's own text do not count.</summary>
internal static class Measure
{
    /// <param name="enough">From this on nothing more is counted.</param>
    public static int Of(Proposal proposal, Section section, LimitUnit unit, int enough = int.MaxValue)
    {
        var left = proposal.Leftovers.Where(l => l.IsWholeBlock).Select(l => l.At).ToHashSet();
        // A heading begins another thought: its paragraphs are not those that are limited.
        if (unit == LimitUnit.Paragraphs) return section.Blocks.Count(b => b is Block.Paragraph && !left.Contains(b.Span));
        var total = 0;
        foreach (var block in section.BlocksBelow())
        {
            if (total >= enough) break;
            if (left.Contains(block.Span)) continue;
            total += block switch
            {
                Block.Paragraph paragraph => Of(proposal.Text, paragraph.Span, paragraph.Inlines, unit),
                Block.Table table when unit is LimitUnit.Words or LimitUnit.Characters =>
                    table.Rows.Sum(row => row.Cells.Sum(cell => Of(proposal.Text, cell.Span, cell.Inlines, unit))),
                _ => 0,
            };
        }
        return total;
    }

    private static int Of(SourceText text, TextSpan span, ImmutableArray<Inline> inlines, LimitUnit unit) => unit switch
    {
        LimitUnit.Words => Words(PlainText.Of(inlines)),
        LimitUnit.Characters => PlainText.Of(inlines).Length,
        _ => text.Lines.LineOf(span.End) - text.Lines.LineOf(span.Start) + 1,
    };

    /// <summary>Runs of characters between spaces with a letter or digit in them.</summary>
    internal static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        var isWord = false;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                isWord = false;
            }
            else if (!isWord && Letters.IsLetterOrDigit(c))
            {
                isWord = true;
                count++;
            }
        }
        return count;
    }
}
