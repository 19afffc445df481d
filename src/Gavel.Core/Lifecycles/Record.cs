using System.Collections.Immutable;
using Gavel.Core.Decisions;

namespace Gavel.Core.Lifecycles;

/// <summary>An objection or a hold, and what became of it.</summary>
/// <param name="By">A key of <c>people</c>, or a name.</param>
/// <param name="EndedBy">What resolved it; null while it is open.</param>
public sealed record Concern(Decision Raised, string By, Decision? EndedBy)
{
    public bool IsOpen => EndedBy is null;

    /// <summary>What would end it if it were signed as the policy asks; null where there is no such word.</summary>
    public Decision? Unsigned { get; init; }

    public bool IsHold => Raised.Action == DecisionAction.Hold;
}

/// <summary>The decisions on one proposal that count on a day, in the order in which they were made.</summary>
internal sealed class Record
{
    private readonly ProposalFacts _facts;

    /// <param name="decisions">In any order.</param>
    /// <param name="now">What is recorded for later is not known yet; one day is given for the clocks of the world.</param>
    public Record(ProposalFacts facts, ImmutableArray<Decision> decisions, Moment now)
    {
        _facts = facts;
        var latest = now.Day == DateOnly.MaxValue ? now.Day : now.Day.AddDays(1);
        All = [.. decisions.Where(d => DateOnly.FromDateTime(d.On.UtcDateTime) <= latest).Order(DecisionOrder.Instance)];
        Later = decisions.Length - All.Length;
        var lifecycle = Lifecycle.Of(facts.Process);
        var start = 0;
        for (var i = 0; i < All.Length; i++)
        {
            if (Resets(lifecycle, All[i])) start = i + 1;
        }
        Current = All[start..];
    }

    public ImmutableArray<Decision> All { get; }

    /// <summary>How many are dated in the future.</summary>
    public int Later { get; }

    /// <summary>Those since the last gate that was passed: what was agreed upon there is used up.</summary>
    public ImmutableArray<Decision> Current { get; }

    public ProposalFacts Facts => _facts;

    public string PersonOf(Decision decision) => _facts.People.Name(decision.By);

    /// <summary>What counts: when it was decided, if that was on a day before it was recorded.</summary>
    public static When WhenOf(Decision decision)
    {
        var recorded = When.Of(decision.On);
        return decision.Effective is { } day && day < recorded.Day ? When.Of(day) : recorded;
    }

    /// <summary>When the proposal came to its status; null where neither a decision nor git says it.</summary>
    public When? StatusSince() =>
        All.LastOrDefault(d => d.Action == DecisionAction.Move) is { To: { } to } move && _facts.Status is { } now && string.Equals(_facts.Process.Statuses.Find(to)?.Status.Name, now.Name, StringComparison.Ordinal)
            ? WhenOf(move)
            : _facts.StatusSince is not { } day ? null
            : _facts.StatusInstant is { } instant ? new When(day, instant)
            : When.Of(day);

    /// <summary>Objections and holds, oldest first, with what ended them: a word of who raised it, or of somebody who may overrule it and says why.</summary>
    /// <param name="isSigned">Only signed words end one; unsigned ones raise one all the same.</param>
    public ImmutableArray<Concern> Concerns(Deciders overrulers, bool isSigned)
    {
        var concerns = ImmutableArray.CreateBuilder<Concern>();
        for (var i = 0; i < All.Length; i++)
        {
            var raised = All[i];
            if (raised.Action is not (DecisionAction.Object or DecisionAction.Hold)) continue;
            var by = PersonOf(raised);
            var endings = All.Skip(i + 1).Where(d => Ends(d, raised, by, overrulers)).ToList();
            var ending = endings.Find(d => !isSigned || _facts.Signed.ContainsKey(d.Path));
            concerns.Add(new Concern(raised, by, ending) { Unsigned = ending is null ? endings.LastOrDefault() : null });
        }
        return concerns.ToImmutable();
    }

    private bool Ends(Decision decision, Decision raised, string by, Deciders overrulers)
    {
        if (decision.Action != DecisionAction.Resolve) return false;
        var isOwn = string.Equals(PersonOf(decision), by, StringComparison.OrdinalIgnoreCase);
        // One that names nothing is about everything that its author has open.
        if (decision.Ends is null) return isOwn;
        if (!string.Equals(Trees.TreePath.StemOf(decision.Ends), Trees.TreePath.StemOf(raised.FileName), StringComparison.Ordinal)) return false;
        return isOwn || (!string.IsNullOrWhiteSpace(decision.Note) && overrulers.Has(decision.By));
    }

    private bool Resets(Lifecycle lifecycle, Decision decision)
    {
        if (decision.Action != DecisionAction.Move || decision.To is null || _facts.Process.Statuses.Find(decision.To)?.Status is not { } to) return false;
        var from = decision.From is null ? null : _facts.Process.Statuses.Find(decision.From)?.Status;
        return lifecycle.Find(from, to)?.Policy is not null || (from is not null && Lifecycle.IsBackwards(from.Kind, to.Kind));
    }
}
