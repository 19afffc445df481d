using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>The relations of all proposals: those that headers declare; where no header declares any, what texts mention.</summary>
internal sealed class GraphModel
{
    public GraphModel(SiteModel site)
    {
        Site = site;
        var all = RelationGraph.Of(site.Catalog);
        var declared = all.Where(_ => true, kind => kind != ReferenceKind.Mentions);
        IsOfMentions = declared.Edges.IsEmpty;
        Clusters = RelationCluster.Of(IsOfMentions ? all : declared);
        Cycles = declared.Cycles;
        Problems = declared.Problems;
    }

    public SiteModel Site { get; }

    public bool IsOfMentions { get; }

    public ImmutableArray<RelationCluster> Clusters { get; }

    /// <summary>Ids of a ring each; the last leads back to the first.</summary>
    public ImmutableArray<ImmutableArray<string>> Cycles { get; }

    /// <summary>A sentence for each relation that a status contradicts.</summary>
    public ImmutableArray<string> Problems { get; }

    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(IsOfMentions ? "mentions" : "declared");
        foreach (var cluster in Clusters)
        {
            key.Add(cluster.Members.Length);
            foreach (var member in cluster.Members) key.Add(member.Id).Add(member.Title).Add((int?)member.Kind ?? -1).Add(member.Status);
            foreach (var edge in cluster.Edges) key.Add(edge.From.Id).Add(edge.To.Id).Add((int)edge.Kind);
        }
        return key.Add(Cycles.SelectMany(c => c)).Add(Problems).Finish();
    }
}
