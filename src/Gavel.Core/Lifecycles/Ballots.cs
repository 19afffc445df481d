using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>Approvals and votes of which each either counts or has a reason why not.</summary>
/// <param name="Counted">The latest word of each person, in the order in which they were made.</param>
/// <param name="Ignored">A person and why their word does not count: "bo (the text changed since)".</param>
/// <param name="SignedByOthers">A person whose word counts and who signed it instead: "bo (signed by ann)"; empty where no signature is asked for.</param>
internal sealed record Ballots(ImmutableArray<Decision> Counted, ImmutableArray<string> Ignored, ImmutableArray<string> SignedByOthers)
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

    /// <summary>What is to be said of them besides, each behind a semicolon.</summary>
    public string Remarks => (Ignored.IsEmpty ? "" : $"; not counted: {string.Join(", ", Ignored)}") + (SignedByOthers.IsEmpty ? "" : $"; note that others signed: {string.Join(", ", SignedByOthers)}");

    private static Ballots Count(Dictionary<string, Decision> latest, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var counted = latest.Where(l => WhyNot(l.Key, l.Value, policy, facts, deciders) is null).Select(l => l.Value).Order(DecisionOrder.Instance).ToImmutableArray();
        var ignored = latest.OrderBy(l => l.Key, StringComparer.OrdinalIgnoreCase).Select(l => (l.Key, Why: WhyNot(l.Key, l.Value, policy, facts, deciders))).Where(l => l.Why is not null);
        return new Ballots(counted, [.. ignored.Select(l => $"{l.Key} ({l.Why})")], policy.IsSigned ? SignedOf(counted, facts) : []);
    }

    private static string? WhyNot(string person, Decision decision, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        if (!policy.CountsAuthors && facts.Authors.Contains(person, StringComparer.OrdinalIgnoreCase)) return "an author";
        if (!deciders.Has(decision.By)) return $"not one of {deciders.Title}";
        if (policy.IsSigned && !facts.Signed.ContainsKey(decision.Path)) return "not in a commit whose signature git can verify";
        if (decision.At is not { } blob) return null;
        var beside = facts.ChangedBeside.TryGetValue(decision.Path, out var name) ? $"{name} changed since" : null;
        return facts.Texts.GetValueOrDefault(blob.Sha, Freshness.Missing) switch
        {
            Freshness.Changed => "the text changed since",
            Freshness.Missing => "about a text that this repository does not have",
            _ => beside,
        };
    }

    private static ImmutableArray<string> SignedOf(ImmutableArray<Decision> counted, ProposalFacts facts)
    {
        var signed = ImmutableArray.CreateBuilder<string>();
        foreach (var decision in counted)
        {
            var person = facts.People.Name(decision.By);
            if (facts.Signed.GetValueOrDefault(decision.Path) is { Length: > 0 } signer && !string.Equals(signer, person, StringComparison.OrdinalIgnoreCase)) signed.Add($"{person} (signed by {signer})");
        }
        return signed.ToImmutable();
    }
}
