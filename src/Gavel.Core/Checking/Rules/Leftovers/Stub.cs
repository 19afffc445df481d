using System.Globalization;
using Gavel.Core.Checking.Rules.Sections;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Reports a proposal that is little more than its title: none of the template's sections, and hardly a word.</summary>
internal sealed class Stub : IProposalRule
{
    private const int FewWords = 80;
    private const int OwnOutline = 4; // sections under headings of its own: short, but more than a title

    public RuleInfo Info { get; } = new("stub", Severity.Error, "The proposal is little more than a title.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (proposal.IsPointer() || !IsStub(proposal, out var missing)) yield break;
        var fields = proposal.AnswersTo<Demand.Field>().ToList();
        var status = fields.Count > 0 && fields.TrueForAll(f => f.Answer.State == AnswerState.Absent) ? "no header field and "
            : proposal.StatusText is null && proposal.Process.StatusField is not null ? "no status and " : "";
        var message = string.Create(CultureInfo.InvariantCulture, $"the proposal is a stub: it has {status}none of the template's {missing} required sections");
        var at = proposal.TitleAt.IsEmpty ? new TextSpan(0, 0) : proposal.TitleAt;
        var source = proposal.Schema.All<Demand.Section>().First().Source;
        yield return (Info.Report(proposal, at, message, source) with { Subject = "" }).Softened(proposal);
    }

    /// <param name="missing">How many sections the template requires.</param>
    internal static bool IsStub(Proposal proposal, out int missing)
    {
        missing = 0;
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (demand.IsSlot || demand.IsOffered) continue;
            if (answer.State is AnswerState.Given or AnswerState.None or AnswerState.Placeholder) return false;
            if (proposal.Owes(demand) && !demand.IsRepeatable) missing++;
        }
        return missing >= 2 && proposal.UnknownSections.Count(s => !s.Blocks.IsEmpty) < OwnOutline && Measure.Of(proposal, proposal.Document.Root, LimitUnit.Words) < FewWords;
    }
}
