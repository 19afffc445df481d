using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Processes that follow one template, from folders beside one another, are one: what else would part them but a subject.</summary>
internal static class SiblingFolders
{
    public static IEnumerable<Discovered> Join(IEnumerable<Discovered> found, Listing listing)
    {
        foreach (var same in found.GroupBy(KeyOf, StringComparer.Ordinal))
        {
            var parts = same.ToList();
            if (parts.Count > 1 && same.Key.Length > 0 && AreNumberedOnce(parts)) yield return One(parts, listing);
            else
            {
                foreach (var part in parts) yield return part;
            }
        }
    }

    /// <summary>What a folder named for a status holds right below the other proposals of a template is of their process: <c>rfc-4-x.md</c> beside <c>accepted/rfc-1-x.md</c>.</summary>
    public static List<Discovered> TakeIn(IEnumerable<Discovered> found)
    {
        var all = found.ToList();
        foreach (var upper in all.Where(d => !d.Templates.IsEmpty && !d.Members.IsEmpty).ToList())
        {
            var below = all.Where(d => IsDecidedOf(upper, d) && AreNumberedOnce([upper, d])).ToList();
            if (below.Count == 0) continue;
            all.RemoveAll(below.Contains);
            all[all.IndexOf(upper)] = upper with
            {
                Files = [.. upper.Files, .. below.SelectMany(d => d.Files)],
                Members = [.. upper.Members.Concat(below.SelectMany(d => d.Members)).OrderBy(m => m.Path, StringComparer.Ordinal)],
                FilesFrom = string.Join(" and ", below.Prepend(upper).Select(d => d.FilesFrom).Distinct(StringComparer.Ordinal)),
            };
        }
        return all;
    }

    private static bool IsDecidedOf(Discovered upper, Discovered process) =>
        process.Folder.Length > 0 && string.Equals(TreePath.FolderOf(process.Folder), upper.Folder, StringComparison.Ordinal)
        && !process.Templates.IsEmpty && string.Equals(process.Templates[^1], upper.Templates[^1], StringComparison.Ordinal)
        && string.Equals(process.Prefix, upper.Prefix, StringComparison.OrdinalIgnoreCase) && NumbersOf(process).Count > 0
        && NameWords.Split(TreePath.NameOf(process.Folder)).Any(w => StatusText.KindOf(w) is not null);

    // Empty for what stays alone: without a template, with one in its own folder, at the top.
    private static string KeyOf(Discovered process)
    {
        if (process.Templates.IsEmpty || process.TemplatePattern is not null || process.Members.IsEmpty || process.Folder.Length == 0) return "";
        var template = TreePath.FolderOf(process.Templates[^1]);
        if (string.Equals(template, process.Folder, StringComparison.Ordinal) || template.StartsWith(process.Folder + "/", StringComparison.Ordinal)) return "";
        var kind = process.Files[0].Has(PatternPart.Date) ? "date" : process.Files[0].Has(PatternPart.Number) ? "number" : "";
        if (kind.Length == 0 || process.Files.Any(f => f.Has(PatternPart.Folder) || f.Has(PatternPart.Status))) return "";
        return string.Join('\n', TreePath.FolderOf(process.Folder), process.Templates[^1], process.Prefix.ToUpperInvariant(), kind, process.Files[0].IsDirectory ? "directory" : "file");
    }

    // Where a folder counts from one again, it is a process of its own; a few numbers that were given twice are a fault of one.
    private static bool AreNumberedOnce(List<Discovered> parts)
    {
        var folders = parts.OrderByDescending(p => p.Members.Length).Select(NumbersOf).ToList();
        if (FolderNumbers.BeginAgain(folders)) return false;
        var seen = new HashSet<int>();
        var again = 0;
        foreach (var numbers in folders)
        {
            var known = numbers.Count(n => !seen.Add(n));
            if (known > 1 && known * 2 > numbers.Count) return false;
            again += known;
        }
        return again * 4 <= parts.Sum(p => p.Members.Length);
    }

    private static List<int> NumbersOf(Discovered part) =>
        [.. part.Members.Select(m => part.Files.Select(f => f.Match(m.Path)?.Value).FirstOrDefault(n => n is not null)).OfType<int>().Distinct()];

    private static Discovered One(List<Discovered> parts, Listing listing)
    {
        var largest = parts.MaxBy(p => p.Members.Length)!;
        var parent = TreePath.FolderOf(largest.Folder);
        var members = parts.SelectMany(p => p.Members).DistinctBy(m => m.Path, StringComparer.Ordinal).OrderBy(m => m.Path, StringComparer.Ordinal).ToList();
        var names = parts.Select(p => TreePath.NameOf(p.Folder)).ToList();
        var place = names.Count(n => StatusText.KindOf(n) is not null) * 2 > names.Count ? "{status}" : "{folder}";
        var wide = new List<FilePattern>();
        foreach (var part in parts.OrderByDescending(p => p.Members.Length))
        {
            foreach (var file in part.Files)
            {
                if (part.Members.Any(m => wide.TrueForAll(w => w.Match(m.Path) is null))) wide.Add(new FilePattern(TreePath.Join(parent, place + file.Text[part.Folder.Length..])));
            }
        }
        var paths = members.Select(m => m.Path).ToHashSet(StringComparer.Ordinal);
        // At the top of a repository a folder may be any: there the pattern must name these alone.
        var isSafe = parent.Length > 0 || !listing.Files.Any(f => !paths.Contains(f.Path) && wide.Exists(w => w.Match(f.Path) is not null));
        return largest with
        {
            Folder = parent,
            Files = isSafe ? [.. wide] : [.. parts.SelectMany(p => p.Files)],
            Members = [.. members],
            FilesFrom = string.Join(" and ", parts.Select(p => p.FilesFrom).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)),
        };
    }
}
