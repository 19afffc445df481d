using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>Approvals and votes of which each either counts or has a reason why not.</summary>
/// <param name="Counted">The latest word of each person, in the order in which they were made.</param>
/// <param name="Ignored">A person and why their word does not count: "bo (the text changed since)".</param>
internal sealed record Ballots(ImmutableArray<Decision> Counted, ImmutableArray<string> Ignored)
{
    public static Ballots Approvals(Record record, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var latest = new Dictionary<string, Decision>(StringComparer.OrdinalIgnoreCase);
        foreach (var decision in record.Current)
        {
            var person = record.PersonOf(decision);
            if (decision.Action == DecisionAction.Approve) latest[person] = decision;
            // Who objects no longer approves; once it is resolved they say so anew.
            else if (decision.Action == DecisionAction.Object && policy.Objections != ObjectionEffect.Ignore) latest.Remove(person);
        }
        return Count(latest, policy, facts, deciders);
    }

    public static Ballots Votes(Record record, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var latest = new Dictionary<string, Decision>(StringComparer.OrdinalIgnoreCase);
        foreach (var decision in record.Current.Where(d => d.Action == DecisionAction.Vote)) latest[record.PersonOf(decision)] = decision;
        return Count(latest, policy, facts, deciders);
    }

    public string IgnoredText => Ignored.IsEmpty ? "" : $"; not counted: {string.Join(", ", Ignored)}";

    private static Ballots Count(Dictionary<string, Decision> latest, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var counted = latest.Where(l => WhyNot(l.Key, l.Value, policy, facts, deciders) is null).Select(l => l.Value).Order(DecisionOrder.Instance);
        var ignored = latest.OrderBy(l => l.Key, StringComparer.OrdinalIgnoreCase).Select(l => (l.Key, Why: WhyNot(l.Key, l.Value, policy, facts, deciders))).Where(l => l.Why is not null);
        return new Ballots([.. counted], [.. ignored.Select(l => $"{l.Key} ({l.Why})")]);
    }

    private static string? WhyNot(string person, Decision decision, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        if (!policy.CountsAuthors && facts.Authors.Contains(person, StringComparer.OrdinalIgnoreCase)) return "an author";
        if (!deciders.Has(decision.By)) return $"not one of {deciders.Title}";
        if (policy.IsSigned && !facts.Signed.Contains(decision.Path)) return "not in a commit whose signature git can verify";
        if (decision.At is not { } blob) return null;
        var beside = facts.ChangedBeside.TryGetValue(decision.Path, out var name) ? $"{name} changed since" : null;
        return facts.Texts.GetValueOrDefault(blob.Sha, Freshness.Missing) switch
        {
            Freshness.Changed => "the text changed since",
            Freshness.Missing => "about a text that this repository does not have",
            _ => beside,
        };
    }
}
