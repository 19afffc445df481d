using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports each header field that the template demands in the proposal's status and that the proposal lacks.</summary>
internal sealed class FieldMissing : IProposalRule
{
    public RuleInfo Info { get; } = new("field-missing", Severity.Error, "A required header field is absent.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var answers = proposal.AnswersTo<Demand.Field>().ToList();
        if (proposal.IsPointer()) yield break;
        // A stub says so once, also that it has no header.
        if (answers.TrueForAll(a => a.Answer.State == AnswerState.Absent) && Leftovers.Stub.IsStub(proposal, out _)) yield break;
        foreach (var (demand, answer) in answers)
        {
            if (answer.State != AnswerState.Absent || !proposal.Owes(demand)) continue;
            // A constant of the template (a layout, a licence) is furniture that older proposals often lack.
            var ceiling = demand.Constant is not null || demand.MayBeEmpty ? Severity.Info : IsBareKey(demand) ? Severity.Warning : Severity.Error;
            yield return (Info.Report(proposal, answer.At, $"field '{demand.Name}' is missing", demand) with
            {
                Help = Help(demand),
                Subject = demand.Name,
            }).AtMost(ceiling).Softened(proposal);
        }
    }

    // A key of the front matter or of a preamble that the template has without a value or a word about it.
    internal static bool IsBareKey(Demand.Field demand) =>
        demand is { Placeholder: null, Initial: null, Pattern: null, Values.IsEmpty: true }
        && (demand is { Style: HeaderStyle.FrontMatter or HeaderStyle.Sidecar, Kind: FieldKind.Text or FieldKind.Link or FieldKind.Release }
            || demand is { Style: HeaderStyle.Preamble, Kind: FieldKind.Text or FieldKind.Link or FieldKind.Release or FieldKind.People } && !Cues.WriterField.Is(WordText.Of(demand.Name)));

    private static string Help(Demand.Field demand)
    {
        var name = demand.Parent.Length == 0 ? $"'{demand.Name}'" : $"'{demand.Name}' under '{demand.Parent}'";
        var place = demand.Style == HeaderStyle.FrontMatter ? "to the front matter" : "to the header";
        return demand.Values.IsEmpty
            ? $"add {name} {place}"
            : $"add {name} {place}, with one of {Values.Listed(demand.Values)}";
    }
}
