using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>
/// Where files went that were moved: <c>.gavel/redirects.yml</c>, each old path with the path of now, a line each. A file left behind at the old path
/// would keep git from seeing the move, so that the way stands in a list.
/// </summary>
public sealed class Redirects
{
    public const string Path = ".gavel/redirects.yml";

    private const string Folder = ".gavel/";
    private const string Heading = "# Where proposals went that were moved: the old path, and the path of now. Kept by 'gavel move', 'rename' and 'renumber'.";
    private const long LongestFile = 1 << 22; // bytes

    private readonly SortedDictionary<string, string> _ways = new(StringComparer.Ordinal);
    private readonly List<string> _others = []; // lines that say no way: comments, and what somebody wrote by hand

    private readonly Lazy<ILookup<string, string>> _byTarget;

    private Redirects() => _byTarget = new(() => _ways.ToLookup(way => way.Value, way => way.Key, StringComparer.Ordinal));

    /// <summary>Old path and path of now of each file or folder, by the old path.</summary>
    public IReadOnlyDictionary<string, string> Ways => _ways;

    /// <summary>Never throws but for a file that is gone meanwhile. Lines that say nothing are left out.</summary>
    /// <exception cref="TreeException">The file cannot be read any more.</exception>
    public static Redirects Read(ITree tree)
    {
        var redirects = new Redirects();
        if (tree.Find(Path) is not { Length: < LongestFile } file) return redirects;
        foreach (var line in tree.Read(file).Chars.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (WayOf(line) is var (from, to)) redirects._ways[from] = to;
            else redirects._others.Add(line);
        }
        return redirects;
    }

    /// <summary>Where a path of the past leads, by itself or with the folder that it lay in; null where nothing is known.</summary>
    public string? Find(string path)
    {
        for (var at = path; at.Length > 0; at = TreePath.FolderOf(at))
        {
            if (_ways.TryGetValue(at, out var to)) return to + path[at.Length..];
        }
        return null;
    }

    /// <summary>The paths that a file had before, by itself or with a folder that it lies in; sorted.</summary>
    public IReadOnlyList<string> FormerPathsOf(string path)
    {
        if (_ways.Count == 0) return [];
        var byTarget = _byTarget.Value;
        var former = new List<string>();
        for (var at = path; at.Length > 0; at = TreePath.FolderOf(at))
        {
            foreach (var from in byTarget[at]) former.Add(from + path[at.Length..]);
        }
        former.Sort(StringComparer.Ordinal);
        return former;
    }

    /// <summary>What writes down some moves: ways that led to what moves lead on, and nothing leads away from where something stands now.</summary>
    /// <param name="wereHeld">Some commit held what moves where it was. If none did, nobody has a link to that path, but ways may lead to it.</param>
    public static ChangeSet Following(ITree tree, IEnumerable<FileMove> moves, bool wereHeld = true)
    {
        var redirects = Read(tree);
        var isChanged = false;
        foreach (var move in moves.Where(m => !m.From.StartsWith(Folder, StringComparison.Ordinal)))
        {
            isChanged |= wereHeld;
            foreach (var (from, to) in redirects._ways.ToList())
            {
                if (!IsIn(to, move.From)) continue;
                redirects._ways[from] = move.To + to[move.From.Length..];
                isChanged = true;
            }
            if (wereHeld) redirects._ways[move.From] = move.To;
            foreach (var from in redirects._ways.Keys.Where(k => IsIn(k, move.To)).ToList()) isChanged |= redirects._ways.Remove(from);
        }
        if (!isChanged) return ChangeSet.Empty;
        var written = redirects.Render();
        if (tree.Find(Path) is not { } file) return new ChangeSet([], [], [new NewFile(Path, written)]);
        var text = tree.Read(file);
        return file.Length >= LongestFile ? ChangeSet.Empty : ChangeSet.Edit(text, new TextSpan(0, text.Chars.Length), written);
    }

    private string Render()
    {
        var text = new StringBuilder();
        if (!_others.Contains(Heading)) text.Append(Heading).Append('\n');
        foreach (var line in _others) text.Append(line).Append('\n');
        foreach (var (from, to) in _ways) text.Append(Quoted(from)).Append(": ").Append(Quoted(to)).Append('\n');
        return text.ToString();
    }

    private static (string From, string To)? WayOf(string line)
    {
        var rest = line.AsSpan().Trim();
        if (rest.IsEmpty || rest[0] == '#' || Scalar(ref rest) is not { Length: > 0 } from) return null;
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != ':') return null;
        rest = rest[1..].TrimStart();
        return Scalar(ref rest) is { Length: > 0 } to && rest.Trim().IsEmpty ? (from.TrimEnd('/'), to.TrimEnd('/')) : null;
    }

    // A double-quoted scalar with the two escapes that paths need, or a plain one.
    private static string? Scalar(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return null;
        if (rest[0] != '"')
        {
            var colon = rest.IndexOf(": ");
            var plain = (colon < 0 ? rest : rest[..colon]).Trim().ToString();
            rest = colon < 0 ? [] : rest[colon..];
            return plain;
        }
        var text = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..];
                return text.ToString();
            }
            if (rest[i] == '\\' && i + 1 < rest.Length) i++;
            text.Append(rest[i]);
        }
        return null;
    }

    private static string Quoted(string path) => $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsIn(string path, string folder) => string.Equals(path, folder, StringComparison.Ordinal) || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
