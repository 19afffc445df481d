using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <param name="Name">Without <c>refs/heads/</c> or <c>refs/remotes/</c>: <c>main</c>, <c>origin/main</c>.</param>
internal sealed record BranchHead(string Name, string Commit);

/// <summary>The branches of a repository, read without a process where git keeps them as files.</summary>
internal static class RefFiles
{
    private static readonly string[] Folders = ["refs/heads/", "refs/remotes/"];
    private const string Replacements = "refs/replace/";

    /// <summary>By name, ordinal; null where git keeps its refs in another way (reftable).</summary>
    public static List<BranchHead>? Branches(Root root)
    {
        if (root.GitCommonFolder is not { } common) return [];
        if (Directory.Exists(Path.Combine(common, "reftable"))) return null;
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            AddPacked(heads, Path.Combine(common, "packed-refs"), Folders);
            foreach (var folder in Folders) AddLoose(heads, common, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a ref was deleted while it was read: git sorts it out
        }
        var branches = new List<BranchHead>(heads.Count);
        foreach (var name in heads.Keys) branches.Add(new BranchHead(Short(name), heads[name]));
        // A local branch may have the name of a remote one with its folder: then the commit decides.
        branches.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName : string.CompareOrdinal(a.Commit, b.Commit));
        return branches;
    }

    /// <summary>The objects that others stand in place of (git-replace(1)), and which; empty where there are none, and where git keeps its refs in another way.</summary>
    public static string Replaced(Root root)
    {
        if (root.GitCommonFolder is not { } common) return "";
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            AddPacked(replaced, Path.Combine(common, "packed-refs"), [Replacements]);
            AddLoose(replaced, common, Replacements);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // one was deleted while it was read
        }
        if (replaced.Count == 0) return "";
        return string.Join(' ', replaced.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}={r.Value}"));
    }

    public static string Short(string name) => name[(name.IndexOf('/', 5) + 1)..];

    private static void AddPacked(Dictionary<string, string> heads, string path, string[] folders)
    {
        if (!File.Exists(path)) return;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length > 41 && line[40] == ' ' && HeadFile.IsCommit(line[..40]) && Array.Exists(folders, f => line.AsSpan(41).StartsWith(f)))
                heads[line[41..].TrimEnd()] = line[..40];
        }
    }

    // A symbolic ref such as origin/HEAD names a branch that is in the list anyway.
    private static void AddLoose(Dictionary<string, string> heads, string common, string folder)
    {
        var start = Path.Combine(common, folder);
        if (!Directory.Exists(start)) return;
        foreach (var path in Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories))
        {
            if (File.ReadLines(path).FirstOrDefault()?.Trim() is { } commit && HeadFile.IsCommit(commit))
                heads[folder + Path.GetRelativePath(start, path).Replace(Path.DirectorySeparatorChar, '/')] = commit;
        }
    }
}
