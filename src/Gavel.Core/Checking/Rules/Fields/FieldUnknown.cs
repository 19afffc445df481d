using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
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
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (answer.Field is { In: null } field && IsMisspelled(field.Name, demand.Name)) yield return Misspelled(proposal, field, demand);
        }
        foreach (var field in proposal.UnknownFields)
        {
            // Nested data belongs to its field; a section that reads as a field is a section.
            if (field.In is not null || field.Parent.Length > 0 || field.Style != schema.HeaderStyle || schema.FindField(field.Name) is not null || Titles.NumberMismatch.IsOwnNumber(proposal.Process, field.Name) || proposal.IsPointer()) continue;
            var meant = missing.Find(m => IsMisspelled(field.Name, m.Name));
            // 'gavel new --supersedes' and the fix of 'relation-one-sided' write these.
            if (meant is null && ReferenceReader.KindOf(field.Name) is ReferenceKind.Supersedes or ReferenceKind.SupersededBy) continue;
            var source = meant?.Source ?? schema.All<Demand.Field>().First().Source;
            // Others may do without it where no template asks.
            if (meant is null && source is Reason.Standard) continue;
            yield return meant is not null
                ? Misspelled(proposal, field, meant)
                : Info.Report(proposal, field.NameSpan, $"field '{field.Name}' is not in the template", source).AtMost(Severity.Info) with { Demand = $"field:{Values.Folded(field.Name)}" };
        }
    }

    private Diagnostic Misspelled(Proposal proposal, HeaderField field, Demand.Field meant) =>
        Info.Report(proposal, field.NameSpan, $"field '{field.Name}' is not in the template", meant.Source) with
        {
            Help = $"did you mean '{meant.Name}'?",
            Fix = new Fix($"call it '{meant.Name}'", IsSafe: false, ChangeSet.Edit(proposal.Text, field.NameSpan, meant.Name)),
        };

    // "Authors" and "Author(s)" are spellings of one name.
    private static bool IsMisspelled(string written, string meant) =>
        !string.Equals(FieldMatcher.KeyOf("", written), FieldMatcher.KeyOf("", meant), StringComparison.Ordinal)
        && Spelling.Distance(written, meant, 3) is > 0 and <= 2;
}
