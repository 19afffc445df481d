using System.Collections.Immutable;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Finds the proposals of templates that no numbered group follows: files named by words, a template for each folder, or none yet.</summary>
internal static class UnnumberedFinder
{
    private const int MostRead = 60; // documents of a folder that are compared with a template
    private const double Alike = 0.4; // the share of a template's traits that its proposals have
    private const int LeastTraits = 3; // of a template without proposals
    private const int LeastFar = 3; // proposals that follow a template from elsewhere
    private const int LeastShared = 4; // headings and fields that files without a template share, and files that share them

    public static IEnumerable<Discovered> Find(Listing listing, ImmutableArray<TemplateCandidate> templates, List<Discovered> numbered, CancellationToken cancellationToken)
    {
        var taken = numbered.SelectMany(d => d.Members).Select(m => m.Path).ToHashSet(StringComparer.Ordinal);
        taken.UnionWith(numbered.SelectMany(d => d.Templates));
        var perFolder = FolderTemplates.Find(listing, templates, cancellationToken);
        foreach (var found in perFolder) yield return found;
        var served = perFolder.SelectMany(f => f.Templates).ToHashSet(StringComparer.Ordinal);
        foreach (var home in templates.Where(t => !served.Contains(t.Path) && !IsInside(t, perFolder)).GroupBy(t => t.Home, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var group in GroupsOf(home.ToList()))
            {
                if ((WithWords(listing, group, taken, FoldersOf(listing, group[^1])) ?? FromAfar(listing, group, taken)) is { } words) yield return words;
                else if (!numbered.Exists(n => string.Equals(n.Folder, home.Key, StringComparison.Ordinal)) && WithoutProposals(group, listing) is { } empty) yield return empty;
            }
        }
    }

    private static bool IsInside(TemplateCandidate template, List<Discovered> found) =>
        found.Exists(f => template.Path.StartsWith(f.Folder + "/", StringComparison.Ordinal) || string.Equals(f.Folder, template.Home, StringComparison.Ordinal));

    // Templates of one home with much in common are alternatives of one process; others are processes of their own.
    private static IEnumerable<List<TemplateCandidate>> GroupsOf(List<TemplateCandidate> home)
    {
        var groups = new List<List<TemplateCandidate>>();
        foreach (var template in home.OrderByDescending(t => t.Traits.Keys.Count).ThenBy(t => t.Path, StringComparer.Ordinal))
        {
            var group = groups.Find(g => g.Exists(t => template.Traits.ShareIn(t.Traits) >= 0.5));
            if (group is null) groups.Add([template]);
            else group.Insert(0, template);
        }
        return groups;
    }

    // A folder for proposals whose files, named by words, have much in common although nothing is called a template.
    public static IEnumerable<Discovered> WithoutTemplate(Listing listing, List<Discovered> found)
    {
        // Where nothing is named for proposals, what the files say of themselves is asked.
        var isOpen = found.Count == 0 && !listing.ByFolder.Any(g => NameWords.IsProposalFolder(g.Key));
        foreach (var folder in listing.ByFolder.Select(g => g.Key).Where(f => isOpen || NameWords.IsProposalFolder(f)).Where(f => !found.Exists(d => IsIn(f, d.Folder) || IsIn(d.Folder, f))))
        {
            var files = listing.ByFolder[folder].Where(f => f.Shape.Kind == NameKind.Words && !NameWords.IsPage(f.Path)).Select(f => f.File).ToImmutableArray();
            if (files.Length < LeastShared || NameWords.IsOtherDocument(folder)) continue;
            if (isOpen && !StatusEvidence.In(listing, files)) continue;
            if (CommonTraits.Of(Cluster.Spread(files, CommonTraits.SampleSize).Select(listing.TraitsOf)).Keys.Count < LeastShared) continue;
            var (patterns, _) = PatternsOf([.. files], folder);
            yield return new Discovered(folder, patterns, files, [], null) { FilesFrom = $"{Discovery.Count(files.Length, "file")} with the same headings" };
        }
    }

    // A template that lies apart from its proposals: enough files of the repository, wherever they are, have most of its headings.
    private static Discovered? FromAfar(Listing listing, List<TemplateCandidate> templates, HashSet<string> taken)
    {
        if (templates[^1].Home.Length == 0 || templates[^1].Traits.Keys.Count < LeastTraits) return null;
        var folders = listing.ByFolder.Select(g => g.Key).Where(f => !IsIn(f, templates[^1].Home))
            .Where(f => listing.ByFolder[f].Take(LeastFar).Count(file => templates.Exists(t => t.Traits.ShareIn(listing.TraitsOf(file.File)) >= 0.6)) >= Math.Min(2, listing.ByFolder[f].Count())).Take(MostRead).ToList();
        if (folders.Count == 0) return null;
        var common = folders.Aggregate((a, b) => { while (!IsIn(b, a)) a = TreePath.FolderOf(a); return a; });
        return WithWords(listing, templates, taken, [common]) is { Members.Length: >= LeastFar } words ? words : null;
    }

    private static Discovered? WithWords(Listing listing, List<TemplateCandidate> templates, HashSet<string> taken, List<string> folders)
    {
        var files = listing.Files
            .Where(f => folders.Any(folder => IsIn(f.Folder, folder)) && !taken.Contains(f.Path) && !NameWords.IsTemplate(f.Path) && (!NameWords.IsPage(f.Path) || IsMain(f, folders)) && templates.TrueForAll(t => t.Path != f.Path))
            .Select(f => f.File).ToImmutableArray();
        if (files.IsEmpty) return null;
        var like = Cluster.Spread(files, MostRead).Where(f => templates.Exists(t => t.Traits.ShareIn(listing.TraitsOf(f)) >= Alike)).ToList();
        like.AddRange(IndexMiner.AlsoListed(listing, folders[0], like, files.Except(like)));
        if (like.Count == 0 || (like.Count == 1 && !folders.Any(NameWords.IsProposalFolder))) return null;
        var (patterns, folder) = PatternsOf(like, folders[0]);
        var members = files.Where(f => patterns.Any(p => (p.IsDirectory || !NameWords.IsPage(f.Path)) && p.Match(f.Path) is not null)).ToImmutableArray();
        return new Discovered(folder, patterns, members, [.. templates.Select(t => t.Path)], null)
        {
            TemplateFrom = "its name; the proposals have its headings",
            FilesFrom = $"{like.Count} of {Discovery.Count(files.Length, "file")}",
        };
    }

    // "lanes/README.md" may be the proposal that the directory is for.
    private static bool IsMain(ListedFile file, List<string> folders) =>
        ProcessWords.MainDocuments.Contains(file.Stem, StringComparer.OrdinalIgnoreCase) && !folders.Contains(file.Folder, StringComparer.Ordinal);

    // A template in the root, or in a folder for templates, serves the folder that its name is about.
    private static List<string> FoldersOf(Listing listing, TemplateCandidate template)
    {
        if (template.Home.Length > 0 && !string.Equals(template.Home, "docs", StringComparison.OrdinalIgnoreCase) && !string.Equals(template.Home, "doc", StringComparison.OrdinalIgnoreCase)) return [template.Home];
        var subjects = template.Subjects.Select(NameWords.Singular).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var folders = listing.Files.Select(f => f.Folder).Distinct(StringComparer.Ordinal)
            .Where(f => f.Length > 0 && IsIn(f, template.Home) && (subjects.Contains(NameWords.Singular(TreePath.NameOf(f))) || NameWords.IsProposalFolder(f))).ToList();
        return folders.Count > 0 ? [.. folders.OrderBy(f => f.Length).ThenBy(f => f, StringComparer.Ordinal)] : [template.Home];
    }

    private static bool IsIn(string folder, string above) =>
        above.Length == 0 || string.Equals(folder, above, StringComparison.Ordinal) || folder.StartsWith(above + "/", StringComparison.Ordinal);

    /// <summary>One pattern for the files of the folder itself, one for those in folders below it.</summary>
    private static (ImmutableArray<FilePattern> Patterns, string Folder) PatternsOf(List<TreeFile> files, string home)
    {
        var patterns = new List<FilePattern>();
        foreach (var extension in files.GroupBy(f => f.Path[f.Path.LastIndexOf('.')..].ToLowerInvariant(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var inHome = extension.Where(f => string.Equals(TreePath.FolderOf(f.Path), home, StringComparison.Ordinal)).ToList();
            var below = extension.Except(inHome).ToList();
            if (inHome.Count > 0) patterns.Add(new FilePattern(TreePath.Join(home, "{slug}" + extension.Key)));
            if (below.Count == 0) continue;
            var mains = below.Where(f => ProcessWords.MainDocuments.Contains(TreePath.StemOf(f.Path), StringComparer.OrdinalIgnoreCase)).ToList();
            if (mains.Count * 2 > below.Count) patterns.Add(new FilePattern(TreePath.Join(home, $"{{slug}}/{TreePath.NameOf(mains[0].Path)}")));
            else patterns.Add(new FilePattern(TreePath.Join(home, (FolderTemplates.AreStatuses(below, home) ? "{status}" : "{folder}") + "/{slug}" + extension.Key)));
        }
        return ([.. patterns], home);
    }

    private static Discovered? WithoutProposals(List<TemplateCandidate> templates, Listing listing)
    {
        var main = templates[^1];
        var isCentral = main.Home is "" or "docs" or "doc" or "documentation" or "templates" or "docs/templates";
        var isAbout = (isCentral && main.Subjects.Any(s => ProcessWords.ProposalFolders.Contains(NameWords.Singular(s), StringComparer.Ordinal))) || main.Home.Split('/').Any(NameWords.IsProposalFolder);
        if (!isAbout || main.Traits.Keys.Count < LeastTraits || listing.Open(main.File.File) is not { } document) return null;
        var schema = SchemaSource.Learn(document);
        return new Discovered(main.Home, [FirstPattern(main, schema)], [], [.. templates.Select(t => t.Path)], null)
        {
            TemplateFrom = "its name",
            FilesFrom = "the template; there is no proposal yet",
        };
    }

    /// <summary>How the first proposal will be named: as the template says, else as the template itself is named.</summary>
    private static FilePattern FirstPattern(TemplateCandidate template, Schema schema)
    {
        var isDirectory = !string.Equals(template.Home, template.File.Folder, StringComparison.Ordinal) && ProcessWords.MainDocuments.Contains(template.File.Stem, StringComparer.OrdinalIgnoreCase);
        var own = isDirectory ? TreePath.NameOf(template.File.Folder) : template.File.Stem;
        var name = schema.Naming is { } naming && naming.Pattern.Contains('{', StringComparison.Ordinal)
            ? naming.Pattern.Replace("{title}", "{slug}", StringComparison.Ordinal).Trim('/')
            : OwnPattern(own, schema.Title?.Pattern.HasNumber == true);
        if (name.EndsWith(template.File.Extension, StringComparison.OrdinalIgnoreCase)) name = name[..^template.File.Extension.Length];
        var last = name[(name.LastIndexOf('/') + 1)..];
        return new FilePattern(TreePath.Join(template.Home, isDirectory ? $"{last}/{template.File.Stem}{template.File.Extension}" : last + template.File.Extension));
    }

    private static string OwnPattern(string own, bool titleHasNumber)
    {
        var words = own.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var number = Array.FindIndex(words, w => NameWords.IsNumberPlaceholder(w) || (w.Length > 2 && w.All(c => c == '0')));
        if (number >= 0) return string.Join('-', words.Take(number).Append("{number}").Append("{slug}"));
        var subject = words.FirstOrDefault(w => !ProcessWords.Template.Contains(w, StringComparer.OrdinalIgnoreCase) && !ProcessWords.NoNames.Contains(w, StringComparer.OrdinalIgnoreCase));
        return titleHasNumber ? (subject is null ? "{number}-{slug}" : $"{subject}-{{number}}-{{slug}}") : "{slug}";
    }
}
