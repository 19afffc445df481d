using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;

namespace Gavel.Core.Authoring;

/// <summary>Somebody who decides, and when.</summary>
/// <param name="Person">A key of <c>people</c>, else what git calls them.</param>
/// <param name="RecordedBy">Who writes it down.</param>
/// <param name="Now">For the record.</param>
/// <param name="Today">For what depends on the date.</param>
public sealed record Decider(string Person, string RecordedBy, DateTimeOffset Now, DateOnly Today)
{
    /// <summary>For what ends by itself; by default all of <see cref="Today"/>.</summary>
    public Moment At { get; init; } = Today;

    /// <summary>What the edge where they sit calls what they give.</summary>
    public InputNames Inputs { get; init; } = InputNames.CommandLine;
}

/// <summary>What somebody decides about a proposal without moving it.</summary>
/// <param name="Action">Anything but <see cref="DecisionAction.Move"/> and <see cref="DecisionAction.Resolve"/>.</param>
/// <param name="Vote">For a vote <c>for</c>, <c>against</c> or <c>abstain</c>; else null.</param>
public sealed record DecideRequest(DecisionAction Action, string? Vote, string? Note, DateOnly? Effective);

/// <summary>What somebody wants to move.</summary>
/// <param name="To">A status, by name or alias, also with a parameter: "Superseded by 12".</param>
/// <param name="Effective">When it was decided; null for now.</param>
/// <param name="IsForced">Past an unmet gate; needs a reason.</param>
public sealed record MoveRequest(string To, DateOnly? Effective, string? Reason, bool IsForced);
