using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a proposal whose tracker link is that of an earlier one: one of them was copied.</summary>
internal sealed class TrackerDuplicate : ICatalogRule
{
    public RuleInfo Info { get; } = new("tracker-duplicate", Severity.Warning, "Two proposals have the same tracker link.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var first = new Dictionary<string, CatalogEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in catalog.Entries)
        {
            // Of links to other hosts an entry keeps those to its tracker alone: without one, the template need not be learned.
            if (!entry.Links.Any(l => l.Target.Contains("://", StringComparison.Ordinal)) || Demanded(entry) is not { } demand) continue;
            var prefix = demand.AddressPrefix!;
            // The first one is the proposal's own; further ones are references.
            var link = entry.Links.FirstOrDefault(l => l.Target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
            if (link is null || link.Target.Length <= prefix.Length) continue;
            var key = $"{entry.Process.Name}\n{link.Target.TrimEnd('/')}";
            if (first.TryAdd(key, entry)) continue;
            var earlier = first[key];
            // The same work proposed again for another release.
            if (!string.Equals(SeriesOf(entry), SeriesOf(earlier), StringComparison.Ordinal) || string.Equals(TreePath.NameOf(earlier.Path), TreePath.NameOf(entry.Path), StringComparison.Ordinal)) continue;
            yield return Info.Report(entry, link.At, $"{earlier.Id} has the tracker link {link.Target} too", demand.Source, link.Target) with
            {
                Demand = demand.Key,
                Related = [new Related(earlier.TitleAt, "the other one")],
            };
        }
    }

    /// <summary>The folder that is part of the id, such as a release; empty where there is none.</summary>
    private static string SeriesOf(CatalogEntry entry) => entry.Number is null ? TreePath.FolderOf(entry.Id) : "";

    private static Demand.Media? Demanded(CatalogEntry entry) =>
        entry.Process.Current.All<Demand.Media>().FirstOrDefault(m => m is { Kind: MediaKind.Link, AddressPrefix: not null });
}
