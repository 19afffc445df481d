namespace Gavel.Core.Timelines;

/// <summary>Counts how many proposals got the same kind of change in one commit.</summary>
internal sealed class BulkCounts
{
    private const int Fewest = 3;

    private readonly Dictionary<(string Commit, TimelineEventKind Kind), (int Count, string Last)> _counts = [];

    /// <summary>All events of one proposal, before those of the next.</summary>
    public void Add(string id, IEnumerable<RawEvent> events)
    {
        foreach (var told in events)
        {
            if (told.Commit is not { } commit) continue;
            var key = (commit, told.Change.Kind);
            var (count, last) = _counts.GetValueOrDefault(key, (0, ""));
            if (!string.Equals(last, id, StringComparison.Ordinal)) _counts[key] = (count + 1, id);
        }
    }

    /// <summary>From three on; null below.</summary>
    public int? Of(string? commit, TimelineEventKind kind) => commit is null ? null : _counts.GetValueOrDefault((commit, kind)).Count is >= Fewest and var count ? count : null;
}
