using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports each section that the template demands in the proposal's status and that the proposal lacks.</summary>
internal sealed class SectionMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("section-missing", Severity.Error, "A required section is absent.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (proposal.IsPointer()) yield break;
        var standIns = StandIns.Of(proposal);
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.State != AnswerState.Absent) continue;
            absent.Add(demand.Key);
            if (standIns.ContainsKey(demand.Key) || demand.IsOffered || demand.IsRepeatable || !proposal.Owes(demand)) continue;
            // Nobody misses a place for what is left over where nothing is.
            if (SectionWords.Supplements.Contains(demand.Text) || StandIns.Covers(proposal, demand, standIns)) continue;
            // What stands under a section that is absent itself, or in a slot of a list, is no fault of its own.
            if (demand.Parent is { } parent && absent.Contains(parent)) continue;
            // Of many, those of today may all have it: what is usual in its time decides.
            if (demand.Share is SectionShare.HardlyAny) continue;
            var found = Info.Report(proposal, answer.At, $"section '{demand.Text}' is missing", demand) with { Subject = demand.Text, Help = demand.Share?.Words() };
            yield return found.AtMost(Loudness(demand)).Softened(proposal);
        }
    }

    // A section that hardly any proposal has is not missed by its maintainers.
    private static Severity Loudness(Demand.Section demand)
    {
        var ceiling = demand.IsSlot ? Severity.Info : Severity.Error;
        return demand.Share switch
        {
            <= SectionShare.UnderHalf => Severity.Info,
            SectionShare.UnderThreeQuarters => ceiling.AtMost(Severity.Warning),
            _ => ceiling,
        };
    }
}
