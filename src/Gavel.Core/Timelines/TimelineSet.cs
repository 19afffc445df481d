using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <summary>The timelines of all proposals of a catalog.</summary>
public sealed class TimelineSet
{
    private readonly IReadOnlyDictionary<string, ImmutableArray<TimelineEvent>> _events;

    internal TimelineSet(IReadOnlyDictionary<string, ImmutableArray<TimelineEvent>> events, bool isComplete)
    {
        _events = events;
        IsComplete = isComplete;
    }

    /// <summary>Nothing is known of anything.</summary>
    public static TimelineSet None { get; } = new(new Dictionary<string, ImmutableArray<TimelineEvent>>(StringComparer.Ordinal), isComplete: false);

    /// <summary>False for a shallow clone, and without git.</summary>
    public bool IsComplete { get; }

    /// <summary>Without events where history knows nothing of the proposal.</summary>
    public Timeline Of(string id) => new(id, _events.GetValueOrDefault(id, []), IsComplete);
}
