using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Finds the processes of a repository that configures none. Names decide what is read; of each group of files a few documents are.</summary>
internal static class Discovery
{
    private const int MostProcesses = 24;
    private const int LeastUnnamed = 4; // headings and fields that files share in a folder that no word names

    public static ImmutableArray<Discovered> Find(Listing listing, CancellationToken cancellationToken)
    {
        var candidates = TemplateCandidates.Find(listing);
        var clusters = ClusterFinder.Find(listing);
        var named = candidates.Where(t => clusters.Any(c => Pairing.IsNamedAlike(t, c))).ToHashSet(ReferenceEqualityComparer.Instance);
        var byFolder = clusters.ToLookup(c => c.Folder, StringComparer.Ordinal);
        var found = new List<Discovered>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cluster in clusters.OrderBy(c => c.Pattern.Text, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NameWords.IsOtherDocument(cluster.Pattern.Text)) continue;
            var templates = Pairing.TemplatesOf(cluster, candidates, listing);
            // What is named like other files, and not like these, is the template of those.
            templates = templates.RemoveAll(t => t != templates[^1] && named.Contains(t) && !Pairing.IsNamedAlike(t, cluster));
            if (!IsSystematic(cluster, templates, listing) && !(templates.Length > 0 && IsSeries(cluster.Prefix) && AreSeries(byFolder[cluster.Folder], listing)) && !byFolder[cluster.Folder].Any(c => AreTwins(c, cluster) && IsSystematic(c, Pairing.TemplatesOf(c, candidates, listing), listing))) continue;
            if (!templates.IsEmpty)
            {
                used.UnionWith(templates.Select(t => t.Path));
                found.Add(WithTemplates(cluster, templates));
            }
            else if (WithoutTemplate(cluster, listing) is { } bare)
            {
                used.UnionWith(bare.Templates);
                found.Add(bare);
            }
        }
        var rest = candidates.Where(c => !used.Contains(c.Path)).ToImmutableArray();
        found.AddRange(UnnumberedFinder.Find(listing, rest, found, cancellationToken));
        found.AddRange(UnnumberedFinder.WithoutTemplate(listing, found).ToList());
        return [.. SiblingFolders.Join(SiblingFolders.TakeIn(Absorb(Merge([.. Together(found)]))), listing).OrderBy(d => d.Folder, StringComparer.Ordinal).ThenBy(d => d.Files[0].Text, StringComparer.Ordinal).Take(MostProcesses)];
    }

    // The same names in two markup languages, or of directories with two names for their main document, of one folder.
    private static bool AreTwins(Cluster a, Cluster b) =>
        !ReferenceEquals(a, b) && a.Kind == b.Kind && string.Equals(a.Prefix, b.Prefix, StringComparison.OrdinalIgnoreCase)
        && a.Pattern.IsDirectory == b.Pattern.IsDirectory && !string.Equals(EndOf(a), EndOf(b), StringComparison.OrdinalIgnoreCase);

    private static string EndOf(Cluster cluster) => cluster.Pattern.Text[Math.Max(0, cluster.Pattern.Text.LastIndexOf(cluster.Pattern.IsDirectory ? '/' : '.'))..];

    // What twins follow is one process, whichever of its templates fits each best.
    private static IEnumerable<Discovered> Together(List<Discovered> found)
    {
        var byFolder = found.ToLookup(f => f.Folder, StringComparer.Ordinal);
        foreach (var process in found)
        {
            var twin = process.Templates.IsEmpty || process.Files.Length != 1 ? null : byFolder[process.Folder].Where(f => f.Files.Length == 1 && f.Templates.Contains(process.Templates[^1], StringComparer.Ordinal)
                && string.Equals(f.Prefix, process.Prefix, StringComparison.OrdinalIgnoreCase)).MaxBy(f => f.Members.Length);
            yield return twin is null || ReferenceEquals(twin, process) || twin.Members.Length <= process.Members.Length ? process
                : process with { Templates = [.. process.Templates.Where(t => !twin.Templates.Contains(t, StringComparer.Ordinal)), .. twin.Templates] };
        }
    }

    // Some names begin with a number, or with letters and one, by chance: "db2-support" among files named by words.
    private static bool IsSystematic(Cluster cluster, ImmutableArray<TemplateCandidate> templates, Listing listing)
    {
        var words = NameWords.Split(cluster.Prefix);
        if (words.Any(w => w is not "text" && ProcessWords.ProposalFolders.Contains(w, StringComparer.Ordinal)) || templates.Any(t => t.Subjects.Intersect(words, StringComparer.Ordinal).Any())) return true;
        var folders = cluster.Members.Select(m => cluster.Pattern.DirectoryOf(m.Path) is { } own ? TreePath.FolderOf(own) : TreePath.FolderOf(m.Path)).ToHashSet(StringComparer.Ordinal);
        var beside = folders.Sum(f => cluster.Pattern.IsDirectory
            ? listing.FoldersIn[f].Count()
            : listing.ByFolder[f].Count(l => !NameWords.IsPage(l.Path) && !NameWords.IsTemplate(l.Path)));
        // One name among others has a number by chance.
        return cluster.Members.Length * 2 >= beside && (cluster.Members.Length > 1 || cluster.Prefix.Length == 0 || beside == 1) || (cluster.Prefix.Length == 0 && cluster.Members.Length >= 5);
    }

    // "A12-lanes", "L7-lanes": letters part a process into series, each with numbers of its own.
    private static bool IsSeries(string prefix) => prefix is [>= 'A' and <= 'Z'];

    private static bool AreSeries(IEnumerable<Cluster> inFolder, Listing listing)
    {
        var series = inFolder.Where(c => IsSeries(c.Prefix) && !c.Pattern.IsDirectory).ToList();
        if (series.Count < 2) return false;
        var beside = listing.ByFolder[series[0].Folder].Count(l => !NameWords.IsPage(l.Path) && !NameWords.IsTemplate(l.Path));
        return series.Sum(c => c.Members.Length) * 2 >= beside;
    }

    private static Discovered WithTemplates(Cluster cluster, ImmutableArray<TemplateCandidate> templates)
    {
        var paths = templates.Select(t => t.Path).ToImmutableArray();
        var members = cluster.Members.RemoveAll(m => paths.Contains(m.Path));
        return new Discovered(cluster.Folder, [cluster.Pattern], members, paths, null)
        {
            Prefix = cluster.Prefix,
            TemplateFrom = members.Length == 0 ? "its name" : "its name; the proposals have its headings",
            FilesFrom = Count(members.Length, "file"),
        };
    }

    // A numbered group in a folder for proposals, without a document that is called a template.
    private static Discovered? WithoutTemplate(Cluster cluster, Listing listing)
    {
        var isNamed = cluster.Folder.Split('/').Any(NameWords.IsProposalFolder)
            || NameWords.Split(cluster.Prefix).Any(w => w is not "text" && ProcessWords.ProposalFolders.Contains(w, StringComparer.Ordinal));
        if (cluster.Members.Length < 2) return null;
        // "ZIP-12" over 12.md: nothing else need be alike.
        var isTitled = new Lazy<bool>(() => cluster.Kind == NameKind.Number && SharedTemplate.AreTitledAlike(NumberedSample(cluster, listing)));
        if (!isNamed && !StatusEvidence.In(listing, cluster.Members) && !isTitled.Value) return null;
        var common = CommonTraits.Of(cluster.Sample(CommonTraits.SampleSize).Select(listing.TraitsOf));
        if (common.Keys.Count < (isNamed ? 2 : LeastUnnamed) && !isTitled.Value) return null;
        var template = PlaceholderDocument.Find(listing, cluster, common);
        var members = template is null ? cluster.Members : cluster.Members.RemoveAll(m => string.Equals(m.Path, template, StringComparison.Ordinal));
        return new Discovered(cluster.Folder, [cluster.Pattern], members, template is null ? [] : [template], null)
        {
            Prefix = cluster.Prefix,
            TemplateFrom = template is null ? "" : "its placeholders, and headings that the proposals share",
            FilesFrom = Count(members.Length, "file"),
        };
    }

    private static ImmutableArray<(Document Document, string? Number)> NumberedSample(Cluster cluster, Listing listing) =>
    [
        .. from file in cluster.Sample(CommonTraits.SampleSize)
           let document = listing.OutlineOf(file)
           where document is not null
           select (document, cluster.Pattern.Match(file.Path)?.Number),
    ];

    // Files of several patterns that follow the same template from one folder are one process.
    private static IEnumerable<Discovered> Merge(List<Discovered> found)
    {
        foreach (var same in found.GroupBy(d => d.Templates.IsEmpty ? $"{d.Folder}\n{d.Prefix.TrimEnd('-', '_')}" : $"{d.Folder}\n{d.Templates[^1]}\n{(IsSeries(d.Prefix) ? d.Prefix : "")}", StringComparer.OrdinalIgnoreCase))
        {
            var parts = same.OrderByDescending(d => d.Members.Length).ThenBy(d => d.Files[0].Text, StringComparer.Ordinal).ToList();
            if (parts.Count == 1)
            {
                yield return parts[0];
                continue;
            }
            var members = parts.SelectMany(p => p.Members).DistinctBy(m => m.Path, StringComparer.Ordinal).OrderBy(m => m.Path, StringComparer.Ordinal).ToImmutableArray();
            yield return parts[0] with
            {
                Files = [.. parts.SelectMany(p => p.Files).Distinct()],
                Members = members,
                Templates = [.. parts.SelectMany(p => p.Templates).Reverse().Distinct(StringComparer.Ordinal).Reverse()],
                FilesFrom = string.Join(" and ", parts.Select(p => p.FilesFrom).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)),
            };
        }
    }

    // Folders deeper than the others' that the same pattern names.
    private static IEnumerable<Discovered> Absorb(IEnumerable<Discovered> found)
    {
        var kept = new List<Discovered>();
        foreach (var process in found.OrderByDescending(d => d.Members.Length).ThenBy(d => d.Files[0].Text, StringComparer.Ordinal))
        {
            var owner = process.Members.IsEmpty ? -1 : kept.FindIndex(k => k.Files.Any(f => f.Has(PatternPart.Folder)) && process.Members.All(m => k.Files.Any(f => f.Match(m.Path) is not null)));
            if (owner < 0) kept.Add(process);
            else kept[owner] = kept[owner] with { Members = [.. kept[owner].Members.Concat(process.Members).DistinctBy(m => m.Path, StringComparer.Ordinal).OrderBy(m => m.Path, StringComparer.Ordinal)] };
        }
        return kept;
    }

    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
