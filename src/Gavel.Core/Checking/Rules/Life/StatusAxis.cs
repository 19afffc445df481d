using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;

namespace Gavel.Core.Checking.Rules.Life;

/// <summary>Reports a status and a second axis that cannot be together, and a value that an axis does not have.</summary>
internal sealed class StatusAxis : IProposalRule
{
    public RuleInfo Info { get; } = new("status-axis", Severity.Error, "The status and another axis of the proposal contradict each other.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var life = proposal.Process.Life;
        if (life.Axes.IsEmpty) yield break;
        var values = new Dictionary<string, (HeaderField Field, string Value)>(StringComparer.OrdinalIgnoreCase);
        foreach (var axis in life.Axes)
        {
            if (proposal.Document.Header.FirstOrDefault(f => string.Equals(f.Name, axis.Field, StringComparison.OrdinalIgnoreCase)) is not { Value.Length: > 0 } field) continue;
            if (axis.Values.FirstOrDefault(v => Is(field.Value, v)) is { } value) values[axis.Name] = (field, value);
            else yield return Report(proposal, field, $"{axis.Name} {Subjects.Quote(field.Value)} is none of {string.Join(", ", axis.Values.Select(v => $"'{v}'"))}", axis.At, $"axes: {axis.Name}");
        }
        foreach (var forbidden in life.Forbid)
        {
            if (!forbidden.Values.IsEmpty && forbidden.Values.All(pair => Holds(proposal, values, pair)))
                yield return Report(proposal, FieldOf(values, forbidden), $"{string.Join(" and ", forbidden.Values.Select(p => $"{p.Key} '{p.Value}'"))} cannot be together", forbidden.At, "forbid");
        }
    }

    private Diagnostic Report(Proposal proposal, HeaderField? field, string message, Place at, string line)
    {
        var why = new Reason.Configuration(at, line);
        if (field is null) return Info.Report(proposal, proposal.StatusAt ?? proposal.TitleAt, message, why);
        var text = proposal.Document.TextOf(field);
        return Info.Report(proposal, field.ValueSpan, message, why) with { At = Place.In(text, text.Visible(field.ValueSpan)), Subject = Subjects.Of(text, field.ValueSpan) };
    }

    private static bool Holds(Proposal proposal, Dictionary<string, (HeaderField Field, string Value)> values, KeyValuePair<string, string> pair)
    {
        if (values.TryGetValue(pair.Key, out var own)) return Is(own.Value, pair.Value);
        if (!pair.Key.Equals("status", StringComparison.OrdinalIgnoreCase) || proposal.Status is not { } status) return false;
        return string.Equals(proposal.Process.Statuses.Find(pair.Value)?.Status.Name ?? pair.Value, status.Status.Name, StringComparison.OrdinalIgnoreCase);
    }

    // The axis rather than the status: whoever changed the one last changes the other.
    private static HeaderField? FieldOf(Dictionary<string, (HeaderField Field, string Value)> values, ForbiddenCombination forbidden) =>
        forbidden.Values.Select(p => values.TryGetValue(p.Key, out var own) ? own.Field : null).FirstOrDefault(f => f is not null);

    private static bool Is(string a, string b) => string.Equals(StatusText.Clean(a), StatusText.Clean(b), StringComparison.OrdinalIgnoreCase);
}
