using Gavel.Storage.Files;

namespace Gavel.Web.Serving;

/// <summary>Tells when the files or the refs of a repository change: by the system's events, and by looking every few seconds where these are lost.</summary>
public sealed class RepositoryWatcher : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(15); // editors write a file in several steps
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(250); // nobody waits longer while many files change

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _noting = new();
    private readonly string _folder;
    private HashSet<string>? _written = new(StringComparer.Ordinal); // null once something else than the writing of a file happened

    public RepositoryWatcher(Root root)
    {
        _folder = root.Folder;
        Watch(root.Folder, subfolders: true, path => !IsInGit(path));
        if (root.GitFolder is { } own) Watch(own, subfolders: false, IsRef);
        if (root.GitCommonFolder is { } common)
        {
            if (common != root.GitFolder) Watch(common, subfolders: false, IsRef);
            if (Directory.Exists(Path.Combine(common, "refs"))) Watch(Path.Combine(common, "refs"), subfolders: true, path => !IsLock(path));
        }
    }

    /// <summary>Returns when something changed and a moment passed without another change.</summary>
    /// <returns>False when nothing changed for <paramref name="patience"/>.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await _changed.WaitAsync(patience, cancellationToken).ConfigureAwait(false)) return false;
        for (var waited = TimeSpan.Zero; waited < Latest && await _changed.WaitAsync(Settle, cancellationToken).ConfigureAwait(false); waited += Settle) { }
        return true;
    }

    /// <summary>The files that were written since it was asked last, from the root; null where something else may have happened: a ref moved, events were lost, nothing is known.</summary>
    public IReadOnlyCollection<string>? TakeWritten()
    {
        lock (_noting)
        {
            var taken = _written;
            _written = new HashSet<string>(StringComparer.Ordinal);
            return taken is { Count: > 0 } ? taken : null;
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _changed.Dispose();
    }

    private void Watch(string folder, bool subfolders, Func<string, bool> concerns)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = subfolders,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        void Note(object sender, FileSystemEventArgs e)
        {
            if (!concerns(e.FullPath)) return;
            Add(e.FullPath);
            if (e is RenamedEventArgs renamed) Add(renamed.OldFullPath);
            Tell();
        }
        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        watcher.Error += (_, _) => // events were lost: look
        {
            Add(null);
            Tell();
        };
        try
        {
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException)
        {
            watcher.Dispose(); // the system watches no more folders; looking every few seconds is left
        }
    }

    private void Add(string? path)
    {
        lock (_noting)
        {
            if (path is null || IsInGit(path) || !path.StartsWith(_folder, StringComparison.Ordinal) || path.Length <= _folder.Length + 1) _written = null;
            else _written?.Add(path[(_folder.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/'));
        }
    }

    private void Tell()
    {
        try
        {
            if (_changed.CurrentCount == 0) _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // told already, or nobody listens any more
        }
    }

    private static bool IsInGit(string path) => path.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || path.EndsWith($"{Path.DirectorySeparatorChar}.git", StringComparison.Ordinal);

    // Not what git and Gavel keep there for themselves.
    private static bool IsRef(string path) => !IsLock(path) && Path.GetFileName(path) is not "gavel" and var name && !name.StartsWith("index", StringComparison.Ordinal);

    private static bool IsLock(string path) => path.EndsWith(".lock", StringComparison.Ordinal);
}
