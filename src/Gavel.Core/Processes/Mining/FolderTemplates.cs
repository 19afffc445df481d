using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Finds folders that each have a template of their own: <c>specs/zed-template.rst</c> for <c>specs/zed/…</c>, or <c>specs/zed/template.rst</c>.</summary>
internal static class FolderTemplates
{
    public static List<Discovered> Find(Listing listing, ImmutableArray<TemplateCandidate> templates, CancellationToken cancellationToken)
    {
        var found = new List<Discovered>();
        var folders = TreePath.FoldersOf([.. listing.Files.Select(f => f.File)]);
        var named = templates.Select(t => (Template: t, Split: SplitName(t, folders))).Where(t => t.Split is not null);
        foreach (var group in named.GroupBy(t => $"{t.Template.Home}\n{t.Split!.Value.Pattern}", StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parts = group.OrderBy(p => p.Template.Path, StringComparer.Ordinal).ToList();
            if (parts.Count < 2) continue;
            if (Build(listing, parts[0].Template.Home, parts[0].Split!.Value.Pattern, parts.ConvertAll(p => p.Template)) is { } built) found.Add(built);
        }
        return found;
    }

    // "zed-template" beside a folder "zed": the pattern is "{folder}-template.rst".
    private static (string Pattern, string Folder)? SplitName(TemplateCandidate template, HashSet<string> folders)
    {
        var stem = template.File.Stem;
        for (var at = stem.LastIndexOfAny(['-', '_']); at > 0; at = stem.LastIndexOfAny(['-', '_'], at - 1))
        {
            var name = stem[..at];
            if (folders.Contains(TreePath.Join(template.File.Folder, name)))
                return (TreePath.Join(template.File.Folder, "{folder}" + stem[at..] + template.File.Extension), name);
        }
        return null;
    }

    private static Discovered? Build(Listing listing, string home, string pattern, List<TemplateCandidate> templates)
    {
        var files = listing.Files
            .Where(f => f.Folder.StartsWith(home + "/", StringComparison.Ordinal) && !NameWords.IsTemplate(f.Path) && !NameWords.IsPage(f.Path)
                && string.Equals(f.Extension, templates[0].File.Extension, StringComparison.OrdinalIgnoreCase))
            .Select(f => f.File).ToList();
        if (files.Count == 0) return null;
        var extension = templates[0].File.Extension;
        var patterns = new List<FilePattern>();
        var deep = files.Where(f => Depth(f, home) >= 2).ToList();
        var flat = files.Where(f => Depth(f, home) == 1).ToList();
        var deepStatuses = deep.Count > 0 && LastFolders(deep).Count(n => StatusText.KindOf(n) is not null) * 2 > LastFolders(deep).Count;
        if (deep.Count > 0) patterns.Add(new FilePattern($"{home}/{{folder}}/{(deepStatuses ? "{status}/" : "")}{{slug}}{extension}"));
        if (flat.Count > 0)
        {
            var part = deepStatuses && AreStatuses(flat, home) ? "{status}" : "{folder}";
            var second = new FilePattern($"{home}/{part}/{{slug}}{extension}");
            if (!patterns.Contains(second)) patterns.Add(second);
        }
        var members = files.Where(f => patterns.Exists(p => p.Match(f.Path) is not null)).ToImmutableArray();
        var paths = templates.OrderBy(t => FolderRank(t.Path)).ThenBy(t => t.Path, StringComparer.Ordinal).Select(t => t.Path).ToImmutableArray();
        return new Discovered(home, [.. patterns], members, paths, new FilePattern(pattern))
        {
            TemplateFrom = Discovery.Count(templates.Count, "template") + ", each named like a folder beside it",
            FilesFrom = Discovery.Count(members.Length, "file"),
        };
    }

    // The newest last: a folder for what waits is no newer than one for a release, and names that are dates came after names that are words.
    private static int FolderRank(string path)
    {
        var stem = TreePath.StemOf(path);
        if (NameWords.Split(stem).Any(w => StatusText.KindOf(w) is not null)) return 0;
        return char.IsAsciiDigit(stem[0]) ? 2 : 1;
    }

    /// <summary>Whether most folders right below are named as statuses.</summary>
    public static bool AreStatuses(List<TreeFile> files, string home)
    {
        var names = files.Select(f => f.Path[(home.Length == 0 ? 0 : home.Length + 1)..].Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        return names.Count(n => StatusText.KindOf(n) is not null) * 2 > names.Count;
    }

    private static List<string> LastFolders(List<TreeFile> files) => [.. files.Select(f => TreePath.NameOf(TreePath.FolderOf(f.Path))).Distinct(StringComparer.Ordinal)];

    private static int Depth(TreeFile file, string home) => file.Path.AsSpan(home.Length == 0 ? 0 : home.Length + 1).Count('/');
}
