using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <summary>In the order in which events of one commit are told.</summary>
public enum TimelineEventKind
{
    Created,
    Renamed,
    Title,
    Status,
    Field,
    Section,
    Template,
    Index,
    Decision,
    Mentioned,
}

/// <summary>Something that happened to a proposal.</summary>
/// <param name="Recorded">The committer date in the commit's own offset.</param>
/// <param name="Effective">When it was decided, where something says so (a decision file, a date beside the status, an earlier index row); null where it is only known when it was recorded.</param>
/// <param name="By">A key of <c>people</c> where the person is known, else the name that git gives.</param>
/// <param name="Commit">40 hex digits; null for what is not committed.</param>
/// <param name="Path">The path that the proposal had then; for an index row the index.</param>
/// <param name="Name">The field, section or decision; null where the kind says it all.</param>
/// <param name="From">The old value; null where there was none.</param>
/// <param name="To">The new value; null where there is none any more.</param>
/// <param name="Bulk">How many proposals got the same kind of change in that commit, from 3 on; else null.</param>
public sealed record TimelineEvent(TimelineEventKind Kind, DateTimeOffset Recorded, DateOnly? Effective, string? By, string? Commit, string Path, string? Name, string? From, string? To, int? Bulk)
{
    /// <summary>The first line of the commit's message; null where there is no commit.</summary>
    public string? Subject { get; init; }
}

/// <summary>What git knows of one proposal, oldest first.</summary>
/// <param name="IsComplete">False for a shallow clone, where what is older is not known, and for one that lacks texts.</param>
public sealed record Timeline(string Id, ImmutableArray<TimelineEvent> Events, bool IsComplete)
{
    /// <summary>As <see cref="TimelineSet.Missing"/>, of all proposals together.</summary>
    public int Missing { get; init; }
}
