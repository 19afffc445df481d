using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Gives entries the dates that only history knows. Checking does without them, so it starts no git.</summary>
public static class CatalogDates
{
    /// <summary>With the day of its last commit where its process says after how long a proposal is stale; as it is elsewhere.</summary>
    internal static CatalogEntry WithUpdated(CatalogEntry entry, IHistory history) =>
        entry.Process.Statuses.Statuses.Any(s => s.StaleAfter is not null) && history.Of(entry.Path) is [.., var last] ? entry with { Updated = DateOf(last) } : entry;

    /// <summary>One entry with its dates; as it is where history knows nothing of it.</summary>
    public static CatalogEntry WithDates(this Catalog catalog, CatalogEntry entry, IHistory history)
    {
        var versions = history.Of(entry.Path);
        return versions.IsEmpty ? entry : entry with { Created = versions[0].IsCutOff ? null : DateOf(versions[0]), Updated = DateOf(versions[^1]), StatusSince = StatusSince(catalog, entry, versions, history) };
    }

    /// <summary>The same catalog with <c>Created</c>, <c>Updated</c> and <c>StatusSince</c>, each in the commit's own offset; null stays where history knows nothing.</summary>
    public static Catalog WithDates(this Catalog catalog, IHistory history, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>(catalog.Entries.Length);
        foreach (var entry in catalog.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(catalog.WithDates(entry, history));
        }
        return catalog.With(entries.MoveToImmutable());
    }

    // The oldest of the versions behind each other, from the newest back, that have the status of now. Not known while the status is not committed.
    private static DateOnly? StatusSince(Catalog catalog, CatalogEntry entry, ImmutableArray<FileVersion> versions, IHistory history)
    {
        if (catalog.StatusThen is not { } statusThen || entry.Status is not { } now || entry.Process.StatusPlace is StatusPlace.Index or StatusPlace.None) return null;
        DateOnly? since = null;
        for (var i = versions.Length - 1; i >= 0; i--)
        {
            var isSameText = i + 1 < versions.Length && versions[i].Id == versions[i + 1].Id && string.Equals(versions[i].Path, versions[i + 1].Path, StringComparison.Ordinal);
            if (!isSameText && !string.Equals(statusThen(entry, versions[i], history), now, StringComparison.Ordinal)) break;
            since = versions[i].IsCutOff ? null : DateOf(versions[i]);
        }
        return since;
    }

    private static DateOnly DateOf(FileVersion version) => DateOnly.FromDateTime(version.Recorded.DateTime);
}
