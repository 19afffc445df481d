using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>The word of one person that counts.</summary>
/// <param name="Word">The latest.</param>
/// <param name="Since">From when on they have said the same: saying it again starts no clock anew.</param>
internal readonly record struct Ballot(Decision Word, string Person, When Since);

/// <summary>Approvals and votes of which each either counts or has a reason why not.</summary>
/// <param name="Counted">One for each person, by when it began to count, then in the order in which they were made.</param>
/// <param name="Ignored">A person and why their word does not count: "bo (the text changed since)".</param>
/// <param name="SignedByOthers">A person whose word counts and who signed it instead: "bo (signed by ann)"; empty where no signature is asked for.</param>
internal sealed record Ballots(ImmutableArray<Ballot> Counted, ImmutableArray<string> Ignored, ImmutableArray<string> SignedByOthers)
{
    /// <summary>The first word that counted, also one that its person changed since; null where none did.</summary>
    public When? First { get; private init; }

    /// <param name="endedByObjections">Who objects no longer approves; once it is resolved they say so anew.</param>
    public static Ballots Approvals(Record record, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders, bool endedByObjections)
    {
        var words = new Dictionary<string, List<Decision>>(StringComparer.OrdinalIgnoreCase);
        foreach (var decision in record.Current)
        {
            var person = record.PersonOf(decision);
            if (decision.Action == DecisionAction.Approve) Add(words, person, decision);
            else if (decision.Action == DecisionAction.Object && endedByObjections) words.Remove(person);
        }
        return Count(words, policy, facts, deciders);
    }

    public static Ballots Votes(Record record, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var words = new Dictionary<string, List<Decision>>(StringComparer.OrdinalIgnoreCase);
        foreach (var decision in record.Current.Where(d => d.Action == DecisionAction.Vote)) Add(words, record.PersonOf(decision), decision);
        return Count(words, policy, facts, deciders);
    }

    /// <summary>Since when a tally of votes holds; null where it does not.</summary>
    /// <param name="holds">Of how many are for it, against it, and voted at all.</param>
    public When? Since(Func<int, int, int, bool> holds)
    {
        When? since = null;
        var (pro, contra, all) = (0, 0, 0);
        foreach (var ballot in Counted)
        {
            if (ballot.Word.Vote is "for") pro++;
            else if (ballot.Word.Vote is "against") contra++;
            all++;
            since = holds(pro, contra, all) ? since ?? ballot.Since : null;
        }
        return since;
    }

    /// <summary>What is to be said of them besides, each behind a semicolon.</summary>
    public string Remarks => (Ignored.IsEmpty ? "" : $"; not counted: {string.Join(", ", Ignored)}") + (SignedByOthers.IsEmpty ? "" : $"; note that others signed: {string.Join(", ", SignedByOthers)}");

    public static string WhyUnsigned(Decision decision, ProposalFacts facts) =>
        "not in a commit whose signature git can verify" + (facts.Unsigned.TryGetValue(decision.Path, out var fault) ? $": {fault}" : "");

    private static void Add(Dictionary<string, List<Decision>> words, string person, Decision decision)
    {
        if (words.TryGetValue(person, out var said)) said.Add(decision);
        else words[person] = [decision];
    }

    /// <param name="words">What each person said, oldest first; the last of it is their word.</param>
    private static Ballots Count(Dictionary<string, List<Decision>> words, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        var counted = new List<Ballot>();
        var ignored = new List<string>();
        When? first = null;
        foreach (var (person, said) in words.OrderBy(w => w.Key, StringComparer.OrdinalIgnoreCase))
        {
            var valid = said.Where(d => WhyNot(person, d, policy, facts, deciders) is null).ToList();
            if (valid.Count > 0 && valid.Min(Record.WhenOf) is var earliest && !(earliest > first)) first = earliest;
            // All approvals of a person say the same, so that the last that counts is their word; of votes it is the last one.
            var word = said[^1].Action == DecisionAction.Approve ? valid.LastOrDefault() : valid.Count > 0 && ReferenceEquals(valid[^1], said[^1]) ? said[^1] : null;
            if (word is null) ignored.Add($"{person} ({WhyNot(person, said[^1], policy, facts, deciders)})");
            else counted.Add(new Ballot(word, person, valid.AsEnumerable().Reverse().TakeWhile(d => string.Equals(d.Vote, word.Vote, StringComparison.Ordinal)).Min(Record.WhenOf)));
        }
        return new Ballots([.. counted.OrderBy(b => b.Since).ThenBy(b => b.Word, DecisionOrder.Instance)], [.. ignored], policy.IsSigned ? SignedOf(counted, facts) : []) { First = first };
    }

    private static string? WhyNot(string person, Decision decision, PolicyConfiguration policy, ProposalFacts facts, Deciders deciders)
    {
        if (!policy.CountsAuthors && facts.Authors.Contains(person, StringComparer.OrdinalIgnoreCase)) return "an author";
        if (!deciders.Has(decision.By)) return $"not one of {deciders.Title}";
        if (policy.IsSigned && !facts.Signed.ContainsKey(decision.Path)) return WhyUnsigned(decision, facts);
        if (decision.At is not { } blob) return null; // written by hand, about the proposal as such
        var beside = facts.ChangedBeside.TryGetValue(decision.Path, out var name) ? $"{name} changed since" : null;
        return facts.Texts.GetValueOrDefault(blob.Sha, Freshness.Missing) switch
        {
            Freshness.Changed => "the text changed since",
            Freshness.Missing => "about a text that this repository does not have",
            _ => beside,
        };
    }

    private static ImmutableArray<string> SignedOf(List<Ballot> counted, ProposalFacts facts)
    {
        var signed = ImmutableArray.CreateBuilder<string>();
        foreach (var (word, person, _) in counted.OrderBy(b => b.Word, DecisionOrder.Instance))
        {
            if (facts.Signed.GetValueOrDefault(word.Path) is { Length: > 0 } signer && !string.Equals(signer, person, StringComparison.OrdinalIgnoreCase)) signed.Add($"{person} (signed by {signer})");
        }
        return signed.ToImmutable();
    }
}
