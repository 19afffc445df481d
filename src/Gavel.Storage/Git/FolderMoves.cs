using System.Runtime.InteropServices;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>
/// Where some files of a folder were moved, a file that vanished there and appeared under the same name at the new place was moved too, however
/// much was changed in it: git alone pairs only texts that are half alike.
/// </summary>
internal static class FolderMoves
{
    /// <summary>Makes one rename of each such deletion and addition.</summary>
    public static void Infer(List<LogChange> changes)
    {
        if (!changes.Exists(c => c.Status == 'R') || !changes.Exists(c => c.Status == 'D')) return;
        var folders = changes.Where(c => c.Status == 'R' && TreePath.NameOf(c.From).Equals(TreePath.NameOf(c.Path), StringComparison.Ordinal))
            .Select(c => WithoutCommonEnd(c.From, c.Path)).Distinct().ToList();
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Status == 'A') added[changes[i].Path] = i;
        }
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gone in changes.Where(c => c.Status == 'D').ToList())
        {
            foreach (var (from, to) in folders)
            {
                if (from.Length > 0 && !gone.Path.StartsWith(from + "/", StringComparison.Ordinal)) continue;
                if (!added.Remove(TreePath.Join(to, from.Length == 0 ? gone.Path : gone.Path[(from.Length + 1)..]), out var at)) continue;
                CollectionsMarshal.AsSpan(changes)[at] = changes[at] with { Status = 'R', From = gone.Path, Before = gone.Before };
                moved.Add(gone.Path);
                break;
            }
        }
        changes.RemoveAll(c => c.Status == 'D' && moved.Contains(c.Path));
    }

    // docs/proposals/a.md to docs/site/proposals/a.md: docs became docs/site.
    private static (string From, string To) WithoutCommonEnd(string from, string to)
    {
        do
        {
            from = TreePath.FolderOf(from);
            to = TreePath.FolderOf(to);
        }
        while (from.Length > 0 && to.Length > 0 && TreePath.NameOf(from).Equals(TreePath.NameOf(to), StringComparison.Ordinal));
        return (from, to);
    }
}
