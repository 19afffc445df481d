using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Decisions;

public enum DecisionAction
{
    Approve,
    Object,
    Resolve,
    Hold,
    Vote,
    Move,
}

/// <summary>A text that was decided on beside the main document.</summary>
/// <param name="Name">Below the proposal's directory.</param>
public sealed record DecidedFile(string Name, ContentId Id);

/// <summary>One file below <c>.gavel/decisions</c>: who decided what, on which content.</summary>
/// <param name="Path">Of the file, from the root.</param>
/// <param name="Proposal">The id.</param>
/// <param name="By">A key of <c>people</c>, else what git calls the person.</param>
/// <param name="RecordedBy">Who wrote it down; the same as <paramref name="By"/> where nobody did it for them.</param>
/// <param name="On">When it was recorded, in UTC to the second.</param>
/// <param name="Effective">When it was decided, where that was another day; else null.</param>
/// <param name="At">The blob that it was decided on; null where it is about no content.</param>
public sealed record Decision(string Path, string Proposal, DecisionAction Action, string By, string RecordedBy, DateTimeOffset On, DateOnly? Effective, ContentId? At, string? Note)
{
    /// <summary>For a proposal that is a directory, its other texts as they were; default where that is not known, and for one that is a file.</summary>
    public ImmutableArray<DecidedFile> Files { get; init; }

    /// <summary>For a vote <c>for</c>, <c>against</c> or <c>abstain</c>; else null.</summary>
    public string? Vote { get; init; }

    /// <summary>For a move, the status before; else null.</summary>
    public string? From { get; init; }

    /// <summary>For a move, the status after; else null.</summary>
    public string? To { get; init; }

    /// <summary>For <see cref="DecisionAction.Resolve"/>, the file name of the objection or hold that it ends; else null.</summary>
    public string? Ends { get; init; }

    /// <summary>A move that passed an unmet gate; the reason is in <see cref="Note"/>.</summary>
    public bool IsForced { get; init; }

    /// <summary>For a move that moved the file, the path that it had before: a redirect; else null.</summary>
    public string? Moved { get; init; }

    /// <summary>The file's name, by which a <see cref="DecisionAction.Resolve"/> names what it ends.</summary>
    public string FileName => Trees.TreePath.NameOf(Path);
}
