using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a link to a heading that its document does not have.</summary>
internal sealed class AnchorBroken : ICatalogRule
{
    private static readonly Reason Exists = new Reason.Standard("a link with '#' leads to a heading or a target");

    public RuleInfo Info { get; } = new("anchor-broken", Severity.Warning, "A link leads to a heading that is not there.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var resolver = new LinkResolver(catalog.Tree);
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var same in entry.Links.Where(l => !l.IsImage && l.Target.Contains('#', StringComparison.Ordinal)).GroupBy(l => l.Target, StringComparer.Ordinal))
            {
                var link = LinkTarget.Parse(same.Key);
                if (link.Fragment.Length == 0 || IsOfAViewer(link.Fragment) || Aim(catalog, resolver, entry, link) is not { } aim) continue;
                if (!anchors.TryGetValue(aim.Path, out var known))
                    anchors.Add(aim.Path, known = new HashSet<string>(aim.Anchors, StringComparer.OrdinalIgnoreCase));
                if (known.Contains(link.Fragment)) continue;
                yield return Found(catalog, entry, [.. same], link, aim);
            }
        }
    }

    private Diagnostic Found(Catalog catalog, CatalogEntry entry, List<EntryLink> links, LinkTarget link, CatalogEntry aim)
    {
        var where = ReferenceEquals(aim, entry) ? "this document" : aim.Path;
        var found = Info.Report(entry, links[0].At, $"'#{link.Fragment}' is no heading of {where}", Exists, links[0].Target) with
        {
            Also = [.. links.Skip(1).Select(l => l.At)],
        };
        if (Meant(link.Fragment, aim) is not var (meant, isSure)) return found;
        var id = catalog.Tree.IdOf(entry.File);
        var written = links[0].Target[..(links[0].Target.IndexOf('#', StringComparison.Ordinal) + 1)] + meant;
        var edits = links.Select(l => l.At.Span).Distinct().Select(span => new FileEdit(entry.Path, id, span, written));
        return found with
        {
            Help = $"did you mean '#{meant}'?",
            Fix = links.TrueForAll(l => l.IsTargetSpan) ? new Fix($"link to '#{meant}'", isSure, new ChangeSet([.. edits], [], [])) : null,
        };
    }

    /// <summary>The proposal whose headings decide; null for a file that is none.</summary>
    private static CatalogEntry? Aim(Catalog catalog, LinkResolver resolver, CatalogEntry entry, LinkTarget link)
    {
        if (link.Kind == LinkKind.Fragment) return entry;
        if (link.Kind != LinkKind.Relative || resolver.Resolve(entry, link) is not { State: LinkState.Found, Path: var path }) return null;
        return catalog.FindByPath(path);
    }

    /// <summary>The one anchor that has the same letters and digits, or else is nearest.</summary>
    private static (string Anchor, bool IsSure)? Meant(string fragment, CatalogEntry aim)
    {
        var folded = Letters(fragment);
        var same = aim.Anchors.Where(a => string.Equals(Letters(a), folded, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (same.Count > 0) return same.Count == 1 ? (same[0], true) : null;
        return Spelling.Nearest(fragment, aim.Anchors) is { } near ? (near, false) : null;
    }

    private static string Letters(string text) => Values.Folded(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Lines and text fragments that a viewer resolves: <c>L10</c>, <c>:~:text=</c>; and the top of the page.</summary>
    private static bool IsOfAViewer(string fragment) =>
        fragment[0] is ':' or '!' or '/' || string.Equals(fragment, "top", StringComparison.OrdinalIgnoreCase)
        || fragment[0] == 'L' && fragment.Length > 1 && char.IsAsciiDigit(fragment[1]);
}
