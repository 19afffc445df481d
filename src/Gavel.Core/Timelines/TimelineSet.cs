using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <summary>The timelines of all proposals of a catalog.</summary>
public sealed class TimelineSet
{
    private readonly Func<string, ImmutableArray<TimelineEvent>> _eventsOf;

    internal TimelineSet(Func<string, ImmutableArray<TimelineEvent>> eventsOf, bool isComplete)
    {
        _eventsOf = eventsOf;
        IsComplete = isComplete;
    }

    /// <summary>Nothing is known of anything.</summary>
    public static TimelineSet None { get; } = new(_ => [], isComplete: false);

    /// <summary>How many versions the repository lacks the text of: what they changed is not told. More than none only in a partial clone.</summary>
    public int Missing { get; init; }

    /// <summary>False for a shallow clone, and without git.</summary>
    public bool IsComplete { get; }

    /// <summary>Without events where history knows nothing of the proposal.</summary>
    public Timeline Of(string id) => new(id, _eventsOf(id), IsComplete && Missing == 0) { Missing = Missing };
}
