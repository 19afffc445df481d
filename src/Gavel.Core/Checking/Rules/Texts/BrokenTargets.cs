using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Links and images that lead to no file, each target once for a proposal.</summary>
internal static class BrokenTargets
{
    public static IEnumerable<Diagnostic> Of(Catalog catalog, RuleInfo info, Reason reason, bool images)
    {
        var resolver = new LinkResolver(catalog.Tree);
        foreach (var entry in catalog.Entries)
        {
            foreach (var same in entry.Links.Where(l => l.IsImage == images).GroupBy(l => l.Target, StringComparer.Ordinal))
            {
                var link = LinkTarget.Parse(same.Key);
                if (link.Kind is not (LinkKind.Relative or LinkKind.Absolute)) continue;
                var resolution = resolver.Resolve(entry, link);
                if (resolution.State is LinkState.Found or LinkState.Outside) continue;
                yield return Found(catalog, info, reason, entry, [.. same], resolution, resolver);
            }
        }
    }

    private static Diagnostic Found(Catalog catalog, RuleInfo info, Reason reason, CatalogEntry entry, List<EntryLink> links, Resolution resolution, LinkResolver resolver)
    {
        var target = links[0].Target;
        var kind = links[0].IsImage ? "image" : "link";
        var found = info.Report(entry, links[0].At, $"{kind} '{target}' leads to '{resolution.Path}', which is not there", reason, target) with
        {
            Also = [.. links.Skip(1).Select(l => l.At)],
        };
        if (resolver.Meant(resolution.Path) is not { } meant) return resolution.State == LinkState.Doubtful ? found.AtMost(Severity.Info) : found;
        var written = Written(entry, target, meant);
        var id = catalog.Tree.IdOf(entry.File);
        var edits = links.Where(l => l.IsTargetSpan).Select(l => l.At.Span).Distinct()
            .Select(span => new FileEdit(entry.Path, id, span, written));
        return found with
        {
            Help = $"did you mean '{written}'?",
            Fix = links.TrueForAll(l => l.IsTargetSpan) ? new Fix($"link to '{written}'", IsSafe: true, new ChangeSet([.. edits], [], [])) : null,
        };
    }

    private static string Written(CatalogEntry entry, string target, string meant)
    {
        var path = TreePath.Relative(TreePath.FolderOf(entry.Path), meant).Replace(" ", "%20", StringComparison.Ordinal);
        if (target.StartsWith("./", StringComparison.Ordinal) && !path.StartsWith("..", StringComparison.Ordinal)) path = "./" + path;
        var rest = target.IndexOfAny(['#', '?']);
        return rest < 0 ? path : path + target[rest..];
    }
}
