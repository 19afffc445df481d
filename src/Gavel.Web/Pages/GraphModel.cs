using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>The relations of all proposals: those that headers declare; where no header declares any, what texts mention. Worked out when they are shown.</summary>
internal sealed class GraphModel(SiteModel site)
{
    private readonly Lazy<(RelationGraph Graph, bool IsOfMentions)> _shown = new(() => Shown(site.Catalog));
    private ImmutableArray<RelationCluster> _clusters;

    public SiteModel Site { get; } = site;

    public bool IsOfMentions => _shown.Value.IsOfMentions;

    public ImmutableArray<RelationCluster> Clusters => _clusters.IsDefault ? _clusters = RelationCluster.Of(_shown.Value.Graph) : _clusters;

    /// <summary>Ids of a ring each; the last leads back to the first.</summary>
    public ImmutableArray<ImmutableArray<string>> Cycles => IsOfMentions ? [] : _shown.Value.Graph.Cycles;

    /// <summary>A sentence for each relation that a status contradicts.</summary>
    public ImmutableArray<string> Problems => IsOfMentions ? [] : _shown.Value.Graph.Problems;

    /// <summary>Looks for no cluster and no ring: they follow from what each proposal says of others.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey);
        var isDeclared = Site.Catalog.Entries.Any(e => e.References.Any(r => r.Kind != ReferenceKind.Mentions && IsToAnother(e, r)));
        foreach (var entry in Site.Catalog.Entries)
        {
            foreach (var reference in entry.References)
            {
                if (!IsToAnother(entry, reference) || (isDeclared && reference.Kind == ReferenceKind.Mentions) || Site.Catalog.Find(reference.To) is not { } other) continue;
                AddEnd(key, entry);
                AddEnd(key.Add((int)reference.Kind), other);
            }
        }
        // What was carried out and then superseded is a problem only where some status says that.
        return key.Add(Site.Catalog.Entries.Where(e => e.Kind == StatusKind.Superseded).Select(e => e.Process.Name).Distinct(StringComparer.Ordinal)).Finish();
    }

    private static (RelationGraph Graph, bool IsOfMentions) Shown(Catalog catalog)
    {
        var all = RelationGraph.Of(catalog);
        var declared = all.Where(_ => true, kind => kind != ReferenceKind.Mentions);
        return declared.Edges.IsEmpty ? (all, true) : (declared, false);
    }

    private static bool IsToAnother(CatalogEntry entry, Reference reference) => reference.IsKnown && !string.Equals(reference.To, entry.Id, StringComparison.Ordinal);

    private static void AddEnd(PageKey key, CatalogEntry entry) => key.Add(entry.Id).Add(entry.Title).Add((int?)entry.Kind ?? -1).Add(entry.Status).Add(entry.StatusText);
}
