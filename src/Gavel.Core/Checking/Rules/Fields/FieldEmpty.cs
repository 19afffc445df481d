using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports each required header field that is there without a value.</summary>
internal sealed class FieldEmpty : IProposalRule
{
    public RuleInfo Info { get; } = new("field-empty", Severity.Warning, "A header field has no value.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (answer is not { State: AnswerState.Empty, Field: { } field } || demand.MayBeEmpty || !proposal.Owes(demand)) continue;
            var found = Info.Report(proposal, field, field.Span, $"field '{field.Name}' has no value", demand) with { Subject = demand.Name };
            yield return found.AtMost(Loudness(proposal, demand)).Softened(proposal);
        }
    }

    private static bool IsFinished(Proposal proposal) => proposal.Status is { Status.Kind: StatusKind.Done or StatusKind.Living };

    // A release or the link to the work is often known only when the work is done.
    private static Severity Loudness(Proposal proposal, Demand.Field demand) =>
        FieldMissing.IsBareKey(demand) || demand.Kind is FieldKind.Release or FieldKind.Link or FieldKind.Date or FieldKind.Number && !IsFinished(proposal)
            ? Severity.Info
            : Severity.Warning;
}
