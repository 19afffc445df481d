using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Links and images that lead to no file, each target once for a proposal.</summary>
internal static class BrokenTargets
{
    private const int Several = 3;
    private const int MostInFull = 5; // so many links with the extension for one without

    public static IEnumerable<Diagnostic> Of(Catalog catalog, RuleInfo info, Reason reason, bool images)
    {
        var resolver = new LinkResolver(catalog.Tree);
        if (images && AreKeptElsewhere(catalog)) yield break;
        var common = CommonlyMissing(catalog, resolver);
        var full = images ? [] : NamingInFull(catalog, resolver);
        foreach (var entry in catalog.Entries)
        {
            foreach (var link in LinkReading.Of(catalog, entry, resolver))
            {
                if (link.IsImage != images || IsProduced(link.Target)) continue;
                if (!images && full.Contains(entry.Process.Name) && link.Document is { } document)
                {
                    yield return Short(catalog, info, reason, entry, [.. link.Same], document);
                    continue;
                }
                if (link.Leads.State is LinkState.Found or LinkState.Outside || common.Contains(TopOf(link.Leads)) || catalog.Tree.IsHidden(link.Leads.Path)) continue;
                yield return Found(catalog, info, reason, entry, [.. link.Same], link.Leads, resolver);
            }
        }
    }

    /// <summary>Processes whose links to documents have the extension but for few: those without lead nowhere in the repository itself.</summary>
    private static HashSet<string> NamingInFull(Catalog catalog, LinkResolver resolver)
    {
        var counts = new Dictionary<string, (int Full, int Short)>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            var (full, bare) = counts.GetValueOrDefault(entry.Process.Name);
            foreach (var link in LinkReading.Of(catalog, entry, resolver))
            {
                if (link.IsImage || !link.IsRelative) continue;
                if (link.IsInFull) full += link.Same.Length;
                else if (link.Document is not null) bare += link.Same.Length;
            }
            counts[entry.Process.Name] = (full, bare);
        }
        return [.. counts.Where(c => c.Value.Short > 0 && c.Value.Full >= MostInFull * c.Value.Short).Select(c => c.Key)];
    }

    private static Diagnostic Short(Catalog catalog, RuleInfo info, Reason reason, CatalogEntry entry, List<EntryLink> links, string document)
    {
        var written = Written(entry, links[0].Target, document);
        var id = catalog.Tree.IdOf(entry.File);
        var edits = links.Where(l => l.IsTargetSpan).Select(l => l.At.Span).Distinct().Select(span => new FileEdit(entry.Path, id, span, written));
        var found = info.Report(entry, links[0].At, $"link '{links[0].Target}' leads nowhere but on the site, without the extension of '{document}'", reason, links[0].Target) with
        {
            Also = [.. links.Skip(1).Select(l => l.At)],
            Help = $"did you mean '{written}'?",
            Fix = links.TrueForAll(l => l.IsTargetSpan) ? new Fix($"link to '{written}'", IsSafe: true, new ChangeSet([.. edits], [], [])) : null,
        };
        return found.AtMost(Severity.Warning);
    }

    /// <summary>Several proposals show images and there is none at all: they are not in this checkout.</summary>
    private static bool AreKeptElsewhere(Catalog catalog) =>
        catalog.Entries.Count(e => e.Links.Any(l => l.IsImage && LinkTarget.Parse(l.Target).Kind == LinkKind.Relative)) >= Several
        && !catalog.Tree.Files.Any(f => LinkResolver.IsImage(f.Path));

    // Folders that site generators write beside the page.
    private static bool IsProduced(string target) => target.StartsWith("_images/", StringComparison.Ordinal) || target.StartsWith("_static/", StringComparison.Ordinal) || target.StartsWith("_downloads/", StringComparison.Ordinal);

    /// <summary>Places outside the process that several proposals link to and of which nothing is at hand: a part of the repository that was not checked out.</summary>
    private static HashSet<string> CommonlyMissing(Catalog catalog, LinkResolver resolver)
    {
        var counts = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var link in LinkReading.Of(catalog, entry, resolver))
            {
                if (!link.IsRelative || link.Leads is not { State: LinkState.Doubtful } doubtful) continue;
                if (!counts.TryGetValue(TopOf(doubtful), out var from)) counts.Add(TopOf(doubtful), from = new HashSet<string>(StringComparer.Ordinal));
                from.Add(entry.Path);
            }
        }
        return [.. counts.Where(c => c.Value.Count >= Several).Select(c => c.Key)];
    }

    /// <summary>A name that no path has for what is not doubtful.</summary>
    private static string TopOf(Resolution resolution) =>
        resolution.State != LinkState.Doubtful ? "\0"
        : resolution.Path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? resolution.Path[..slash] : resolution.Path;

    private static Diagnostic Found(Catalog catalog, RuleInfo info, Reason reason, CatalogEntry entry, List<EntryLink> links, Resolution resolution, LinkResolver resolver)
    {
        var target = links[0].Target;
        var kind = links[0].IsImage ? "image" : "link";
        var found = info.Report(entry, links[0].At, $"{kind} '{target}' leads to '{resolution.Path}', which is not there", reason, target) with
        {
            Also = [.. links.Skip(1).Select(l => l.At)],
        };
        if (resolver.Meant(resolution.Path) is not var (meant, isSure)) return resolution.State == LinkState.Doubtful ? found.AtMost(Severity.Info) : found;
        var written = Written(entry, target, meant);
        var id = catalog.Tree.IdOf(entry.File);
        var edits = links.Where(l => l.IsTargetSpan).Select(l => l.At.Span).Distinct()
            .Select(span => new FileEdit(entry.Path, id, span, written));
        return found with
        {
            Help = $"did you mean '{written}'?",
            Fix = links.TrueForAll(l => l.IsTargetSpan) ? new Fix($"link to '{written}'", isSure, new ChangeSet([.. edits], [], [])) : null,
        };
    }

    private static string Written(CatalogEntry entry, string target, string meant)
    {
        var path = TreePath.Encoded(TreePath.Relative(TreePath.FolderOf(entry.Path), meant));
        if (target.StartsWith("./", StringComparison.Ordinal) && !path.StartsWith("..", StringComparison.Ordinal)) path = "./" + path;
        var rest = target.IndexOfAny(['#', '?']);
        return rest < 0 ? path : path + target[rest..];
    }
}
