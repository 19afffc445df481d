using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports each section that the template demands in the proposal's status and that the proposal lacks.</summary>
internal sealed class SectionMissing : IProposalRule
{
    private const int OwnHeadings = 2; // that make an outline

    public RuleInfo Info { get; } = new("section-missing", Severity.Error, "A required section is absent.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (proposal.IsPointer()) yield break;
        var standIns = StandIns.Of(proposal);
        var absent = new HashSet<string>(StringComparer.Ordinal);
        var (missing, there) = (0, 0);
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.State != AnswerState.Absent)
            {
                if (proposal.Owes(demand) && !demand.IsSlot) there++;
                continue;
            }
            absent.Add(demand.Key);
            if (standIns.ContainsKey(demand.Key) || demand.IsOffered || demand.IsRepeatable || !proposal.Owes(demand)) continue;
            // Nobody misses a place for what is left over where nothing is.
            if (SectionWords.Supplements.Contains(demand.Text) || StandIns.Covers(proposal, demand, standIns)) continue;
            if (IsField(proposal, demand)) continue;
            // What stands under a section that is absent itself, or in a slot of a list, is no fault of its own.
            if (demand.Parent is { } parent && absent.Contains(parent)) continue;
            // Of many, those of today may all have it: what is usual in its time decides.
            if (demand.Share is SectionShare.HardlyAny) continue;
            var found = Info.Report(proposal, answer.At, $"section '{demand.Text}' is missing", demand) with { Subject = demand.Text, Help = demand.Share?.Words() };
            if (!demand.IsSlot) missing++;
            yield return found.AtMost(Loudness(demand)).Softened(proposal);
        }
        // What was decided with so many sections less was written by other rules.
        if (missing < OtherOutline.Fewest) yield break;
        if (missing > there && HasOwnOutline(proposal)) yield return ForAll(proposal, "the proposal follows another outline than the template");
        else if (proposal.IsSettled()) yield return ForAll(proposal, "the proposal was decided without all that the template asks for");
    }

    // Which sections it names is known when all else of them is: see OtherOutline. It may be right as it is, so it is no error.
    private Diagnostic ForAll(Proposal proposal, string message)
    {
        var at = proposal.TitleAt.IsEmpty ? new TextSpan(0, 0) : proposal.TitleAt;
        var found = Info.Report(proposal, at, message, proposal.Schema.All<Demand.Section>().First().Source) with
        {
            Subject = "another outline",
            Help = $"bring it into the template's form, or say that it may stay: `exemptions: [{{ rule: {Info.Name}, proposal: {proposal.Id}, reason: … }}]` in gavel.yml",
        };
        return found.AtMost(Severity.Warning).Softened(proposal);
    }

    // A status may stand in the header as well as below a heading of its own.
    private static bool IsField(Proposal proposal, Demand.Section demand) =>
        proposal.Document.Header.Any(f => f.Parent.Length == 0 && f.Value.Length > 0 && string.Equals(Values.Folded(f.Name), Values.Folded(demand.Text), StringComparison.Ordinal));

    // Headings that the template does not have, with text below them.
    private static bool HasOwnOutline(Proposal proposal)
    {
        var own = 0;
        foreach (var section in proposal.UnknownSections)
        {
            foreach (var each in section.SelfAndDescendants())
            {
                if (!each.Blocks.IsEmpty && ++own >= OwnHeadings) return true;
            }
        }
        return false;
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
