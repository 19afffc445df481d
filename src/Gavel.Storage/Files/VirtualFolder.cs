using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>What would be where on disk after some moves and new files that were not made yet.</summary>
internal sealed class VirtualFolder(string root)
{
    // Path to where it is on disk now; null for what was moved away; the empty text for a file that is on no disk yet.
    private readonly Dictionary<string, string?> _moved = new(StringComparer.Ordinal);

    private readonly HashSet<string> _above = new(StringComparer.Ordinal);

    public bool Exists(string path) => OriginOf(path) is { } origin && (origin.Length == 0 || ExistsBefore(origin));

    /// <summary>Whether it is on disk, whatever was moved here.</summary>
    public bool ExistsBefore(string path) => ChangeStep.Full(root, path) is var full && (Path.Exists(full) || new FileInfo(full).LinkTarget is not null);

    public bool IsFolder(string path)
    {
        if (OriginOf(path) is { Length: > 0 } origin && Directory.Exists(ChangeStep.Full(root, origin))) return true;
        return _above.Contains(path) && _moved.Any(m => m.Value is not null && m.Key.Length > path.Length && m.Key[path.Length] == '/' && m.Key.StartsWith(path, StringComparison.Ordinal));
    }

    /// <summary>Whether the path or a folder above it was moved away or came by a move.</summary>
    public bool IsMoved(string path)
    {
        for (; path.Length > 0; path = TreePath.FolderOf(path))
        {
            if (_moved.ContainsKey(path)) return true;
        }
        return false;
    }

    /// <summary>A file that stands where a folder above the path is needed.</summary>
    public string? FileAbove(string path)
    {
        for (var folder = TreePath.FolderOf(path); folder.Length > 0; folder = TreePath.FolderOf(folder))
        {
            if (Exists(folder)) return IsFolder(folder) ? null : folder;
        }
        return null;
    }

    /// <summary>On a disk that does not tell cases apart: the same file under the spelling it is to get.</summary>
    public bool IsOtherSpelling(string from, string to)
    {
        if (!string.Equals(from, to, StringComparison.OrdinalIgnoreCase)) return false;
        var folder = ChangeStep.Full(root, TreePath.FolderOf(to));
        var name = TreePath.NameOf(to);
        return Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(e => Path.GetFileName(e).Equals(name, StringComparison.Ordinal));
    }

    /// <summary>Where the path is on disk now; null for what was moved away, empty for a new file.</summary>
    public string? OriginOf(string path)
    {
        for (var at = path; at.Length > 0; at = TreePath.FolderOf(at))
        {
            if (_moved.TryGetValue(at, out var origin)) return origin is { Length: > 0 } ? origin + path[at.Length..] : origin;
        }
        return path;
    }

    public void Create(string path) => Set(path, "");

    private void Set(string path, string? origin)
    {
        _moved[path] = origin;
        for (var folder = TreePath.FolderOf(path); folder.Length > 0 && _above.Add(folder);) folder = TreePath.FolderOf(folder);
    }

    public void Move(string from, string to)
    {
        var origin = OriginOf(from);
        if (IsFolder(from))
        {
            foreach (var (path, was) in _moved.Where(m => m.Key.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
            {
                _moved.Remove(path);
                Set(to + path[from.Length..], was);
            }
        }
        _moved[from] = null;
        Set(to, origin);
    }
}
