using Gavel.Core.Documents;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>A proposal as it was.</summary>
/// <param name="Revision">The commit that made it or was asked for; null for a work tree with changes, and before the first version.</param>
/// <param name="Date">When that commit was recorded; null where there is none.</param>
/// <param name="Document">Empty before the first version.</param>
public sealed record ProposalVersion(string? Revision, DateOnly? Date, Document Document);

/// <summary>Finds versions of one proposal.</summary>
public sealed class ProposalVersions
{
    private readonly Catalog _catalog;
    private readonly CatalogEntry _entry;
    private readonly IHistory _history;
    private readonly EntryReader _reader;
    private readonly List<Snapshot> _snapshots;

    /// <exception cref="InvalidOperationException">The catalog was put together by hand.</exception>
    public ProposalVersions(Catalog catalog, CatalogEntry entry, IHistory history)
    {
        _catalog = catalog;
        _entry = entry;
        _history = history;
        _reader = catalog.Past ?? throw new InvalidOperationException("This catalog was built without documents.");
        _snapshots = Snapshot.Of(history.Of(entry.Path), HeaderPath is { } path ? history.Of(path) : []);
    }

    /// <summary>As the tree has it; with the last commit where that is the same.</summary>
    public ProposalVersion Now => IsCommitted && _snapshots is [.., var last] ? Of(last) : new ProposalVersion(null, null, _catalog.Open(_entry).Document);

    /// <summary>As the last commit has it; null where none does.</summary>
    public ProposalVersion? Committed => _snapshots is [.., var last] ? Of(last) : null;

    /// <summary>The tree has what the last commit has.</summary>
    public bool IsCommitted =>
        _snapshots is [.., var last] && last.Now.Id == _catalog.Tree.IdOf(_entry.File) && last.Now.Header?.Sha == (HeaderPath is { } path && _catalog.Tree.Find(path) is { } file ? _catalog.Tree.IdOf(file).Sha : null);

    /// <summary>Before it was written.</summary>
    public ProposalVersion Nothing => new(null, null, _reader.ParseThen(SourceText.From(_entry.Path, ""), null) ?? _catalog.Open(_entry).Document);

    /// <summary>What stood there before the tree's text: the last commit where the tree has changes, else the version before it that differs.</summary>
    public ProposalVersion Previous
    {
        get
        {
            if (!IsCommitted) return Committed ?? Nothing;
            for (var i = _snapshots.Count - 2; i >= 0; i--)
            {
                if (_snapshots[i].Now.Id != _snapshots[^1].Now.Id || _snapshots[i].Now.Header != _snapshots[^1].Now.Header) return Of(_snapshots[i]);
            }
            return Nothing;
        }
    }

    /// <summary>As it was when the day ended; before its first version nothing.</summary>
    public ProposalVersion On(DateOnly day)
    {
        Snapshot? found = null;
        foreach (var snapshot in _snapshots)
        {
            if (DateOf(snapshot) <= day) found = snapshot;
        }
        return found is null ? Nothing : Of(found);
    }

    /// <summary>The version in which it last came to a status; null where it never did.</summary>
    public ProposalVersion? When(string status, Timeline timeline)
    {
        var name = _entry.Process.Statuses.Find(status)?.Status.Name ?? status;
        var commit = timeline.Events.LastOrDefault(e => e.Kind == TimelineEventKind.Status && string.Equals(e.To, name, StringComparison.OrdinalIgnoreCase))?.Commit;
        return commit is null ? null : InCommit(commit);
    }

    /// <summary>The last version with this content; null where none has it.</summary>
    public ProposalVersion? With(ContentId content)
    {
        if (!IsCommitted && _catalog.Tree.IdOf(_entry.File) == content) return Now;
        return _snapshots.FindLast(s => s.Now.Id == content) is { } found ? Of(found) : null;
    }

    /// <summary>A content that may be of no commit; null where the repository lacks it.</summary>
    public ProposalVersion? Of(ContentId content) =>
        _history.Read(content, _entry.Path) is { } text && _reader.ParseThen(text, null) is { } document ? new ProposalVersion(null, null, document) : null;

    /// <summary>As a tree of another commit has it, under any path that it ever had; null where that tree does not.</summary>
    public ProposalVersion? In(ITree tree, DateOnly? date)
    {
        foreach (var path in _snapshots.Select(s => s.Now.Path).Append(_entry.Path).Reverse().Distinct(StringComparer.Ordinal))
        {
            if (tree.Find(path) is not { } file) continue;
            var header = HeaderName is { } name && tree.Find(TreePath.Join(TreePath.FolderOf(path), name)) is { } beside ? tree.Read(beside) : null;
            return _reader.ParseThen(tree.Read(file), header) is { } document ? new ProposalVersion(tree.Revision, date, document) : null;
        }
        return null;
    }

    private string? HeaderName => _entry.Directory is null ? null : _entry.Process.HeaderFile;

    private string? HeaderPath => HeaderName is { } name && TreePath.Join(_entry.Directory!, name) is var path && !string.Equals(path, _entry.Path, StringComparison.Ordinal) ? path : null;

    // A status that an index keeps may have changed in a commit that left the proposal alone.
    private ProposalVersion? InCommit(string commit)
    {
        if (_snapshots.Find(s => string.Equals(s.By.Commit, commit, StringComparison.Ordinal)) is { } own) return Of(own);
        return null;
    }

    private ProposalVersion Of(Snapshot snapshot)
    {
        var text = _history.Read(snapshot.Now.Id, snapshot.Now.Path) ?? throw new TreeException($"{snapshot.Now.Path}: the repository lacks the content of {snapshot.By.Commit} (a partial clone?)");
        var header = snapshot.Now.Header is { } id && HeaderName is { } name ? _history.Read(id, TreePath.Join(TreePath.FolderOf(snapshot.Now.Path), name)) : null;
        return new ProposalVersion(snapshot.By.Commit, DateOf(snapshot), _reader.ParseThen(text, header) ?? throw new TreeException($"{snapshot.Now.Path}: nothing reads it"));
    }

    private static DateOnly DateOf(Snapshot snapshot) => DateOnly.FromDateTime(snapshot.By.Recorded.DateTime);
}
