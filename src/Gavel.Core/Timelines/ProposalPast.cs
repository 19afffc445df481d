namespace Gavel.Core.Timelines;

/// <summary>Tells what happened to one proposal, from its snapshots alone: no index, no decision, no mention yet.</summary>
internal static class ProposalPast
{
    /// <param name="facts">Null for a text that the repository lacks or nothing reads.</param>
    /// <param name="last">The status and the title that were told last; null where none was.</param>
    /// <returns>In the order of the snapshots.</returns>
    public static List<(Snapshot At, VersionChange Change)> Tell(List<Snapshot> snapshots, Func<PastText, VersionFacts?> facts, (string? Status, string? Title) last)
    {
        var told = new List<(Snapshot, VersionChange)>();
        var (status, title) = last;
        for (var i = 0; i < snapshots.Count; i++)
        {
            var at = snapshots[i];
            if (at.Before is null && i == 0 && last == default && !at.By.IsCutOff) told.Add((at, new VersionChange(TimelineEventKind.Created, null, null, null)));
            if (!string.Equals(at.From, at.Now.Path, StringComparison.Ordinal)) told.Add((at, new VersionChange(TimelineEventKind.Renamed, null, at.From, at.Now.Path)));
            if (facts(at.Now) is not { } now) continue;
            foreach (var change in ChangesOf(at, now, facts))
            {
                // What another branch did too is told once.
                if (change is { Kind: TimelineEventKind.Status, To: not null } && string.Equals(change.To, status, StringComparison.Ordinal)) continue;
                if (change.Kind == TimelineEventKind.Title && string.Equals(change.To, title, StringComparison.Ordinal)) continue;
                if (change.Kind == TimelineEventKind.Status) status = change.To;
                if (change.Kind == TimelineEventKind.Title) title = change.To;
                told.Add((at, change));
            }
        }
        return told;
    }

    private static List<VersionChange> ChangesOf(Snapshot at, VersionFacts now, Func<PastText, VersionFacts?> facts)
    {
        if (at.Before is not { } before || facts(before) is not { } old) return at.By.IsCutOff || at.Before is not null ? [] : Beginning(now);
        var changes = VersionChanges.Between(old, now);
        if (at.BeforeMerged is not { } merged || facts(merged) is not { } other) return changes;
        // A merge did what differs from both sides.
        var also = VersionChanges.Between(other, now);
        return changes.FindAll(c => also.Exists(a => a.Kind == c.Kind && string.Equals(a.Name, c.Name, StringComparison.Ordinal) && string.Equals(a.To, c.To, StringComparison.Ordinal)));
    }

    private static List<VersionChange> Beginning(VersionFacts now)
    {
        var changes = new List<VersionChange>();
        if (now.Status is not null) changes.Add(new VersionChange(TimelineEventKind.Status, null, null, now.Status) { Effective = now.StatusDate });
        return changes;
    }
}
