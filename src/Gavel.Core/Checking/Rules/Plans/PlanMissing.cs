using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Plans;

/// <summary>Reports a section that should list milestones, stories or tasks, and has prose only.</summary>
internal sealed class PlanMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("plan-missing", Severity.Warning, "A plan that the template asks for is absent.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, _) in proposal.AnswersTo<Demand.Plan>())
        {
            if (!proposal.Owes(demand) || proposal.AnswerTo(demand.SectionKey) is not { State: AnswerState.Given, Section: { Heading: { } heading } section }) continue;
            // A first draft tells it in a sentence.
            if (HasItems(section) || proposal.IsFresh()) continue;
            var found = Info.Report(proposal, heading.TextSpan, $"section '{heading.Text}' lists no milestone or task", demand) with { Subject = heading.Text };
            // A small change is one step, and a sentence says so.
            yield return found.AtMost(Severity.Info).Softened(proposal);
        }
    }

    private static bool HasItems(Section section) =>
        section.Children.Length > 0 || section.OwnBlocks().Any(b => b is Block.List or Block.Table or Block.NestedHeading or Block.Code);
}
