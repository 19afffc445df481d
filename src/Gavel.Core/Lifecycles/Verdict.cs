using System.Collections.Immutable;

namespace Gavel.Core.Lifecycles;

/// <summary>What a condition of a gate is about; its word in JSON is its name in lower case.</summary>
public enum GateKind
{
    Field,
    Section,
    Prompt,
    Placeholder,
    Checklist,
    Plan,
    Diagnostic,
    Approval,
    Objection,
    Period,
    Reason,
}

/// <summary>One thing that a move asks for.</summary>
/// <param name="Text">What it is, how far it is, and what would meet it; one sentence without a full stop.</param>
/// <param name="IsRequired">The gate stays shut without it.</param>
/// <param name="Who">Whose doing would meet it, sorted; empty where anybody's would.</param>
/// <param name="Until">The day on which it is met by itself; null where no day does that.</param>
public sealed record GateCondition(GateKind Kind, string Text, bool IsMet, bool IsRequired, ImmutableArray<string> Who, DateOnly? Until)
{
    /// <summary>A short name for what it is, where its day stands in a calendar: <c>comment period ends</c>; empty elsewhere.</summary>
    public string Title { get; init; } = "";

    /// <summary>When on <see cref="Until"/>, where that is counted in hours; else null.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>Stands in the way.</summary>
    public bool Blocks => IsRequired && !IsMet;

    public UnmetGate Unmet => new(Kind, Text, Who, Until);
}

/// <inheritdoc cref="GateCondition"/>
public sealed record UnmetGate(GateKind Kind, string Text, ImmutableArray<string> Who, DateOnly? Until);

/// <summary>The answer to "may this proposal move?".</summary>
public abstract record Verdict
{
    private Verdict() { }

    public sealed record Allowed(Transition By) : Verdict;

    public sealed record Blocked(Transition By, ImmutableArray<UnmetGate> Unmet) : Verdict;

    /// <param name="Possible">Where it may go instead.</param>
    public sealed record NoSuchTransition(string From, string To, ImmutableArray<string> Possible) : Verdict;

    public static Verdict Of(Transition by, IEnumerable<GateCondition> conditions)
    {
        var unmet = conditions.Where(c => c.Blocks).Select(c => c.Unmet).ToImmutableArray();
        return unmet.IsEmpty ? new Allowed(by) : new Blocked(by, unmet);
    }
}
