using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Gavel.Storage.Files;

/// <summary>A file on disk as the listing saw it. A class as everything that a check keeps in collections: those of value types are not compiled ahead.</summary>
/// <param name="Target">The full path that a symbolic link leads to; null for a regular file.</param>
internal sealed record ListedFile(string Path, long Length, long Modified, string? Target);

/// <summary>Walks a work tree: without <c>.git</c>, nested repositories, what is ignored and not tracked, and links that lead out.</summary>
internal sealed class WorkTreeLister
{
    private static readonly EnumerationOptions Options = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, ReturnSpecialDirectories = false };

    private readonly Root _root;
    private readonly string _physicalRoot;
    private readonly List<ListedFile> _files = [];
    private readonly Dictionary<string, string> _folderLinks = new(StringComparer.Ordinal);
    private readonly List<string> _misnamed = [];
    private IndexFile? _index;

    private WorkTreeLister(Root root)
    {
        _root = root;
        _physicalRoot = PhysicalPath.Of(root.Folder);
    }

    /// <summary>
    /// The files in no order; the links to folders of the tree, path to path: such a link is not walked, so that each file is listed once; and what
    /// was passed over because its name is no UTF-8, in order.
    /// </summary>
    public static (List<ListedFile> Files, Dictionary<string, string> FolderLinks, ImmutableArray<string> Misnamed) List(Root root, CancellationToken cancellationToken)
    {
        var lister = new WorkTreeLister(root);
        lister.Walk(cancellationToken);
        if (lister._misnamed.Count > 1) lister._misnamed.Sort(StringComparer.Ordinal);
        return (lister._files, lister._folderLinks, [.. lister._misnamed]);
    }

    private void Walk(CancellationToken cancellationToken)
    {
        var open = new Stack<OpenFolder>();
        open.Push(new OpenFolder("", OuterRules(), IsIgnored: false));
        while (open.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entries = EntriesOf(folder.Path);
            if (folder.Path.Length > 0 && entries.Exists(e => e.Name is ".git")) continue; // a repository of its own
            var rules = folder.Rules;
            if (entries.Exists(e => e.Name is ".gitignore"))
                rules = rules.WithFile((_root.Prefix + folder.Path).TrimEnd('/'), FullPath(folder.Path, ".gitignore"));
            foreach (var entry in entries)
            {
                if (entry.Name is ".git" || entry.Name.StartsWith(ChangeWriter.TemporaryPrefix, StringComparison.Ordinal)) continue;
                var path = folder.Path.Length == 0 ? entry.Name : $"{folder.Path}/{entry.Name}";
                var isIgnored = folder.IsIgnored || rules.Ignores(_root.Prefix + path, entry.IsFolder);
                if (isIgnored && !IsTracked(_root.Prefix + path, entry.IsFolder)) continue;
                if (entry.Name.Contains('\uFFFD')) _misnamed.Add(path);
                else if (entry.IsLink) AddLink(path);
                else if (entry.IsFolder) open.Push(new OpenFolder(path, rules, isIgnored));
                else _files.Add(new ListedFile(path, entry.Length, entry.Modified, Target: null));
            }
        }
    }

    private List<Entry> EntriesOf(string folder)
    {
        var entries = new List<Entry>();
        try
        {
            entries.AddRange(new FileSystemEnumerable<Entry>(FullPath(folder, ""), static (ref FileSystemEntry e) => Entry.From(ref e), Options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As git does: what cannot be listed is not there.
        }
        return entries;
    }

    // The ignore files between git's top level and the root, and the repository's own list.
    private IgnoreRules OuterRules()
    {
        if (_root is not { GitTop: { } top, GitCommonFolder: { } common }) return IgnoreRules.None;
        var rules = IgnoreRules.None.WithFile("", Path.Combine(common, "info", "exclude"));
        var folder = "";
        foreach (var part in _root.Prefix.TrimEnd('/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            rules = rules.WithFile(folder, Path.Combine(top, folder, ".gitignore"));
            folder = folder.Length == 0 ? part : $"{folder}/{part}";
        }
        return rules;
    }

    private bool IsTracked(string path, bool isFolder)
    {
        if (_root.GitFolder is null) return false;
        _index ??= IndexFile.Load(_root.GitFolder);
        return isFolder ? _index.HasFolder(path) : _index.HasFile(path);
    }

    private void AddLink(string path)
    {
        var target = TargetOf(FullPath(path, ""));
        if (target is null || !PhysicalPath.IsBelow(_physicalRoot, target)) return;
        var inside = Path.GetRelativePath(_physicalRoot, target).Replace(Path.DirectorySeparatorChar, '/');
        if (Directory.Exists(target)) _folderLinks[path] = inside;
        else if (new FileInfo(target) is { Exists: true } file) _files.Add(new ListedFile(path, file.Length, file.LastWriteTimeUtc.Ticks, target));
    }

    /// <returns>Null for a link that leads nowhere or in a circle.</returns>
    private static string? TargetOf(string link)
    {
        try
        {
            var target = File.ResolveLinkTarget(link, returnFinalTarget: true);
            return target is not null && Path.Exists(target.FullName) ? PhysicalPath.Of(target.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string FullPath(string folder, string name) => Path.Combine(_root.Folder, folder.Replace('/', Path.DirectorySeparatorChar), name);

    private sealed record OpenFolder(string Path, IgnoreRules Rules, bool IsIgnored);

    private sealed record Entry(string Name, bool IsFolder, bool IsLink, long Length, long Modified)
    {
        public static Entry From(ref FileSystemEntry entry)
        {
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            var isFolder = !isLink && entry.IsDirectory;
            return isLink || isFolder
                ? new Entry(entry.FileName.ToString(), isFolder, isLink, 0, 0)
                : new Entry(entry.FileName.ToString(), false, false, entry.Length, entry.LastWriteTimeUtc.Ticks);
        }
    }
}
