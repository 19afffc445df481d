using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>Holds what was decided to a policy. Pure: the same facts, decisions and moment give the same conditions, whatever the order of the decisions.</summary>
public static class Policies
{
    /// <summary>What holds where a transition names no policy: nobody needs to agree, but nobody may object.</summary>
    private static readonly PolicyConfiguration Open = new("none", Place.StartOf(Configuration.FileName)) { Approvals = ApprovalCount.None };

    /// <summary>Every condition of a policy, met or not, each saying what would meet it. Decisions dated later than <paramref name="now"/> are not known yet.</summary>
    /// <param name="policy">Null for a transition without one.</param>
    public static ImmutableArray<GateCondition> Judge(PolicyConfiguration? policy, ProposalFacts facts, ImmutableArray<Decision> decisions, Moment now)
    {
        policy ??= Open;
        var record = new Record(facts, decisions, now);
        var overrulers = Overrulers(policy, facts);
        var concerns = record.Concerns(overrulers, IsSigned(policy));
        var conditions = ImmutableArray.CreateBuilder<GateCondition>();
        if (policy.IsMissing) conditions.Add(new GateCondition(GateKind.Approval, $"{policy.At.Path} has no policy '{policy.Name}', so that nobody knows who decides: write it there", IsMet: false, IsRequired: true, [], null));
        foreach (var part in policy.Parts.Prepend(policy)) new PolicyPart(part, policy, facts, record, concerns, now).AddTo(conditions);
        foreach (var concern in concerns) Add(conditions, concern, record, policy, overrulers);
        foreach (var lost in facts.Unreadable.Where(u => u.Action == DecisionAction.Hold || (u.Action == DecisionAction.Object && policy.Objections != ObjectionEffect.Ignore)))
        {
            var who = lost.By is null ? "somebody" : facts.People.Name(lost.By);
            var isHold = lost.Action == DecisionAction.Hold;
            conditions.Add(new GateCondition(GateKind.Objection, $"{lost.Path} cannot be read and may be {(isHold ? "a hold" : "an objection")} of {who}: mend it or remove it", IsMet: false, isHold || policy.Objections == ObjectionEffect.Block, [], null));
        }
        return conditions.ToImmutable();
    }

    /// <summary>Objections and holds that nobody has resolved, oldest first.</summary>
    public static ImmutableArray<Concern> OpenConcerns(PolicyConfiguration? policy, ProposalFacts facts, ImmutableArray<Decision> decisions, Moment now) =>
        [.. new Record(facts, decisions, now).Concerns(Overrulers(policy ?? Open, facts), IsSigned(policy ?? Open)).Where(c => c.IsOpen)];

    /// <summary>Whether a person's word ends somebody else's objection under a policy.</summary>
    public static bool MayOverrule(PolicyConfiguration? policy, ProposalFacts facts, string person) => Overrulers(policy ?? Open, facts).Has(person);

    /// <summary>Why a person's approval or vote would not count; null where it would.</summary>
    public static string? WhyNotCounted(PolicyConfiguration? policy, ProposalFacts facts, string person, DecisionAction action)
    {
        if (policy is null) return null;
        var parts = policy.Parts.Prepend(policy).Where(p => p.Approvals != ApprovalCount.None || p.Votes is not null).ToList();
        if (parts.Count == 0) return null;
        var asked = parts.FindAll(p => action == DecisionAction.Vote ? p.Votes is not null : p.Approvals != ApprovalCount.None);
        if (asked.Count == 0) return $"'{policy.Title}' counts {(action == DecisionAction.Vote ? "approvals, and no votes" : "votes, and no approvals")}";
        foreach (var part in asked)
        {
            var deciders = part.Each is { } each && action == DecisionAction.Approve
                ? Deciders.Of([PolicyConfiguration.FieldRole + each], facts, part.CountsAuthors)
                : Deciders.Of(part.From, facts, part.CountsAuthors);
            if (deciders.Has(person) && (part.CountsAuthors || !facts.Authors.Contains(person, StringComparer.OrdinalIgnoreCase))) return null;
        }
        return $"{person} is not one of {string.Join(" or ", asked.Select(p => p.Each is { } field && action == DecisionAction.Approve ? $"those whom '{field}' names" : Deciders.Of(p.From, facts).Title).Distinct(StringComparer.Ordinal))}, whose words '{policy.Title}' counts";
    }

    private static bool IsSigned(PolicyConfiguration policy) => policy.Parts.Prepend(policy).Any(p => p.IsSigned);

    private static Deciders Overrulers(PolicyConfiguration policy, ProposalFacts facts) =>
        Deciders.Of(!policy.Overrule.IsEmpty ? policy.Overrule : policy.From.IsEmpty ? [.. policy.Parts.SelectMany(p => p.From).Distinct(StringComparer.OrdinalIgnoreCase)] : policy.From, facts);

    private static void Add(ImmutableArray<GateCondition>.Builder conditions, Concern concern, Record record, PolicyConfiguration policy, Deciders overrulers)
    {
        if (!concern.IsHold && policy.Objections == ObjectionEffect.Ignore) return;
        var note = string.IsNullOrWhiteSpace(concern.Raised.Note) ? "" : $": {Documents.PlainText.Fold(concern.Raised.Note)}";
        var what = concern.IsHold ? "hold" : "objection";
        var isRequired = concern.IsHold || policy.Objections == ObjectionEffect.Block;
        if (concern.EndedBy is { } ending)
        {
            var by = record.PersonOf(ending);
            var isOwn = string.Equals(by, concern.By, StringComparison.OrdinalIgnoreCase);
            var how = isOwn ? "resolved" : string.Create(CultureInfo.InvariantCulture, $"overruled by {by} ({Documents.PlainText.Fold(ending.Note ?? "")})");
            conditions.Add(new GateCondition(GateKind.Objection, $"{what} of {concern.By}{note} ({how})", IsMet: true, isRequired, [], null));
            return;
        }
        var clock = concern.IsHold ? "" : string.Concat(policy.Parts.Prepend(policy).Select(p => ClockText(p, policy)).Distinct(StringComparer.Ordinal));
        var way = $"{concern.By} resolves it, or {overrulers.Title} may overrule it with a reason{(concern.Unsigned is { } word ? $"; the word of {record.PersonOf(word)} does not end it: {Ballots.WhyUnsigned(word, record.Facts)}" : "")}";
        var text = isRequired ? $"open {what} of {concern.By}{note} ({way}{clock})" : $"open {what} of {concern.By}{note} (it does not block{clock})";
        conditions.Add(new GateCondition(GateKind.Objection, text, IsMet: false, isRequired, [concern.By], null));
    }

    // Whether an objection stops the clock of a part, and of its vote.
    private static string ClockText(PolicyConfiguration part, PolicyConfiguration whole)
    {
        var which = ReferenceEquals(part, whole) ? "" : $" ({part.Title})";
        var vote = part.Votes is { Period.IsSome: true } ? $"; the vote{which} runs on" : "";
        if (!part.Period.IsSome) return vote;
        return vote + part.OnObjection switch
        {
            ClockEffect.Restart => $"; the comment period{which} begins anew when it is resolved",
            ClockEffect.Pause => $"; the comment period{which} stands still until then",
            _ => $"; the comment period{which} runs on",
        };
    }
}
