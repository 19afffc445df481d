using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>Symbolic links from a path of a tree to a folder of the same tree.</summary>
internal static class FolderLinks
{
    /// <summary>The path with the links on its way replaced; null where it goes through none, or in a circle.</summary>
    public static string? Resolve(Dictionary<string, string> links, string path)
    {
        if (links.Count == 0) return null;
        string? resolved = null;
        for (var turns = 0; turns < 40; turns++)
        {
            var at = resolved ?? path;
            var folder = at;
            while (folder.Length > 0 && !links.ContainsKey(folder)) folder = TreePath.FolderOf(folder);
            if (folder.Length == 0) return resolved;
            resolved = links[folder] + at[folder.Length..];
        }
        return null;
    }
}
