using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Groups the documents of a listing by folder and form of name, numbered or dated. Linear in the listing.</summary>
internal static class ClusterFinder
{
    private const string Same = "{same}"; // the document is named like its folder

    public static ImmutableArray<Cluster> Find(Listing listing)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var file in listing.Files)
        {
            if (NameWords.IsTemplate(file.Path) || (NameWords.IsNumberPlaceholder(file.Stem) && !char.IsAsciiDigit(file.Stem[0]))) continue;
            if (file.Shape.Kind == NameKind.Number && file.Folder.Length > 0 && string.Equals(TreePath.NameOf(file.Folder), file.Stem, StringComparison.OrdinalIgnoreCase)) Add(groups, TreePath.FolderOf(file.Folder), file.Shape, file.Extension, Same, file);
            else if (file.Shape.Kind != NameKind.Words) Add(groups, file.Folder, file.Shape, file.Extension, main: null, file);
            else if (DirectoryShape(file) is { } shape) Add(groups, TreePath.FolderOf(file.Folder), shape, file.Extension, MainOf(file, shape), file);
        }
        return Merge(Absorb([.. groups.Values.Where(IsMain(groups.Values)).Select(g => g.ToCluster())]));
    }

    // "12-lanes/lanes.md": a document that repeats the name of its folder.
    private static string MainOf(ListedFile file, NameShape shape)
    {
        var own = TreePath.NameOf(file.Folder);
        var slug = own[Math.Min(own.Length, shape.Prefix.Length + shape.Number.Length + shape.Separator.Length)..];
        return shape.HasSlug && string.Equals(file.Stem, slug, StringComparison.OrdinalIgnoreCase) ? "{slug}" : file.Stem;
    }

    // The folder's name has the number, the file is its main document.
    private static NameShape? DirectoryShape(ListedFile file)
    {
        if (file.Folder.Length == 0) return null;
        var name = TreePath.NameOf(file.Folder);
        if (NameWords.IsTemplate(file.Folder)) return null;
        var shape = NameShape.Of(name);
        return shape.Kind == NameKind.Words ? null : shape;
    }

    private static void Add(Dictionary<string, Group> groups, string folder, NameShape shape, string extension, string? main, ListedFile file)
    {
        var key = $"{folder}\n{shape.Key}\n{extension.ToUpperInvariant()}\n{main?.ToUpperInvariant()}";
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = new Group(folder, shape.Kind, main, file);
        group.Members.Add(file);
        group.Shapes.Add(shape);
    }

    // Of the documents in numbered folders only those that are named like a main document, or alike in several of them.
    private static Func<Group, bool> IsMain(IEnumerable<Group> groups)
    {
        var folders = groups.Where(g => g.Main is not null).GroupBy(g => g.Folder, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.Members.Count).First(), StringComparer.Ordinal);
        return g => g.Main is null
            || g.Main is "{slug}" or Same
            || ProcessWords.MainDocuments.Contains(g.Main, StringComparer.OrdinalIgnoreCase)
            || (g.Members.Count > 1 && ReferenceEquals(folders[g.Folder], g));
    }

    // "zip-milestone-25-x" beside many "zip-12-y": a label in the number's place, no other process.
    private static ImmutableArray<Cluster> Absorb(ImmutableArray<Cluster> clusters)
    {
        var bySize = clusters.OrderByDescending(c => c.Members.Length).ThenBy(c => c.Pattern.Text, StringComparer.Ordinal).ToList();
        var byFolder = clusters.ToLookup(c => c.Folder, StringComparer.Ordinal);
        var gone = new HashSet<Cluster>(ReferenceEqualityComparer.Instance);
        var result = ImmutableArray.CreateBuilder<Cluster>();
        foreach (var cluster in bySize.Where(c => !gone.Contains(c)))
        {
            var labelled = cluster.Prefix.Length == 0
                ? []
                : byFolder[cluster.Folder].Where(c => c != cluster && !gone.Contains(c) && c.Members.Length < cluster.Members.Length && c.Members.All(m => cluster.Pattern.Match(m.Path) is not null)).ToList();
            gone.UnionWith(labelled);
            result.Add(labelled.Count == 0
                ? cluster
                : cluster with { Members = [.. cluster.Members.Concat(labelled.SelectMany(l => l.Members)).OrderBy(m => m.Path, StringComparer.Ordinal)] });
        }
        return result.ToImmutable();
    }

    // Groups that differ in one folder of their path alone are one: keps/a/{number}, keps/b/{number}.
    private static ImmutableArray<Cluster> Merge(ImmutableArray<Cluster> clusters)
    {
        var result = ImmutableArray.CreateBuilder<Cluster>();
        foreach (var same in clusters.GroupBy(MergeKey, StringComparer.Ordinal))
        {
            var parts = same.ToList();
            var parent = TreePath.FolderOf(parts[0].Folder);
            // Packages of a monorepo may each have decisions of their own: there the folders have the same name, or none above them names proposals.
            var areStatuses = parts.Count > 1 && parts.TrueForAll(p => p.Folder.Length > 0 && StatusText.KindOf(TreePath.NameOf(p.Folder)) is not null);
            // A name before the number that is the process's says it again in each folder.
            var isNamed = NameWords.Split(parts[0].Prefix).Any(w => ProcessWords.ProposalFolders.Contains(w, StringComparer.Ordinal));
            var isOne = areStatuses || parts.Count > 1 && parent.Length > 0 && AboveIsProposals(parent) && (isNamed || parts.TrueForAll(p => !NameWords.IsProposalFolder(p.Folder)))
                && !FolderNumbers.BeginAgain(parts.Select(p => p.Members.Select(m => p.Pattern.Match(m.Path)?.Value).OfType<int>()));
            if (!isOne)
            {
                result.AddRange(parts);
                continue;
            }
            var names = parts.Select(p => TreePath.NameOf(p.Folder)).ToList();
            var part = names.Count(n => StatusText.KindOf(n) is not null) * 2 > names.Count ? "{status}" : "{folder}";
            var pattern = new FilePattern($"{(parent.Length > 0 ? parent + "/" : "")}{part}{parts[0].Pattern.Text[parts[0].Folder.Length..]}");
            var members = parts.SelectMany(p => p.Members).OrderBy(m => m.Path, StringComparer.Ordinal).ToImmutableArray();
            result.Add(parts.MaxBy(p => p.Members.Length)! with { Pattern = pattern, Folder = parent, Members = members });
        }
        return result.ToImmutable();
    }

    private static bool AboveIsProposals(string folder) => folder.Split('/').Any(NameWords.IsProposalFolder);

    private static string MergeKey(Cluster cluster) =>
        $"{TreePath.FolderOf(cluster.Folder)}\n{cluster.Kind}\n{cluster.Prefix.ToUpperInvariant()}\n{TreePath.NameOf(cluster.Pattern.Text).ToUpperInvariant()}\n{cluster.Pattern.IsDirectory}\n{cluster.Folder.Length == 0}";

    private sealed class Group(string folder, NameKind kind, string? main, ListedFile first)
    {
        public string Folder => folder;

        public string? Main => main;

        public List<ListedFile> Members { get; } = [];

        public List<NameShape> Shapes { get; } = [];

        public Cluster ToCluster()
        {
            var prefix = MostUsed(Shapes.Select(s => s.Prefix));
            var hasSlug = Shapes.Count(s => s.HasSlug) * 2 > Shapes.Count;
            var separator = hasSlug ? MostUsed(Shapes.Where(s => s.HasSlug).Select(s => s.Separator is "" ? "-" : s.Separator)) : "";
            var part = kind == NameKind.Date ? "{date}" : "{number}";
            var name = $"{prefix}{part}{separator}{(hasSlug ? "{slug}" : "")}";
            var extension = MostUsed(Members.Select(m => m.Extension));
            var file = main is null ? $"{name}{extension}" : $"{name}/{(main is "{slug}" ? main : main is Same ? name : MostUsed(Members.Select(m => m.Stem)))}{extension}";
            return new Cluster(new FilePattern(TreePath.Join(folder, file)), folder, prefix, kind, [.. Members.Select(m => m.File)]);
        }

        private string MostUsed(IEnumerable<string> values) =>
            values.GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? first.Extension;
    }
}
