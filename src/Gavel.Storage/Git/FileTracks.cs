namespace Gavel.Storage.Git;

/// <param name="Entry">The commit's place in the log, newest 0.</param>
internal readonly record struct TrackedVersion(int Entry, LogChange Change);

/// <summary>
/// Follows files back through a log, newest commit first. A file added is waited for: when an older commit deletes that path, an earlier
/// life of the same file begins there; when an older commit moves that path away, it was another file.
/// </summary>
internal sealed class FileTracks
{
    private readonly Dictionary<string, List<Track>> _byName = new(StringComparer.Ordinal);
    private readonly List<Track> _all = [];

    /// <param name="left">Paths that files had once and have no more.</param>
    /// <returns>For each path the versions, oldest first. May hold paths that are not in HEAD any more.</returns>
    public static SortedDictionary<string, List<TrackedVersion>> Of(List<LogEntry> log, out SortedSet<string> left)
    {
        var tracks = new FileTracks();
        for (var i = 0; i < log.Count; i++)
        {
            FolderMoves.Infer(log[i].Changes);
            NumberMoves.Infer(log[i].Changes);
            // First what moves away, so that a path that is renamed and replaced in one commit is read in the right order.
            foreach (var change in log[i].Changes)
            {
                if (change.Status != 'R') tracks.Apply(change, i);
            }
            tracks.Rename(log[i].Changes, i);
        }
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in log)
        {
            foreach (var change in entry.Changes)
            {
                paths.Add(change.Path);
                if (change.Status == 'R') paths.Add(change.From);
            }
        }
        var result = new SortedDictionary<string, List<TrackedVersion>>(StringComparer.Ordinal);
        foreach (var track in tracks._all)
        {
            if (track.IsGone || track.Versions.Count == 0) continue;
            track.Versions.Sort(static (a, b) => b.Entry.CompareTo(a.Entry));
            result[track.Final] = track.Versions;
            paths.Remove(track.Final);
        }
        left = new SortedSet<string>(paths, StringComparer.Ordinal);
        return result;
    }

    private void Apply(in LogChange change, int entry)
    {
        var tracks = At(change.Path, isGone: change.Status == 'D');
        foreach (var track in tracks)
        {
            track.IsWaiting = change.Status == 'A';
            if (change.Status != 'D') track.Versions.Add(new TrackedVersion(entry, change));
        }
    }

    // All renames of a commit at once: two files may have swapped their names.
    private void Rename(List<LogChange> changes, int entry)
    {
        var moved = new List<(string From, List<Track> Tracks)>();
        foreach (var change in changes)
        {
            if (change.Status != 'R') continue;
            var tracks = At(change.Path, isGone: false);
            foreach (var track in tracks)
            {
                track.Versions.Add(new TrackedVersion(entry, change));
                track.IsWaiting = false;
            }
            _byName.Remove(change.Path);
            moved.Add((change.From, tracks));
        }
        foreach (var (from, tracks) in moved)
        {
            if (_byName.TryGetValue(from, out var others)) Adopt(tracks, others);
            _byName[from] = tracks;
        }
    }

    // Changes under the old name that are newer than the move come from a branch that had not seen it: they belong to the moved file.
    private static void Adopt(List<Track> tracks, List<Track> others)
    {
        foreach (var other in others)
        {
            if (other.IsWaiting) continue;
            foreach (var track in tracks) track.Versions.AddRange(other.Versions);
            other.IsGone = true;
        }
    }

    private List<Track> At(string name, bool isGone)
    {
        if (_byName.TryGetValue(name, out var tracks)) return tracks;
        var track = new Track(name) { IsGone = isGone };
        _all.Add(track);
        return _byName[name] = [track];
    }

    private sealed class Track(string final)
    {
        public string Final { get; } = final;

        public List<TrackedVersion> Versions { get; } = [];

        public bool IsGone { get; set; }

        public bool IsWaiting { get; set; }
    }
}
