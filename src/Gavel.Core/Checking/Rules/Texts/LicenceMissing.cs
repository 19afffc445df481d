using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a document without the licence text that the template carries.</summary>
internal sealed class LicenceMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("licence-missing", Severity.Warning, "The licence text of the template is absent.");

    // An older wording, or another licence: for people to judge.
    private static bool HasAnother(Proposal proposal) =>
        Array.Exists(LicenceWords.Phrases, p => Letters.HasPhrase(proposal.Text.Chars, p));

    // That the section is missing or empty says it, and other words in it are another licence.
    private static bool IsOfSection(Proposal proposal, Demand.Licence licence)
    {
        return proposal.AnswersTo<Demand.Section>().LastOrDefault(s => LineOf(s.Demand) <= LineOf(licence)) is var (demand, answer)
            && (answer.State == AnswerState.Absent || LicenceWords.Headings.Contains(demand.Text));
    }

    private static int LineOf(Demand demand) => demand.Source is Reason.TemplateLine line ? line.At.Start.Line : 0;

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Licence>())
        {
            if (answer.State != AnswerState.Absent || !proposal.Owes(demand) || IsOfSection(proposal, demand) || proposal.IsPointer() || HasAnother(proposal)) continue;
            yield return (Info.Report(proposal, new TextSpan(answer.At.Start, 0), "the licence text of the template is missing", demand) with
            {
                Subject = "",
                Help = $"add {Subjects.Quote(demand.Text)}",
            }).Softened(proposal);
        }
    }
}
