namespace Gavel.Storage.Files;

/// <summary>One line of a <c>.gitignore</c> file (gitignore(5)).</summary>
internal sealed class IgnorePattern
{
    private readonly string[] _parts;
    private readonly bool _isAnchored;
    private readonly bool _isLiteral;

    private IgnorePattern(string[] parts, bool isNegated, bool isFolderOnly, bool isAnchored)
    {
        _parts = parts;
        _isAnchored = isAnchored;
        _isLiteral = !isAnchored && parts[0].AsSpan().IndexOfAny("*?[\\") < 0;
        IsNegated = isNegated;
        IsFolderOnly = isFolderOnly;
    }

    public bool IsNegated { get; }

    public bool IsFolderOnly { get; }

    /// <returns>Null for an empty line, a comment, and a line that can match nothing.</returns>
    public static IgnorePattern? Parse(ReadOnlySpan<char> line)
    {
        line = TrimEnd(line);
        if (line.IsEmpty || line[0] == '#') return null;
        var isNegated = line[0] == '!';
        if (isNegated) line = line[1..];
        var isFolderOnly = line.Length > 0 && line[^1] == '/';
        if (isFolderOnly) line = line[..^1];
        if (line.IsEmpty) return null;
        var isAnchored = line.Contains('/');
        if (line[0] == '/') line = line[1..];
        return line.IsEmpty ? null : new IgnorePattern(line.ToString().Split('/'), isNegated, isFolderOnly, isAnchored);
    }

    /// <param name="path">Relative to the folder of the ignore file.</param>
    /// <param name="name">The last part of <paramref name="path"/>.</param>
    public bool Matches(ReadOnlySpan<char> path, ReadOnlySpan<char> name, bool isFolder)
    {
        if (IsFolderOnly && !isFolder) return false;
        if (_isLiteral) return name.SequenceEqual(_parts[0]);
        return _isAnchored ? MatchesParts(path) : Wildcard.Matches(_parts[0], name);
    }

    // Parts against the path's parts; "**" stands for any number of parts. Only the last "**" needs to be tried again: linear in both.
    private bool MatchesParts(ReadOnlySpan<char> path)
    {
        int part = 0, at = 0, retryPart = -1, retryAt = 0;
        while (at <= path.Length)
        {
            if (part < _parts.Length && _parts[part] is "**")
            {
                if (part == _parts.Length - 1) return at < path.Length;
                (retryPart, retryAt) = (++part, at);
                continue;
            }
            var end = at >= path.Length ? at : EndOfPart(path, at);
            if (at < path.Length && part < _parts.Length && Wildcard.Matches(_parts[part], path[at..end]))
            {
                part++;
                at = end + 1;
                if (at > path.Length && part == _parts.Length) return true;
                continue;
            }
            if (retryPart < 0 || retryAt >= path.Length) return false;
            retryAt = EndOfPart(path, retryAt) + 1;
            (part, at) = (retryPart, retryAt);
        }
        return part == _parts.Length;
    }

    private static int EndOfPart(ReadOnlySpan<char> path, int at) => path[at..].IndexOf('/') is var slash and >= 0 ? at + slash : path.Length;

    // "Trailing spaces are ignored unless they are quoted with backslash."
    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
        while (line.Length > 0 && line[^1] == ' ' && !(line.Length > 1 && line[^2] == '\\')) line = line[..^1];
        return line;
    }
}
