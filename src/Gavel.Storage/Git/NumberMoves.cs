using System.Runtime.InteropServices;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>
/// Where one commit takes away the only file of a folder whose name begins with some word and number, and adds the only one that begins the same,
/// the file was renamed, however much was rewritten: <c>klip-8-first-idea.md</c> to <c>klip-8-second-thought.md</c>. A directory's name counts as its files' names.
/// </summary>
internal static class NumberMoves
{
    /// <summary>Makes one rename of each such deletion and addition.</summary>
    public static void Infer(List<LogChange> changes)
    {
        if (!changes.Exists(c => c.Status == 'D') || !changes.Exists(c => c.Status == 'A')) return;
        var gone = ByKey(changes, 'D');
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, at) in ByKey(changes, 'A'))
        {
            if (at.Count != 1 || !gone.TryGetValue(key, out var from) || from.Count != 1) continue;
            var was = changes[from[0]];
            CollectionsMarshal.AsSpan(changes)[at[0]] = changes[at[0]] with { Status = 'R', From = was.Path, Before = was.Before };
            moved.Add(was.Path);
        }
        if (moved.Count > 0) changes.RemoveAll(c => c.Status == 'D' && moved.Contains(c.Path));
    }

    private static SortedDictionary<string, List<int>> ByKey(List<LogChange> changes, char status)
    {
        var byKey = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Status != status || KeyOf(changes[i].Path) is not { } key) continue;
            if (!byKey.TryGetValue(key, out var at)) byKey[key] = at = [];
            at.Add(i);
        }
        return byKey;
    }

    /// <summary>The folder, word and number of a path, and what it ends with; null for a name without a number near its beginning, and for a date.</summary>
    internal static string? KeyOf(string path)
    {
        var name = TreePath.NameOf(path);
        if (EndOfNumber(name) is > 0 and var end) return $"{TreePath.Join(TreePath.FolderOf(path), name[..end].ToLowerInvariant())}\n{Path.GetExtension(name)}";
        var folder = TreePath.FolderOf(path);
        var last = TreePath.NameOf(folder);
        return EndOfNumber(last) is > 0 and var length ? $"{TreePath.Join(TreePath.FolderOf(folder), last[..length].ToLowerInvariant())}\n{name}" : null;
    }

    // "klip-8" of "klip-8-idea.md", "0042" of "0042-idea.md".
    private static int EndOfNumber(string name)
    {
        var at = 0;
        while (at < name.Length && (char.IsAsciiLetter(name[at]) || name[at] is '-' or '_')) at++;
        var end = at;
        while (end < name.Length && char.IsAsciiDigit(name[end])) end++;
        if (end == at || end - at > 9 || (end < name.Length && name[end] is not ('-' or '_' or '.'))) return 0;
        if (end + 1 < name.Length && name[end] == '.' && char.IsAsciiDigit(name[end + 1])) return 0; // v1.2-notes.md
        // 2021-08-20-idea.md
        var isDate = end - at == 4 && end + 2 < name.Length && name[end] is '-' or '_' && char.IsAsciiDigit(name[end + 1]) && char.IsAsciiDigit(name[end + 2]);
        return isDate ? 0 : end;
    }
}
