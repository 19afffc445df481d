using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports a header field that stands twice in the same header.</summary>
internal sealed class FieldDuplicate : IProposalRule
{
    private static readonly Reason OneValue = new Reason.Standard("a field has one value");

    public RuleInfo Info { get; } = new("field-duplicate", Severity.Warning, "A header field stands twice.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var first = new Dictionary<(HeaderStyle, string, string), HeaderField>();
        foreach (var field in proposal.Document.Header)
        {
            if (field.In is not null) continue; // a sidecar's lists of records repeat their keys
            var key = (field.Style, field.Parent.ToUpperInvariant(), field.Name.ToUpperInvariant());
            if (first.TryAdd(key, field) || field.Parent.Length > 0) continue;
            var earlier = first[key];
            var same = string.Equals(earlier.Value, field.Value, StringComparison.Ordinal);
            if (!same && TakesSeveral(proposal, field)) continue;
            var message = same
                ? $"field '{field.Name}' stands here a second time"
                : $"field '{field.Name}' says {Subjects.Quote(field.Value)} here and {Subjects.Quote(earlier.Value)} above";
            yield return Info.Report(proposal, field.Span, message, OneValue) with
            {
                Related = [new Related(proposal.Document.At(earlier.Span), "the first one")],
            };
        }
    }

    // Each person, or each entry of a list, on a line of its own.
    private static bool TakesSeveral(Proposal proposal, HeaderField field)
    {
        if (field.Value.Length == 0 || field.Style is HeaderStyle.FrontMatter or HeaderStyle.Sidecar) return false; // a key of a mapping stands once
        return proposal.Schema.FindField(field.Name) is { } demand && (demand.Kind == FieldKind.People || demand.IsList);
    }
}
