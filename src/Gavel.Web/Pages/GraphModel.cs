using System.Collections.Immutable;

namespace Gavel.Web.Pages;

/// <summary>The relations of all proposals.</summary>
internal sealed class GraphModel(SiteModel site)
{
    public SiteModel Site { get; } = site;

    public ImmutableArray<RelationCluster> Clusters { get; } = RelationCluster.Of(site.Catalog);

    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey);
        foreach (var cluster in Clusters)
        {
            key.Add(cluster.Members.Length);
            foreach (var member in cluster.Members) key.Add(member.Id).Add(member.Title).Add((int?)member.Kind ?? -1).Add(member.Status);
            foreach (var edge in cluster.Edges) key.Add(edge.From.Id).Add(edge.To.Id).Add(edge.Label);
        }
        return key.Finish();
    }
}
