namespace Gavel.Storage.Files;

/// <summary>Full paths with every symbolic link on the way resolved.</summary>
internal static class PhysicalPath
{
    private const int MaxLinks = 40;

    /// <summary>Parts that do not exist stay as they are, also behind too many links.</summary>
    public static string Of(string path, int links = 0)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        if (Path.GetDirectoryName(path) is not { } folder || links > MaxLinks) return path;
        var real = Path.Combine(Of(folder, links), Path.GetFileName(path));
        return new FileInfo(real) is { LinkTarget: not null } info && info.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Of(target.FullName, links + 1)
            : real;
    }

    /// <summary>Whether a path of a tree, through whatever links, lies below a physical root and not in a <c>.git</c> folder.</summary>
    public static bool IsInside(string root, string path) =>
        IsPlain(path) && IsBelow(root, Of(Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar))));

    /// <summary>Whether a path only leads down.</summary>
    public static bool IsPlain(string path) =>
        !path.Contains('\0') && (Path.DirectorySeparatorChar == '/' || path.AsSpan().IndexOfAny('\\', ':') < 0)
        && !Array.Exists(path.Split('/'), static part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a physical path lies below a physical root and not in a <c>.git</c> folder.</summary>
    public static bool IsBelow(string root, string path)
    {
        var start = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        if (!path.StartsWith(start, StringComparison.Ordinal)) return false;
        return !Array.Exists(path[start.Length..].Split(Path.DirectorySeparatorChar), static part => part.Equals(".git", StringComparison.OrdinalIgnoreCase));
    }
}
