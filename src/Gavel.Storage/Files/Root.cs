namespace Gavel.Storage.Files;

/// <summary>Where Gavel works, found without starting a process (CONTRACT.md, section 1).</summary>
/// <param name="Folder">The full path of the root: the nearest ancestor with <c>gavel.yml</c>, else git's top level, else the folder asked for.</param>
/// <param name="GitTop">The top level of the git work tree that holds the root; null without git.</param>
/// <param name="GitFolder">The git folder of this work tree: <c>.git</c>, or what a <c>.git</c> file names; null without git.</param>
/// <param name="GitCommonFolder">The git folder that all work trees of the repository share; null without git.</param>
public sealed record Root(string Folder, string? GitTop, string? GitFolder, string? GitCommonFolder)
{
    public const string ConfigurationName = "gavel.yml";

    /// <summary>The root's path below git's top level with a final slash; empty where they are the same.</summary>
    public string Prefix
    {
        get
        {
            if (GitTop is null || string.Equals(GitTop, Folder, StringComparison.Ordinal)) return "";
            return Path.GetRelativePath(GitTop, Folder).Replace(Path.DirectorySeparatorChar, '/') + "/";
        }
    }

    public static Root Find(string directory)
    {
        var start = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string? configured = null;
        for (var at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            if (configured is null && File.Exists(Path.Combine(at, ConfigurationName))) configured = at;
            if (GitFolderOf(at) is not { } git) continue;
            return new Root(configured ?? at, at, git, CommonFolderOf(git));
        }
        return new Root(configured ?? start, null, null, null);
    }

    /// <summary>A repository without a work tree (gitrepository-layout(5)): there are no files to work with.</summary>
    public bool IsBare => GitTop is null && File.Exists(Path.Combine(Folder, "HEAD")) && Directory.Exists(Path.Combine(Folder, "objects")) && Directory.Exists(Path.Combine(Folder, "refs"));

    // gitrepository-layout(5): ".git" is a folder, or a file "gitdir: PATH" in linked work trees and submodules.
    private static string? GitFolderOf(string top)
    {
        var git = Path.Combine(top, ".git");
        if (Directory.Exists(git)) return File.Exists(Path.Combine(git, "HEAD")) ? git : null;
        if (FirstLineOf(git) is not { } line || !line.StartsWith("gitdir:", StringComparison.Ordinal)) return null;
        var target = Path.GetFullPath(line["gitdir:".Length..].Trim(), top);
        return File.Exists(Path.Combine(target, "HEAD")) ? target : null;
    }

    private static string CommonFolderOf(string git) =>
        FirstLineOf(Path.Combine(git, "commondir")) is { Length: > 0 } line ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(line.Trim(), git)) : git;

    private static string? FirstLineOf(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
