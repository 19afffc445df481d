using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports each header field that still has the template's own value.</summary>
internal sealed class FieldPlaceholder : IProposalRule
{
    public RuleInfo Info { get; } = new("field-placeholder", Severity.Warning, "A header field still has the template's placeholder.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (answer is not { State: AnswerState.Placeholder, Field: { } field } || demand.MayBeEmpty || demand.Constant is not null) continue;
            var span = field.ValueSpan.IsEmpty ? field.Span : field.ValueSpan;
            var isOpen = field.Value.Length > 0 && IsOpen(field.Value);
            // A release or the link to the work is often known only when the work is done, and the author says so.
            if (isOpen && !proposal.IsSettled() && demand.Kind is FieldKind.Release or FieldKind.Link or FieldKind.Date or FieldKind.Number) continue;
            // "(fill in once accepted)": it may wait until then.
            if (!proposal.IsSettled() && demand.Placeholder is { } gap && Cues.Later.IsIn(gap)) continue;
            var message = isOpen
                ? $"field '{field.Name}' is left open with {Subjects.Quote(field.Value)}"
                : $"field '{field.Name}' still has the template's placeholder {Subjects.Quote(field.Value.Length > 0 ? field.Value : demand.Placeholder ?? "")}";
            var found = Info.Report(proposal, field, span, message, demand);
            if (!demand.Values.IsEmpty) found = found with { Help = $"choose one of {Values.Listed(demand.Values)}" };
            // It may be who wrote the template.
            if (PlaceholderPeople.IsSomebody(demand, field.Value)) found = found.AtMost(Severity.Info);
            yield return isOpen && !proposal.IsSettled() ? found.AtMost(Severity.Info) : found.SoftenedWhileFresh(proposal);
        }
    }

    /// <summary>An honest "not known yet", in place of the template's words.</summary>
    private static bool IsOpen(string value) => value.Trim(' ', '.', '?').Length == 0 || FieldWords.Open.Contains(value.Trim());
}
