using Gavel.Core.Catalogs;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Texts;

internal enum LinkState
{
    /// <summary>There is a file or a folder.</summary>
    Found,

    /// <summary>Nothing is there, and it lies where the repository surely is.</summary>
    Broken,

    /// <summary>Nothing is there, but a site generator or a part of the repository that is not at hand may have it.</summary>
    Doubtful,
    Outside,
}

/// <param name="Path">The file that the link leads to, from the root; for a broken link where it should be. Empty outside the root.</param>
internal readonly record struct Resolution(LinkState State, string Path);

/// <summary>Follows relative links in a tree. Looks at names only.</summary>
internal sealed class LinkResolver(ITree tree)
{
    private static readonly string[] DocumentExtensions = [".md", ".rst", ".markdown", ".txt"];
    private static readonly string[] ImageExtensions = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".ico"];
    private static readonly string[] FolderDocuments = ["README.md", "index.md", "README.rst", "index.rst"];
    private const int ShortestName = 6;
    private ILookup<string, string>? _byName;
    private ILookup<string, string>? _byFolder;

    public Resolution Resolve(CatalogEntry entry, LinkTarget link)
    {
        if (link.Kind == LinkKind.Absolute)
        {
            var fromRoot = TreePath.Resolve("", link.Path);
            return fromRoot is not null && Find(fromRoot) is { } site ? new Resolution(LinkState.Found, site) : new Resolution(LinkState.Outside, fromRoot ?? "");
        }
        var folder = TreePath.FolderOf(entry.Path);
        if (TreePath.Resolve(folder, link.Path) is not { } path) return new Resolution(LinkState.Outside, "");
        if (Find(path) is { } found) return new Resolution(LinkState.Found, found);
        // A page of a site stands one folder deeper than its file, and its links are written from there.
        if (TreePath.Resolve(TreePath.Join(folder, "page"), link.Path) is { } deeper && !HasExtension(link.Path) && Find(deeper) is { } page) return new Resolution(LinkState.Found, page);
        return new Resolution(IsSure(entry, path) ? LinkState.Broken : LinkState.Doubtful, path);
    }

    /// <summary>True for a file that is read and not only shown.</summary>
    public static bool IsDocument(string path) => DocumentExtensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    public static bool IsImage(string path) => ImageExtensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one file that a broken link can have meant: the same name elsewhere, the same name in another case, or a near name in the same folder.</summary>
    /// <returns>Null when there is none or more than one.</returns>
    public (string Path, bool IsSure)? Meant(string path)
    {
        _byName ??= tree.Files.ToLookup(f => TreePath.NameOf(f.Path), f => f.Path, StringComparer.OrdinalIgnoreCase);
        var name = TreePath.NameOf(path);
        var same = _byName[name].Take(2).ToList();
        if (same.Count == 1 && !IsCommon(name)) return (same[0], true);
        var folder = TreePath.FolderOf(path);
        if (!tree.HasFolder(folder)) return null;
        _byFolder ??= tree.Files.ToLookup(f => TreePath.FolderOf(f.Path), f => f.Path, StringComparer.Ordinal);
        var near = _byFolder[folder].Where(p => IsNear(TreePath.NameOf(p), name)).Take(2).ToList();
        return near.Count == 1 ? (near[0], false) : null;
    }

    /// <summary>The document that a site shows where a link names it without its extension, so that only the site finds it.</summary>
    /// <returns>Null for any other link.</returns>
    public string? NamedShort(CatalogEntry entry, LinkTarget link)
    {
        if (link.Kind != LinkKind.Relative || HasExtension(link.Path) || link.Path.EndsWith('/')) return null;
        if (TreePath.Resolve(TreePath.FolderOf(entry.Path), link.Path) is not { Length: > 0 } path || tree.Find(path) is not null || tree.HasFolder(path)) return null;
        return Find(path);
    }

    private string? Find(string path)
    {
        if (tree.Find(path) is not null) return path;
        if (tree.HasFolder(path)) return FolderDocuments.Select(d => TreePath.Join(path, d)).FirstOrDefault(p => tree.Find(p) is not null) ?? path;
        // The page that a site makes of a document.
        var bare = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^5] : HasExtension(path) ? null : path.TrimEnd('/');
        return bare is null ? null : DocumentExtensions.Select(e => bare + e).FirstOrDefault(p => tree.Find(p) is not null);
    }

    // A folder that is not there at all may be a part of the repository that was not checked out; beside the proposals, everything is at hand.
    private bool IsSure(CatalogEntry entry, string path)
    {
        if (entry.Directory is { } own && IsBelow(path, own)) return true;
        if (path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) return false;
        var folder = TreePath.FolderOf(path);
        if (!HasExtension(path) && !tree.HasFolder(folder)) return false;
        var home = entry.Directory ?? TreePath.FolderOf(entry.Path);
        return tree.HasFolder(folder) && folder.Length > 0 || IsBelow(path, home) || IsBelow(path, entry.Process.Folder);
    }

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool HasExtension(string path) => TreePath.NameOf(path).LastIndexOf('.') is > 0 and var dot && TreePath.NameOf(path).Length - dot <= 6;

    private static bool IsCommon(string name) =>
        FolderDocuments.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith('.');

    // In a short name one letter is the difference between two files. What parts most names is asked first: every file of a folder is.
    private static bool IsNear(string a, string b) =>
        HasSameDigits(a, b) && TreePath.StemOf(a).Length >= ShortestName && TreePath.StemOf(b).Length >= ShortestName && Spelling.Distance(a, b, 3) <= 2;

    private static bool HasSameDigits(string a, string b)
    {
        for (var (i, j) = (0, 0); ; i++, j++)
        {
            while (i < a.Length && !char.IsAsciiDigit(a[i])) i++;
            while (j < b.Length && !char.IsAsciiDigit(b[j])) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (a[i] != b[j]) return false;
        }
    }
}
