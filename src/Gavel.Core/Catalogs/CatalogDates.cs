using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Gives entries the dates that only history knows. Checking does without them, so it starts no git.</summary>
public static class CatalogDates
{
    /// <summary>With the day of its last commit where its process says after how long a proposal is stale; as it is elsewhere.</summary>
    internal static CatalogEntry WithUpdated(CatalogEntry entry, IHistory history) =>
        entry.Process.Statuses.Statuses.Any(s => s.StaleAfter is not null) && history.Of(entry.Path) is [.., var last] ? entry with { Updated = DateOf(last.Recorded) } : entry;

    /// <summary>One entry with its dates; as it is where history knows nothing of it.</summary>
    public static CatalogEntry WithDates(this Catalog catalog, CatalogEntry entry, IHistory history) => Dated(entry, history, Timelines.Read(catalog, history, CancellationToken.None));

    /// <summary>The same catalog with <c>Created</c>, <c>Updated</c> and <c>StatusSince</c>, each in the commit's own offset; null stays where history knows nothing.</summary>
    public static Catalog WithDates(this Catalog catalog, IHistory history, CancellationToken cancellationToken)
    {
        var timelines = catalog.Entries.IsEmpty ? TimelineSet.None : Timelines.Read(catalog, history, cancellationToken);
        return catalog.With([.. catalog.Entries.Select(e => Dated(e, history, timelines))]);
    }

    internal static CatalogEntry Dated(CatalogEntry entry, IHistory history, TimelineSet timelines)
    {
        var versions = history.Of(entry.Path);
        var status = versions.IsEmpty || entry.Status is null ? null : StatusSince(entry.Status, timelines.Of(entry.Id));
        return versions.IsEmpty ? entry : entry with
        {
            Created = versions[0].IsCutOff ? null : DateOf(versions[0].Recorded),
            Updated = DateOf(versions[^1].Recorded),
            StatusSince = status is { } since ? DateOf(since) : null,
            StatusInstant = status,
        };
    }

    // Not known while the status is not committed.
    private static DateTimeOffset? StatusSince(string status, Timeline timeline)
    {
        for (var i = timeline.Events.Length - 1; i >= 0; i--)
        {
            if (timeline.Events[i].Kind == TimelineEventKind.Status) return string.Equals(timeline.Events[i].To, status, StringComparison.Ordinal) ? timeline.Events[i].Recorded : null;
        }
        return null;
    }

    private static DateOnly DateOf(DateTimeOffset recorded) => DateOnly.FromDateTime(recorded.DateTime);
}
