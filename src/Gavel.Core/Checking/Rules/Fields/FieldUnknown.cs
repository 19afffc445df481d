using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports header fields that the template does not have: louder where one looks like the misspelling of a field that is missing.</summary>
internal sealed class FieldUnknown : IProposalRule
{
    public RuleInfo Info { get; } = new("field-unknown", Severity.Warning, "A header field is not in the template.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var schema = proposal.Schema;
        if (!schema.All<Demand.Field>().Any()) yield break;
        var missing = proposal.AnswersTo<Demand.Field>().Where(a => a.Answer.State == AnswerState.Absent).Select(a => a.Demand).ToList();
        foreach (var field in proposal.UnknownFields)
        {
            // Nested data belongs to its field; a section that reads as a field is a section.
            if (field.In is not null || field.Parent.Length > 0 || field.Style != schema.HeaderStyle) continue;
            var near = Spelling.Nearest(field.Name, missing.Select(m => m.Name));
            var meant = missing.Find(m => string.Equals(m.Name, near, StringComparison.Ordinal));
            var source = meant?.Source ?? schema.All<Demand.Field>().First().Source;
            var found = Info.Report(proposal, field.NameSpan, $"field '{field.Name}' is not in the template", source);
            yield return meant is null ? found.AtMost(Severity.Info) : found with { Help = $"did you mean '{meant.Name}'?" };
        }
    }
}
