using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports the fewest sections that would have to move for all to stand in the order of the template.</summary>
internal sealed class SectionOrder : IProposalRule
{
    private const int Many = 4;

    public RuleInfo Info { get; } = new("section-order", Severity.Info, "A section stands at another place than in the template.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var found = proposal.AnswersTo<Demand.Section>()
            .Where(a => a.Answer.Section?.Heading is not null && !a.Demand.IsRepeatable && !a.Demand.IsOffered && !a.Demand.IsSlot && a.Answer.Likeness >= 1 && !SectionWords.Supplements.Contains(a.Demand.Text)).ToList();
        // What stands at another level stands elsewhere for that reason.
        var shift = SectionLevel.ShiftOf(found.Select(a => a.Answer.Section!.Heading!.Level - a.Demand.Level));
        var groups = found.Where(a => a.Answer.Section!.Heading!.Level - a.Demand.Level == shift)
            .GroupBy(a => a.Demand.Parent, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var placed = group.OrderBy(a => a.Answer.Section!.Span.Start).Select(a => new Placed(a.Demand, a.Answer.Section!.Heading!)).ToList();
            var ranks = placed.ConvertAll(p => placed.Count(q => q.Demand.Order < p.Demand.Order));
            var stays = LongestRise(ranks);
            for (var i = 0; i < placed.Count; i++)
            {
                // Of many sections two neighbours may change places.
                if (!stays[i] && (placed.Count < Many || Math.Abs(ranks[i] - i) > 1)) yield return Misplaced(proposal, placed, i).Softened(proposal);
            }
        }
    }

    private Diagnostic Misplaced(Proposal proposal, List<Placed> placed, int index)
    {
        var (demand, heading) = placed[index];
        var before = placed.Where(p => p.Demand.Order < demand.Order).OrderBy(p => p.Demand.Order).LastOrDefault()?.Demand;
        var where = before is null ? "comes first in the template" : $"comes after '{before.Text}' in the template";
        return Info.Report(proposal, heading.TextSpan.IsEmpty ? heading.Span : heading.TextSpan, $"section '{heading.Text}' {where}", demand) with { Subject = demand.Text };
    }

    /// <summary>Which elements belong to the longest strictly rising subsequence (patience sorting, n log n).</summary>
    internal static bool[] LongestRise(List<int> values)
    {
        var tails = new List<int>();
        var before = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var low = 0;
            var high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (values[tails[middle]] < values[i]) low = middle + 1;
                else high = middle;
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count) tails.Add(i);
            else tails[low] = i;
        }
        var stays = new bool[values.Count];
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = before[i]) stays[i] = true;
        return stays;
    }

    private sealed record Placed(Demand.Section Demand, Heading Heading);
}
