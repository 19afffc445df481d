using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>A table with the few commits that came after it: what a table of all of them would say, without making it.</summary>
internal sealed class HistoryLayer
{
    private readonly HistoryTable _table;
    private readonly List<LogEntry> _log;
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    private HistoryLayer(HistoryTable table, List<LogEntry> log)
    {
        _table = table;
        _log = log;
    }

    public int Count => _table.Count + _log.Count;

    public HistoryTable Table => _table;

    /// <param name="log">The commits since, newest first, as a log of all commits would begin.</param>
    /// <returns>Null where they do something that only a look at all commits can tell, such as a file that comes back.</returns>
    public static HistoryLayer? Over(HistoryTable table, List<LogEntry> log)
    {
        var layer = new HistoryLayer(table, log);
        for (var i = log.Count - 1; i >= 0; i--)
        {
            FolderMoves.Infer(log[i].Changes);
            NumberMoves.Infer(log[i].Changes);
            if (!layer.Apply(log[i], table.Count + log.Count - 1 - i)) return null;
        }
        return layer;
    }

    public ImmutableArray<FileVersion> Of(string path)
    {
        if (_lines.TryGetValue(path, out var line)) return line.Base is null ? [.. line.Added] : [.. _table.Of(line.Base), .. line.Added];
        return _left.Contains(path) ? [] : _table.Of(path);
    }

    public HistoryCommit CommitAt(int position)
    {
        if (position < _table.Count) return _table.CommitAt(position);
        var entry = _log[Count - 1 - position];
        return new HistoryCommit(entry.Commit, entry.Recorded, entry.Person, entry.Email, entry.Message, position);
    }

    /// <inheritdoc cref="HistoryTable.After"/>
    public int After(string commit)
    {
        var at = _log.FindIndex(e => string.Equals(e.Commit, commit, StringComparison.Ordinal));
        if (at < 0) return _table.After(commit);
        // What comes below it in the log is what it knows, and all of that: no branch beside it.
        var known = new HashSet<string>(StringComparer.Ordinal) { commit };
        for (var i = at; i < _log.Count; i++)
        {
            if (!known.Contains(_log[i].Commit)) return -1;
            foreach (var parent in _log[i].Parents.Split(' ')) known.Add(parent);
        }
        return known.Contains(_table.CommitAt(_table.Count - 1).Id) ? Count - at : -1;
    }

    /// <summary>The files that have versions since a commit; null where it is not the table's last or a later one.</summary>
    public HashSet<string>? ChangedSince(string commit)
    {
        var first = After(commit);
        if (first < _table.Count) return null;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, line) in _lines)
        {
            if (line.Added.Exists(v => v.Position >= first)) changed.Add(path);
        }
        return changed;
    }

    private bool Apply(LogEntry entry, int position)
    {
        foreach (var change in entry.Changes)
        {
            switch (change.Status)
            {
                case 'D':
                    if (!IsThere(change.Path)) return false;
                    Leave(change.Path);
                    break;
                case 'A':
                    if (IsThere(change.Path) || WasLeft(change.Path)) return false;
                    _lines[change.Path] = new Line(null, [VersionOf(entry, change, position)]);
                    break;
                case 'R':
                    if (!IsThere(change.From) || IsThere(change.Path) || WasLeft(change.Path)) return false;
                    var line = LineOf(change.From);
                    Leave(change.From);
                    line.Added.Add(VersionOf(entry, change, position));
                    _lines[change.Path] = line;
                    break;
                default:
                    if (!IsThere(change.Path)) return false;
                    LineOf(change.Path).Added.Add(VersionOf(entry, change, position));
                    break;
            }
        }
        return true;
    }

    private static FileVersion VersionOf(LogEntry entry, in LogChange change, int position) =>
        new(entry.Commit, change.Path, new ContentId(change.Sha), entry.Person, entry.Recorded, entry.Changes.Count)
        {
            From = change.From,
            Before = change.Before.Length == 0 ? null : new ContentId(change.Before),
            BeforeMerged = change.Before2.Length == 0 ? null : new ContentId(change.Before2),
            Email = entry.Email,
            Subject = CommitMessages.SubjectOf(entry.Message),
            Position = position,
        };

    private Line LineOf(string path)
    {
        if (!_lines.TryGetValue(path, out var line)) _lines[path] = line = new Line(path, []);
        return line;
    }

    private void Leave(string path)
    {
        _lines.Remove(path);
        _left.Add(path);
    }

    private bool IsThere(string path) => _lines.ContainsKey(path) || (!_left.Contains(path) && _table.Has(path));

    private bool WasLeft(string path) => _left.Contains(path) || _table.WasLeft(path);

    /// <param name="Base">The path in the table; null for a file that is not in it.</param>
    private sealed record Line(string? Base, List<FileVersion> Added);
}
