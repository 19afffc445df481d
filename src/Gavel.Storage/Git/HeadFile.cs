using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>The commit of HEAD, read without a process (gitrepository-layout(5)).</summary>
internal static class HeadFile
{
    /// <returns>Null without git, before the first commit, and where refs are kept in a way that only git reads.</returns>
    public static string? Read(Root root)
    {
        if (root is not { GitFolder: { } own, GitCommonFolder: { } common }) return null;
        try
        {
            var value = FirstLine(Path.Combine(own, "HEAD"));
            for (var turns = 0; turns < 5 && value is not null; turns++)
            {
                if (IsCommit(value)) return value;
                if (!value.StartsWith("ref: ", StringComparison.Ordinal)) return null;
                var name = value["ref: ".Length..].Trim();
                if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal)) return null;
                value = FirstLine(Path.Combine(own, name)) ?? FirstLine(Path.Combine(common, name)) ?? Packed(common, name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever needs the commit asks git, which says what is wrong.
        }
        return null;
    }

    /// <summary>What HEAD says where it names a branch that has no commit yet.</summary>
    /// <returns>Null where it has one, and where refs are kept in a way that only git reads.</returns>
    public static string? Unborn(Root root)
    {
        if (root is not { GitFolder: { } own, GitCommonFolder: { } common } || Directory.Exists(Path.Combine(common, "reftable"))) return null;
        try
        {
            return FirstLine(Path.Combine(own, "HEAD")) is ['r', 'e', 'f', ':', ' ', 'r', 'e', 'f', 's', '/', ..] line && Read(root) is null ? line : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>HEAD names a branch of which no file says anything. False where only git can tell.</summary>
    public static bool IsUnborn(Root root)
    {
        if (root is not { GitFolder: { } own, GitCommonFolder: { } common } || Unborn(root) is not { } line) return false;
        var name = line["ref: ".Length..].Trim();
        return !name.Contains("..", StringComparison.Ordinal) && !File.Exists(Path.Combine(own, name)) && !File.Exists(Path.Combine(common, name)) && !File.Exists(Path.Combine(common, "packed-refs"));
    }

    // A plain loop: searching for a set of characters is compiled at start.
    public static bool IsCommit(string text)
    {
        if (text.Length != 40) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigitLower(c)) return false;
        }
        return true;
    }

    private static string? FirstLine(string path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault()?.TrimEnd() : null;

    private static string? Packed(string common, string name)
    {
        var path = Path.Combine(common, "packed-refs");
        if (!File.Exists(path)) return null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 41 + name.Length && line[40] == ' ' && line.EndsWith(name, StringComparison.Ordinal)) return line[..40];
        }
        return null;
    }
}
