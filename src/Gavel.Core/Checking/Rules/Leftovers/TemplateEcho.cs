using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Sections that hold the template's words in the template's order, also those which the template means to stay.</summary>
internal static class TemplateEcho
{
    /// <summary>How much of a section must be the template's: a heading or a mark that was changed is no answer.</summary>
    private const double Share = 0.95;

    public static bool Is(Proposal proposal, Demand.Section demand, Section section)
    {
        var own = Words(section);
        if (own.Count == 0) return false;
        var template = proposal.Schema.Document.Root.SelfAndDescendants()
            .FirstOrDefault(s => s.Heading is { } h && Values.Folded(h.Text).StartsWith(Values.Folded(demand.Text), StringComparison.Ordinal));
        if (template is null) return false;
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Words(template)) left[word] = left.GetValueOrDefault(word) + 1;
        var same = 0;
        foreach (var word in own)
        {
            if (left.GetValueOrDefault(word) is not (> 0 and var count)) continue;
            left[word] = count - 1;
            same++;
        }
        return same >= own.Count * Share;
    }

    private static List<string> Words(Section section)
    {
        var words = new List<string>();
        foreach (var block in section.BlocksBelow())
        {
            var text = block switch
            {
                Block.Paragraph paragraph => PlainText.Of(paragraph.Inlines),
                Block.Table table => string.Join(' ', table.Rows.SelectMany(r => r.Cells).Select(c => PlainText.Of(c.Inlines))),
                Block.Code code => code.Text,
                _ => "",
            };
            words.AddRange(Values.Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return words;
    }
}
