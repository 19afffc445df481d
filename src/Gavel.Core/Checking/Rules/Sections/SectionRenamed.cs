using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Reports a section that answers a demand under a heading of other words.</summary>
internal sealed class SectionRenamed : IProposalRule
{
    public RuleInfo Info { get; } = new("section-renamed", Severity.Warning, "A section of the template stands under another heading.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var standIns = StandIns.Of(proposal);
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            var section = answer.Likeness < 1 ? answer.Section : standIns.GetValueOrDefault(demand.Key);
            if (section is not { Heading: { TextSpan.IsEmpty: false } heading } || demand.IsRepeatable || demand.IsSlot || answer.IsSlot) continue;
            var found = Info.Report(proposal, heading.TextSpan, $"section '{heading.Text}' stands for '{demand.Text}'", demand) with
            {
                Subject = heading.Text,
                Help = $"call it '{demand.Text}', or name the heading among the section's aliases in gavel.yml",
                Fix = new Fix($"rename the section to '{demand.Text}'", IsSafe: false, Texts.Adornment.Retitle(proposal.Text, heading, demand.Text)),
            };
            // A misspelling is a slip; other words were chosen.
            var isUsed = demand.Share is null or >= SectionShare.UnderHalf;
            var isMisspelled = StandIns.IsMisspelled(demand.Text, heading.Text) && !SectionWords.Supplements.Contains(heading.Text);
            // Another word for what hardly anybody writes is no news, and more or fewer words are as good.
            if (!isMisspelled && (!isUsed || demand.Requirement != Requirement.Required || StandIns.IsShortened(demand.Text, heading.Text))) continue;
            yield return (isMisspelled ? found : found.AtMost(Severity.Info)).Softened(proposal);
        }
    }
}
