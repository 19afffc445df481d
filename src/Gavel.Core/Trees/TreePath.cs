using System.Collections.Immutable;

namespace Gavel.Core.Trees;

/// <summary>Arithmetic on paths relative to the root, with <c>/</c>.</summary>
public static class TreePath
{
    /// <summary>The folder of a path without a final slash; empty for a file of the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var at and >= 0 ? path[..at] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The file's name without its last extension.</summary>
    public static string StemOf(string path)
    {
        var name = NameOf(path);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>Resolves <c>.</c> and <c>..</c> against a folder.</summary>
    /// <returns>Null when the path leads out of the root.</returns>
    public static string? Resolve(string folder, string relative)
    {
        var parts = new List<string>();
        if (!relative.StartsWith('/') && folder.Length > 0) parts.AddRange(folder.Split('/'));
        foreach (var part in relative.Split('/'))
        {
            if (part.Length == 0 || part is ".") continue;
            if (part is not "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>A path as a link writes it: what would be read as something other than a letter of a name is encoded (RFC 3986, section 2.1).</summary>
    public static string Encoded(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);

    /// <summary>How a file of <paramref name="folder"/> writes the way to <paramref name="target"/>.</summary>
    public static string Relative(string folder, string target)
    {
        var from = folder.Length == 0 ? [] : folder.Split('/');
        var to = target.Split('/');
        var same = 0;
        while (same < from.Length && same < to.Length - 1 && string.Equals(from[same], to[same], StringComparison.Ordinal)) same++;
        return string.Join('/', Enumerable.Repeat("..", from.Length - same).Concat(to[same..]));
    }

    /// <summary>Every folder that holds one of the files, at any depth; the root is the empty path.</summary>
    public static HashSet<string> FoldersOf(ImmutableArray<TreeFile> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var file in files)
        {
            var folder = FolderOf(file.Path);
            while (folders.Add(folder)) folder = FolderOf(folder);
        }
        return folders;
    }
}
