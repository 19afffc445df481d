using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>Proposals that hang together by their relations.</summary>
internal sealed record RelationCluster(ImmutableArray<CatalogEntry> Members, ImmutableArray<RelationEdge> Edges)
{
    /// <summary>The member that most arrows touch.</summary>
    public CatalogEntry Middle
    {
        get
        {
            var arrows = new Dictionary<CatalogEntry, int>(ReferenceEqualityComparer.Instance);
            foreach (var edge in Edges)
            {
                arrows[edge.From] = arrows.GetValueOrDefault(edge.From) + 1;
                arrows[edge.To] = arrows.GetValueOrDefault(edge.To) + 1;
            }
            return Members.MaxBy(m => arrows[m])!;
        }
    }

    /// <summary>The largest first; what is related to nothing but itself is in none.</summary>
    public static ImmutableArray<RelationCluster> Of(RelationGraph graph)
    {
        var edges = graph.Edges.Where(e => !ReferenceEquals(e.From, e.To)).ToList();
        var above = new Dictionary<CatalogEntry, CatalogEntry>(ReferenceEqualityComparer.Instance);
        foreach (var edge in edges)
        {
            var (a, b) = (Top(edge.From), Top(edge.To));
            if (!ReferenceEquals(a, b)) above[a] = b;
        }
        var order = graph.Nodes.Select((e, i) => (e, i)).ToDictionary(p => p.e, p => p.i, (IEqualityComparer<CatalogEntry>)ReferenceEqualityComparer.Instance);
        return
        [
            .. edges.GroupBy(e => Top(e.From), (IEqualityComparer<CatalogEntry>)ReferenceEqualityComparer.Instance)
                .Select(g => new RelationCluster([.. g.SelectMany(e => (CatalogEntry[])[e.From, e.To]).Distinct((IEqualityComparer<CatalogEntry>)ReferenceEqualityComparer.Instance).OrderBy(e => order[e])], [.. g]))
                .OrderByDescending(c => c.Members.Length).ThenBy(c => order[c.Members[0]]),
        ];

        CatalogEntry Top(CatalogEntry entry)
        {
            var top = entry;
            while (above.TryGetValue(top, out var next)) top = next;
            while (above.TryGetValue(entry, out var next) && !ReferenceEquals(next, top))
            {
                above[entry] = top; // the way is short the next time
                entry = next;
            }
            return top;
        }
    }
}
