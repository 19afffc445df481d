using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>A file that a branch has and the tree at hand may not.</summary>
public sealed record BranchPath(string Branch, string Path, ContentId Id);

/// <summary>A number that another branch gives to another proposal.</summary>
public sealed record TakenNumber(string Process, int Number, string Branch, string Path);

/// <summary>Tells the numbers that other branches hold from those of the same proposals under other names.</summary>
public static class BranchNumbers
{
    /// <summary>Of two texts, so many lines in a hundred must be the same for them to be versions of one proposal.</summary>
    private const int SameLines = 40;

    /// <param name="files">What the other branches have in the folders of the processes, by branch and path.</param>
    /// <returns>What is taken, and the paths of the proposals whose texts decided about it.</returns>
    public static (ImmutableArray<TakenNumber> Taken, ImmutableHashSet<string> Contested) Find(ITree tree, IHistory history, ImmutableArray<Process> processes, ImmutableArray<CatalogEntry> entries, IEnumerable<BranchPath> files)
    {
        var mine = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (entry.Number is { } number) mine.TryAdd(Key(entry.Process.Name, number), entry);
        var found = new List<TakenNumber>();
        var contested = ImmutableHashSet<string>.Empty;
        var judged = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var process in processes)
            {
                if (process.Numbering == Numbering.None || NumberOf(process, file.Path) is not { } number) continue;
                if (mine.TryGetValue(Key(process.Name, number), out var entry))
                {
                    if (string.Equals(entry.Path, file.Path, StringComparison.Ordinal)) break;
                    contested = contested.Add(entry.Path);
                    var version = $"{file.Id.Sha} {file.Path}";
                    if (!judged.TryGetValue(version, out var isSame)) judged[version] = isSame = IsSameProposal(tree, history, entry, file);
                    if (isSame) break;
                }
                else if (tree.Find(file.Path) is not null)
                {
                    break; // here too, and no proposal
                }
                found.Add(new TakenNumber(process.Name, number, file.Branch, file.Path));
                break;
            }
        }
        // The same file on several branches is one clash, named by the first.
        ImmutableArray<TakenNumber> taken = found.Count == 0 ? [] : [.. found.DistinctBy(t => (t.Process, t.Number, t.Path)).OrderBy(t => t.Process, StringComparer.Ordinal).ThenBy(t => t.Number).ThenBy(t => t.Path, StringComparer.Ordinal)];
        return (taken, contested);
    }

    private static string Key(string process, int number) => string.Create(CultureInfo.InvariantCulture, $"{process}\n{number}");

    private static int? NumberOf(Process process, string path)
    {
        foreach (var pattern in process.Files)
            if (pattern.Match(path) is { Value: { } number }) return number;
        return null;
    }

    /// <summary>A branch with a renamed copy is no clash: the content is the same, the path was ours once, or most lines are shared.</summary>
    private static bool IsSameProposal(ITree tree, IHistory history, CatalogEntry entry, BranchPath file)
    {
        if (tree.IdOf(entry.File) == file.Id) return true;
        if (history.Of(entry.Path).Any(v => string.Equals(v.Path, file.Path, StringComparison.Ordinal) || v.Id == file.Id)) return true;
        if (history.Read(file.Id, file.Path) is not { } theirs) return false;
        var ours = LinesOf(tree.Read(entry.File));
        var other = LinesOf(theirs);
        if (ours.Count == 0 || other.Count == 0) return false;
        return other.Count(ours.Contains) * 100 >= SameLines * Math.Min(ours.Count, other.Count) && TitlesAgree(entry, theirs);
    }

    /// <summary>Two proposals from one template share its lines: the title decides.</summary>
    private static bool TitlesAgree(CatalogEntry entry, SourceText theirs) =>
        entry.Title.Length > 0 && theirs.Chars.Contains(entry.Title, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> LinesOf(SourceText text)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Chars.Split('\n'))
            if (line.Trim() is { Length: > 3 } trimmed) lines.Add(trimmed);
        return lines;
    }
}
