using System.Buffers.Binary;
using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>The files of a folder at one moment. Never changes.</summary>
internal sealed class Listing
{
    private readonly Dictionary<string, ListedFile> _byPath;
    private readonly HashSet<string> _folders;
    private readonly Dictionary<string, string> _links;
    private readonly HashSet<string> _targets; // full paths that links to files lead to

    private Listing(List<ListedFile> files, Dictionary<string, string> links, long listedAt)
    {
        _links = links;
        _targets = files.Select(f => f.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _byPath = new Dictionary<string, ListedFile>(files.Count, StringComparer.Ordinal);
        foreach (var file in files) _byPath[file.Path] = file;
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        Files = [.. files.Select(f => new TreeFile(f.Path, f.Length))];
        _folders = TreePath.FoldersOf(Files);
        Unsettled = files.Where(f => !StatCache.IsSettled(f.Modified, listedAt)).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
    }

    private Listing(Listing before, Dictionary<string, ListedFile> byPath, ImmutableArray<TreeFile> files, HashSet<string> unsettled)
    {
        _links = before._links;
        _targets = before._targets;
        _folders = before._folders;
        _byPath = byPath;
        Files = files;
        Unsettled = unsettled;
        Misnamed = before.Misnamed;
    }

    public ImmutableArray<TreeFile> Files { get; }

    /// <summary>Files so new that they could change once more without another time.</summary>
    public IReadOnlySet<string> Unsettled { get; }

    /// <summary>Paths that hold U+FFFD, for names that are no UTF-8; in order.</summary>
    public ImmutableArray<string> Misnamed { get; private init; } = [];

    /// <param name="clock">Says when the listing began.</param>
    public static Listing Of(Root root, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcTicks;
        if (!Directory.Exists(root.Folder)) throw new TreeException($"{root.Folder}: there is no such folder");
        var (files, links, misnamed) = WorkTreeLister.List(root, CancellationToken.None);
        return new Listing(files, links, now) { Misnamed = misnamed };
    }

    /// <summary>The same folder after some of its files were written.</summary>
    /// <returns>Null where it takes more than a look at these files.</returns>
    public Listing? After(Root root, IReadOnlyCollection<string> paths)
    {
        var byPath = new Dictionary<string, ListedFile>(_byPath, StringComparer.Ordinal);
        var files = Files.ToArray();
        var unsettled = Unsettled.ToHashSet(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var info = new FileInfo(Path.Combine(root.Folder, path.Replace('/', Path.DirectorySeparatorChar)));
            if (!_byPath.TryGetValue(path, out var known))
            {
                if (info.Exists || Directory.Exists(info.FullName) || _folders.Contains(path) || _links.ContainsKey(path)) return null;
                continue; // what an editor wrote and took away again
            }
            if (!info.Exists || info.LinkTarget is not null || known.Target is not null || string.Equals(info.Name, ".gitignore", StringComparison.Ordinal)) return null;
            if (_targets.Count > 0 && _targets.Contains(PhysicalPath.Of(info.FullName))) return null; // by its other name it is another one too
            byPath[path] = new ListedFile(path, info.Length, info.LastWriteTimeUtc.Ticks, Target: null);
            var at = Array.FindIndex(files, f => string.Equals(f.Path, path, StringComparison.Ordinal));
            files[at] = new TreeFile(path, info.Length);
            unsettled.Add(path);
        }
        return new Listing(this, byPath, [.. files], unsettled);
    }

    public TreeStamp Stamp()
    {
        var hash = new Sha256();
        Span<byte> numbers = stackalloc byte[16];
        foreach (var named in Files)
        {
            var file = _byPath[named.Path];
            hash.AppendLine(file.Path);
            BinaryPrimitives.WriteInt64LittleEndian(numbers, file.Length);
            BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], file.Modified);
            hash.Append(numbers);
        }
        foreach (var link in _links.Keys.Order(StringComparer.Ordinal))
        {
            hash.AppendLine(link);
            hash.AppendLine(_links[link]);
        }
        foreach (var path in Misnamed) hash.AppendLine(path);
        return new TreeStamp(hash.FinishHex(), Unsettled.Count == 0);
    }

    public ListedFile? Find(string path)
    {
        if (_byPath.TryGetValue(path, out var file)) return file;
        return FolderLinks.Resolve(_links, path) is { } real && _byPath.TryGetValue(real, out file) ? file : null;
    }

    public bool HasFolder(string path) => _folders.Contains(path) || (FolderLinks.Resolve(_links, path) is { } real && _folders.Contains(real));
}
