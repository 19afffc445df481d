using Gavel.Core.Decisions;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What the commits since an earlier HEAD add to timelines that are known.</summary>
internal static class TimelineExtension
{
    /// <returns>The timelines that are longer now, whole; null where only a look at everything is sure to be right: another history, a proposal that is new or gone, a new decision.</returns>
    public static List<KeptTimeline>? Of(Catalog catalog, IHistory history, EntryReader reader, KeptTimelines last, CancellationToken cancellationToken)
    {
        if (history.CommitsSince(last.Head) is not [var oldest, ..] commits || history.ChangedSince(last.Head) is not { } paths) return null;
        if (paths.Any(p => p.StartsWith(DecisionName.Folder + "/", StringComparison.Ordinal))) return null;
        var sources = new TimelineSources(reader, history);
        if (ChangedOf(catalog, sources, last, paths) is not { } changed) return null;

        var events = new Dictionary<string, List<RawEvent>>(StringComparer.Ordinal);
        var proposals = changed.ConvertAll(e => new EntryPast(e, sources.SnapshotsOf(e).FindAll(s => s.By.Position >= oldest.Position)));
        foreach (var (path, own) in sources.Read(proposals, (entry, _) => StateOf(last.Find(entry.Id)!), cancellationToken)) events[catalog.FindByPath(path)!.Id] = own;
        if (sources.Missing > 0) return null;
        PastIds? ids = null;
        foreach (var process in catalog.Processes.Where(p => p.Index is { } index && paths.Contains(index)))
        {
            ids ??= new PastIds(catalog, catalog.Entries.Select(e => new EntryPast(e, sources.SnapshotsOf(e))));
            foreach (var (id, raw) in new IndexPast(reader, history, catalog.Tree, process, ids).Tell(oldest.Position)) Add(id, raw);
        }
        foreach (var (id, raw) in Mentions.In(commits, catalog))
        {
            ids ??= new PastIds(catalog, catalog.Entries.Select(e => new EntryPast(e, sources.SnapshotsOf(e))));
            Add(id, raw with { Path = ids.PathThen(id, raw.Position) });
        }
        // What is decided and not committed comes last, and would not.
        if (events.Keys.Any(id => last.Find(id)!.Events is [.., { Commit: null }])) return null;
        var finish = new TimelineFinish(catalog.Tree, events);
        var longer = new List<KeptTimeline>(events.Count);
        foreach (var id in events.Keys)
        {
            var entry = catalog.Find(id)!;
            longer.Add(new KeptTimeline(id, entry.Path, TimelineStore.TemplateOf(entry), finish.Of(entry, last.Find(id)!.Events)));
        }
        longer.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return longer;

        void Add(string id, RawEvent raw)
        {
            if (catalog.Find(id) is null) return;
            if (!events.TryGetValue(id, out var own)) events[id] = own = [];
            own.Add(raw);
        }
    }

    private static List<CatalogEntry>? ChangedOf(Catalog catalog, TimelineSources sources, KeptTimelines last, IReadOnlySet<string> paths)
    {
        if (last.Ids.Any(id => catalog.Find(id) is null)) return null;
        var changed = new List<CatalogEntry>();
        foreach (var entry in catalog.Entries)
        {
            if (last.About(entry.Id) is not { } about || !string.Equals(about.Template, TimelineStore.TemplateOf(entry), StringComparison.Ordinal)) return null;
            var isChanged = paths.Contains(entry.Path) || (sources.HeaderPathOf(entry) is { } header && paths.Contains(header));
            // Moved without a commit, or under an id that was another's.
            if (!string.Equals(about.Path, entry.Path, StringComparison.Ordinal) && (!isChanged || !sources.SnapshotsOf(entry).Exists(s => string.Equals(s.Now.Path, about.Path, StringComparison.Ordinal)))) return null;
            // Not committed yet, so that nothing is known of its beginning.
            if (isChanged && last.Find(entry.Id)!.Events.All(e => e.Kind is TimelineEventKind.Index or TimelineEventKind.Mentioned or TimelineEventKind.Decision)) return null;
            if (isChanged) changed.Add(entry);
        }
        return changed;
    }

    private static (string? Status, string? Title) StateOf(KeptTimeline timeline) =>
        (timeline.Events.LastOrDefault(e => e.Kind == TimelineEventKind.Status)?.To, timeline.Events.LastOrDefault(e => e.Kind == TimelineEventKind.Title)?.To);
}
