using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What happened to the proposals of a catalog, from git.</summary>
public static class Timelines
{
    /// <summary>
    /// One pass over the history for all proposals. The cache knows them by commit; where the history only went on, what it knows is extended by the
    /// new commits, and whatever cannot be extended without doubt is read anew.
    /// </summary>
    /// <exception cref="TreeException">Git cannot be read any more.</exception>
    public static TimelineSet Read(Catalog catalog, IHistory history, CancellationToken cancellationToken)
    {
        if (history is not { Head: { } head, Stamp: { } stamp } || catalog.Past is not { } reader || catalog.Store is not { } cache) return TimelineSet.None;
        var store = new TimelineStore(cache, catalog, reader);
        var kept = store.Find(stamp);
        if (kept is not null) store.Follow(stamp);
        else kept = store.Known().Select(Extended).FirstOrDefault(e => e is not null);
        if (kept is not null) return new TimelineSet(id => kept.Find(id)?.Events ?? [], history.IsComplete);
        var builder = new TimelineBuilder(catalog, history, reader);
        var timelines = builder.Build(cancellationToken);
        // A fetch may bring what is missing without another commit: so nothing is kept of it.
        kept = builder.Missing > 0 ? TimelineStore.Unkept(head, timelines) : store.Add(stamp, head, timelines);
        return new TimelineSet(id => kept.Find(id)?.Events ?? [], history.IsComplete) { Missing = builder.Missing };

        KeptTimelines? Extended(KeptTimelines known) =>
            TimelineExtension.Of(catalog, history, reader, known, cancellationToken) is { } changed ? store.Extend(known, stamp, head, changed) : null;
    }
}
