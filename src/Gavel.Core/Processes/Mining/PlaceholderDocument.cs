using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Knows a template by its shape: the proposals' headings, and gaps where they have text.</summary>
internal static class PlaceholderDocument
{
    private const int MostRead = 12; // documents beside a group that are looked at

    /// <returns>The path of the template, null when there is none.</returns>
    public static string? Find(Listing listing, Cluster cluster, Traits common)
    {
        var members = cluster.Members.Select(m => m.Path).ToHashSet(StringComparer.Ordinal);
        var beside = listing.ByFolder[cluster.Folder].Concat(cluster.Pattern.IsDirectory ? InDirectories(listing, cluster) : [])
            .Where(f => !members.Contains(f.Path) || IsZero(f))
            .OrderBy(f => members.Contains(f.Path)).ThenBy(f => f.Path, StringComparer.Ordinal).Take(MostRead);
        var best = (Path: (string?)null, Gaps: 1);
        foreach (var file in beside)
        {
            if (common.ShareIn(listing.TraitsOf(file.File)) < 0.6 || listing.Open(file.File) is not { } document) continue;
            var gaps = GapsOf(document);
            if (gaps > best.Gaps) best = (file.Path, gaps);
        }
        return best.Path;
    }

    // Where a proposal is a directory, the template may be one too.
    private static IEnumerable<ListedFile> InDirectories(Listing listing, Cluster cluster) =>
        listing.FoldersIn[cluster.Folder].OrderBy(f => !IsZero(NameShape.Of(TreePath.NameOf(f)))).ThenBy(f => f, StringComparer.Ordinal).Take(MostRead)
            .SelectMany(f => listing.ByFolder[f].Where(file => ProcessWords.MainDocuments.Contains(file.Stem, StringComparer.OrdinalIgnoreCase)));

    // The first of all numbers is often the template's.
    private static bool IsZero(ListedFile file) => IsZero(file.Shape) || (ProcessWords.MainDocuments.Contains(file.Stem, StringComparer.OrdinalIgnoreCase) && IsZero(NameShape.Of(TreePath.NameOf(file.Folder))));

    private static bool IsZero(NameShape shape) => shape.Kind == NameKind.Number && shape.Number.All(c => c == '0');

    /// <summary>How many placeholders and instructions a document would be if it were a template, empty sections included.</summary>
    public static int GapsOf(Document document)
    {
        var schema = SchemaSource.Learn(document);
        var empty = document.Root.SelfAndDescendants().Count(s => s.Heading is not null && s.Children.IsEmpty && s.Blocks.IsEmpty);
        return schema.Leftovers.Count(l => l.Confidence != Confidence.Low) + (empty > 2 ? empty : 0);
    }
}
