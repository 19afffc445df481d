using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Where the links of a page lead that keeps an index: to which files, and whether they are the process's own.</summary>
/// <param name="page">The page's path.</param>
/// <param name="now">For a page of the past, the path that a proposal has now which had a path then; null where none had it.</param>
internal sealed class IndexTargets(string page, Process process, ITree tree, Func<string, string?>? now)
{
    private readonly string _folder = TreePath.FolderOf(page);
    private HashSet<string>? _directories;

    /// <summary>The first link that leads to a proposal or into the process's folder; null where none does.</summary>
    public Inline.Link? LinkIn(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            var found = inline switch
            {
                Inline.Link { IsImage: false } link when Resolve(link.Target) is { } path && (IsOurs(path) || path.StartsWith(process.Folder, StringComparison.Ordinal)) => link,
                Inline.Styled styled => LinkIn(styled.Children),
                _ => null,
            };
            if (found is not null) return found;
        }
        return null;
    }

    /// <summary>The proposals that an entry of a toctree with <c>*</c> or <c>?</c> stands for.</summary>
    public IEnumerable<string> Matching(string entry)
    {
        var pattern = TreePath.Join(_folder, entry);
        foreach (var file in tree.Files)
        {
            var dot = file.Path.LastIndexOf('.');
            if (dot > 0 && Glob.IsMatch(pattern, file.Path.AsSpan(0, dot), slashes: false) && !string.Equals(file.Path, page, StringComparison.Ordinal) && IsOurs(file.Path)) yield return file.Path;
        }
    }

    /// <summary>The file of an entry of a toctree, whose name has no extension; null where it leads out of the tree.</summary>
    public string? ResolveDocument(string target)
    {
        if (TreePath.Resolve(_folder, target) is not { } path) return null;
        foreach (var ending in (ReadOnlySpan<string>)["", ".rst", ".md", ".txt", "/index.rst", "/index.md"])
        {
            if (tree.Find(path + ending) is not null) return path + ending;
            if (now?.Invoke(path + ending) is { } moved) return moved;
        }
        return path + TreePath.NameOf(page)[TreePath.StemOf(page).Length..];
    }

    /// <summary>The path that a link leads to, whether a file is there or not; null for addresses, anchors, and what leads out of the tree.</summary>
    public string? Resolve(string target)
    {
        if (target.Length == 0 || target[0] == '#' || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = Uri.UnescapeDataString(end < 0 ? target : target[..end]);
        var then = path.StartsWith('/') ? TreePath.Resolve("", path[1..]) : TreePath.Resolve(_folder, path);
        return then is null ? null : now?.Invoke(then) ?? then;
    }

    /// <summary>Whether a path is one of a proposal, whether it is there or not.</summary>
    public bool IsOurs(string? path)
    {
        if (path is null) return false;
        if (MatchOf(path) is not null) return true;
        if (!path.StartsWith(process.Folder + "/", StringComparison.Ordinal) && process.Folder.Length > 0) return false;
        if (IsTemplate(path)) return false;
        return Directories().Contains(path.TrimEnd('/'));
    }

    /// <summary>Whether a page in the process's folder is no proposal by its name, but may be one by its text or was meant to be one: a file that is not there.</summary>
    public bool MayBeOurs(string? path) =>
        path is not null && now is null && process.Folder.Length > 0 && path.StartsWith(process.Folder + "/", StringComparison.Ordinal) && !IsTemplate(path)
        && process.Files.Any(f => f.Text.LastIndexOf('.') is var dot and > 0 && path.EndsWith(f.Text[dot..], StringComparison.OrdinalIgnoreCase));

    public bool IsThere(string? path) => path is not null && (tree.Find(path) is not null || tree.HasFolder(path));

    private HashSet<string> Directories()
    {
        if (_directories is not null) return _directories;
        _directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in process.Files.Where(f => f.IsDirectory))
        {
            foreach (var file in tree.Files)
            {
                if (file.Path.StartsWith(pattern.Folder, StringComparison.Ordinal) && pattern.Match(file.Path) is not null) _directories.Add(TreePath.FolderOf(file.Path));
            }
        }
        return _directories;
    }

    public bool IsTemplate(string? path) => path is not null && process.Templates.Any(t => !t.IsShared && string.Equals(t.Path, path, StringComparison.Ordinal));

    /// <returns>Null for a path that no proposal of the process has.</returns>
    public FileMatch? MatchOf(string? path)
    {
        if (path is null || IsTemplate(path)) return null;
        foreach (var pattern in process.Files)
        {
            if (pattern.Match(path) is { } match) return match;
        }
        return null;
    }
}
