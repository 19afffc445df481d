using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>The relations of all proposals.</summary>
internal sealed class GraphModel(SiteModel site)
{
    private ImmutableArray<RelationCluster> _clusters;

    public SiteModel Site { get; } = site;

    public ImmutableArray<RelationCluster> Clusters => _clusters.IsDefault ? _clusters = RelationCluster.Of(Site.Catalog) : _clusters;

    /// <summary>Makes no cluster: they follow from what is declared.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey);
        foreach (var entry in Site.Catalog.Entries)
        {
            foreach (var reference in entry.References)
            {
                if (!reference.IsKnown || reference.Kind == ReferenceKind.Mentions || Site.Catalog.Find(reference.To) is not { } other) continue;
                AddEnd(key, entry);
                AddEnd(key.Add((int)reference.Kind), other);
            }
        }
        return key.Finish();
    }

    private static void AddEnd(PageKey key, CatalogEntry entry) => key.Add(entry.Id).Add(entry.Title).Add((int?)entry.Kind ?? -1).Add(entry.Status);
}
