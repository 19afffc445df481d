using Gavel.Core.Catalogs;
using Gavel.Core.Proposals;

namespace Gavel.Web.Pages;

/// <summary>The ids that proposals had under the paths that git remembers, that redirects keep, and that decisions name.</summary>
internal static class Former
{
    /// <summary>Each former address once, with what stands there no more; the newest holder of an address wins.</summary>
    public static IEnumerable<(string Address, CatalogEntry Entry)> Of(SiteModel site)
    {
        var found = new List<Held>();
        var redirects = Redirects.Read(site.Catalog.Tree);
        foreach (var entry in site.Catalog.Entries)
        {
            foreach (var version in site.VersionsOf(entry)) Add(entry, version.Path, version.Recorded);
            foreach (var decision in site.Catalog.Decisions.Of(entry.Id)) Add(entry, decision.Moved, decision.On);
            foreach (var path in redirects.FormerPathsOf(entry.Path)) Add(entry, path, DateTimeOffset.MinValue);
        }
        foreach (var (_, id, entry) in found.Count == 0 ? [] : found.OrderByDescending(f => f.When.UtcTicks).ThenBy(f => f.Id, StringComparer.Ordinal).DistinctBy(f => f.Id, StringComparer.OrdinalIgnoreCase))
        {
            if (site.Addresses.Former(id) is { } address) yield return (address, entry);
        }

        void Add(CatalogEntry entry, string? path, DateTimeOffset when)
        {
            if (path is null || string.Equals(path, entry.Path, StringComparison.Ordinal)) return;
            if (ProposalNames.IdOf(entry.Process, path) is { } id && site.Catalog.Find(id) is null) found.Add(new Held(when, id, entry));
        }
    }

    /// <param name="When">The latest that is known of it.</param>
    private sealed record Held(DateTimeOffset When, string Id, CatalogEntry Entry);
}
