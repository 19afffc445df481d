using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>An arrow from one proposal to another: what comes later to what it stands on.</summary>
internal sealed record RelationEdge(CatalogEntry From, CatalogEntry To, string Label);

/// <summary>Proposals that hang together by what they declare; mentions are none.</summary>
internal sealed record RelationCluster(ImmutableArray<CatalogEntry> Members, ImmutableArray<RelationEdge> Edges)
{
    /// <summary>The largest first.</summary>
    public static ImmutableArray<RelationCluster> Of(Catalog catalog)
    {
        var edges = EdgesOf(catalog);
        var above = new Dictionary<CatalogEntry, CatalogEntry>(ReferenceEqualityComparer.Instance);
        foreach (var edge in edges)
        {
            var (a, b) = (Top(edge.From), Top(edge.To));
            if (!ReferenceEquals(a, b)) above[a] = b;
        }
        var order = catalog.Entries.Select((e, i) => (e, i)).ToDictionary(p => p.e, p => p.i, (IEqualityComparer<CatalogEntry>)ReferenceEqualityComparer.Instance);
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

    private static List<RelationEdge> EdgesOf(Catalog catalog)
    {
        var edges = new List<RelationEdge>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var entry in catalog.Entries)
        {
            foreach (var reference in entry.References)
            {
                if (!reference.IsKnown || reference.Kind == ReferenceKind.Mentions || catalog.Find(reference.To) is not { } other || ReferenceEquals(other, entry)) continue;
                var (from, to, label) = reference.Kind switch
                {
                    ReferenceKind.Supersedes => (entry, other, "supersedes"),
                    ReferenceKind.SupersededBy => (other, entry, "supersedes"),
                    ReferenceKind.Requires => (entry, other, "requires"),
                    _ => string.CompareOrdinal(entry.Id, other.Id) < 0 ? (entry, other, "related to") : (other, entry, "related to"),
                };
                if (seen.Add((from.Id, to.Id, label))) edges.Add(new RelationEdge(from, to, label));
            }
        }
        return edges;
    }
}
