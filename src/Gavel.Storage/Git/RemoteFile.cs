using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>Where a repository came from.</summary>
/// <param name="Address">As git has it written.</param>
/// <param name="Branch">The branch to look at there.</param>
public sealed record Remote(string Address, string Branch);

/// <summary>Reads the remote of a repository without a process (git-config(1), "FILES").</summary>
public static class RemoteFile
{
    /// <summary><c>origin</c>, else the first in the file; null where there is none.</summary>
    public static Remote? Read(Root root)
    {
        if (root is not { GitFolder: { } own, GitCommonFolder: { } common }) return null;
        try
        {
            string? section = null, first = null, origin = null;
            foreach (var raw in File.ReadLines(Path.Combine(common, "config")))
            {
                var line = raw.Trim();
                if (line.StartsWith('[')) section = line.StartsWith("[remote \"", StringComparison.Ordinal) && line.EndsWith("\"]", StringComparison.Ordinal) ? line["[remote \"".Length..^2] : null;
                else if (section is not null && line.StartsWith("url", StringComparison.OrdinalIgnoreCase) && line.IndexOf('=', StringComparison.Ordinal) is var at and > 0 && line[3..at].Trim().Length == 0)
                {
                    var value = line[(at + 1)..].Trim().Trim('"');
                    first ??= value;
                    if (section == "origin") origin ??= value;
                }
            }
            return (origin ?? first) is { Length: > 0 } address ? new Remote(address, BranchOf(own, common)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The branch that the remote calls its own, else the one that is checked out; HEAD is a name that hosts understand.
    private static string BranchOf(string own, string common)
    {
        var remote = Path.Combine(common, "refs", "remotes", "origin", "HEAD");
        if (File.Exists(remote) && After(File.ReadLines(remote).FirstOrDefault(), "ref: refs/remotes/origin/") is { } theirs) return theirs;
        return After(File.ReadLines(Path.Combine(own, "HEAD")).FirstOrDefault(), "ref: refs/heads/") ?? "HEAD";
    }

    private static string? After(string? line, string prefix) => line?.StartsWith(prefix, StringComparison.Ordinal) == true && line.Length > prefix.Length ? line[prefix.Length..].Trim() : null;
}
