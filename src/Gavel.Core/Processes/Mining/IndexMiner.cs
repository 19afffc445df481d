using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <param name="Columns">The heads of the table's columns; empty for a list.</param>
/// <param name="Groups">The headings over its lists, where they name statuses.</param>
internal sealed record MinedIndex(string Path, int Listed, ImmutableArray<string> Columns, ImmutableArray<string> Groups)
{
    /// <summary>Every word of the page that may be a name, without case.</summary>
    public IReadOnlySet<string> Names { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The statuses that the page explains, in its order.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];
}

/// <summary>Finds the page that lists the proposals.</summary>
internal static class IndexMiner
{
    private const double Least = 0.4; // the share of proposals that it names
    private const int MostOthers = 12; // pages in the folder that have another name than an index has

    /// <returns>Null when no page lists enough of them.</returns>
    public static MinedIndex? Find(Listing listing, Discovered process)
    {
        if (process.Members.IsEmpty) return null;
        var members = process.Members.Select(m => m.Path).ToHashSet(StringComparer.Ordinal);
        var names = process.Members.ToLookup(m => NameOf(process, m), StringComparer.OrdinalIgnoreCase);
        MinedIndex? best = null;
        foreach (var page in PagesOf(listing, process, members))
        {
            var words = NamesIn(listing.CharsOf(page.File)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var listed = words.Count(names.Contains);
            if (listed < Math.Max(names.Count > 1 ? 2 : 1, names.Count * Least) || listed <= (best?.Listed ?? 0)) continue;
            best = Describe(listing.Open(page.File), page.Path, listed) with { Names = words };
        }
        return best;
    }

    /// <summary>Which of some files a page of a folder lists beside those that are known to be proposals.</summary>
    /// <returns>Empty where no page lists most of the known ones.</returns>
    public static List<TreeFile> AlsoListed(Listing listing, string folder, List<TreeFile> known, IEnumerable<TreeFile> others)
    {
        var names = known.Select(k => TreePath.StemOf(k.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var page in listing.ByFolder[folder].Where(f => NameWords.IsIndexName(f.Path)))
        {
            var listed = NamesIn(listing.CharsOf(page.File)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Count > 1 && names.Count(listed.Contains) * 2 > names.Count)
                return [.. others.Where(o => !NameWords.IsTemplate(o.Path) && !NameWords.IsPage(o.Path) && listed.Contains(TreePath.StemOf(o.Path)))];
        }
        return [];
    }

    // The nearest first, so that the folder's own page wins over one further up that lists as many.
    private static IEnumerable<ListedFile> PagesOf(Listing listing, Discovered process, HashSet<string> members)
    {
        for (var folder = process.Folder; ; folder = TreePath.FolderOf(folder))
        {
            foreach (var file in listing.ByFolder[folder].Where(f => NameWords.IsIndexName(f.Path) && !members.Contains(f.Path))) yield return file;
            if (folder.Length == 0) break;
        }
        var others = listing.ByFolder[process.Folder].Concat(listing.ByFolder[TreePath.FolderOf(process.Folder)])
            .Where(f => f.Shape.Kind == NameKind.Words && !NameWords.IsIndexName(f.Path) && !members.Contains(f.Path) && !NameWords.IsTemplate(f.Path));
        foreach (var file in others.Take(MostOthers)) yield return file;
    }

    private static string NameOf(Discovered process, TreeFile member) =>
        process.Files.Any(p => p.IsDirectory && p.Match(member.Path) is not null) ? TreePath.NameOf(TreePath.FolderOf(member.Path)) : TreePath.StemOf(member.Path);

    // Every run of characters that a path may have gives the names on its way: "a/zip-1-x/README.md" gives zip-1-x, and "zip-2-y.md" zip-2-y.
    private static IEnumerable<string> NamesIn(string chars)
    {
        var start = -1;
        for (var i = 0; i <= chars.Length; i++)
        {
            if (i < chars.Length && (char.IsLetterOrDigit(chars[i]) || chars[i] is '-' or '_' or '.' or '%'))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0) continue;
            var name = chars[start..i];
            start = -1;
            if (name.Length > 200) continue;
            yield return name.TrimEnd('.');
            var dot = name.LastIndexOf('.');
            if (dot > 0) yield return name[..dot];
        }
    }

    private static MinedIndex Describe(Document? document, string path, int listed)
    {
        if (document is null) return new MinedIndex(path, listed, [], []);
        var sections = document.Root.SelfAndDescendants().ToList();
        var table = sections.SelectMany(s => s.Blocks).OfType<Block.Table>().OrderByDescending(t => t.Rows.Length).FirstOrDefault(t => t.Rows.Length > 1);
        var head = table?.Rows.FirstOrDefault(r => r.IsHeader);
        var columns = head is null ? [] : head.Cells.Select(c => PlainText.Of(c.Inlines)).ToImmutableArray();
        var groups = sections.Where(s => s.Heading is not null && !s.Blocks.IsEmpty).Select(s => s.Heading!.Text).Where(t => StatusText.KindOf(t) is not null && t.Length < 40);
        return new MinedIndex(path, listed, columns, [.. groups]) { Statuses = StatusTerms.Of(document) };
    }
}
