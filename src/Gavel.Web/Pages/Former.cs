using Gavel.Core.Catalogs;
using Gavel.Core.Proposals;

namespace Gavel.Web.Pages;

/// <summary>The ids that proposals had under the paths that git remembers.</summary>
internal static class Former
{
    /// <summary>Each former address once, with what stands there no more; the newest holder of an address wins.</summary>
    public static IEnumerable<(string Address, CatalogEntry Entry)> Of(SiteModel site)
    {
        var found = new List<(DateTimeOffset When, string Id, CatalogEntry Entry)>();
        foreach (var entry in site.Catalog.Entries)
        {
            foreach (var version in site.VersionsOf(entry))
            {
                if (string.Equals(version.Path, entry.Path, StringComparison.Ordinal)) continue;
                if (ProposalNames.IdOf(entry.Process, version.Path) is { } id && site.Catalog.Find(id) is null) found.Add((version.Recorded, id, entry));
            }
        }
        foreach (var (_, id, entry) in found.OrderByDescending(f => f.When.UtcTicks).ThenBy(f => f.Id, StringComparer.Ordinal).DistinctBy(f => f.Id, StringComparer.OrdinalIgnoreCase))
        {
            if (site.Addresses.Former(id) is { } address) yield return (address, entry);
        }
    }
}
