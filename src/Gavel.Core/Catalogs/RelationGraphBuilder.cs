using System.Collections.Immutable;

namespace Gavel.Core.Catalogs;

/// <summary>Makes one edge out of the words of both ends.</summary>
internal static class RelationGraphBuilder
{
    private sealed record Key(int From, int To, ReferenceKind Kind);

    public static RelationGraph Build(Catalog catalog)
    {
        var nodes = catalog.Entries;
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < nodes.Length; i++) places.TryAdd(nodes[i].Id, i);
        var found = Gather(nodes, places);
        var isIn = new HashSet<Key>();
        var cycles = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var kind in (ReferenceKind[])[ReferenceKind.Supersedes, ReferenceKind.Requires])
        {
            var edges = found.Keys.Where(k => k.Kind == kind).ToList();
            foreach (var ring in RelationCycles.Find(nodes.Length, edges.Select(e => (e.From, e.To)), (from, to) => isIn.Add(new Key(from, to, kind))))
                cycles.Add([.. ring.Select(i => nodes[i].Id)]);
        }
        var problems = new RelationProblems(nodes);
        var result = found.OrderBy(f => f.Key.From).ThenBy(f => f.Key.To).ThenBy(f => f.Key.Kind)
            .Select(f => new RelationEdge(nodes[f.Key.From], nodes[f.Key.To], f.Key.Kind, f.Value, isIn.Contains(f.Key)) { Problem = f.Key.Kind == ReferenceKind.Supersedes && f.Value == DeclaredBy.From ? null : problems.Of(nodes[f.Key.From], f.Key.Kind, nodes[f.Key.To]) }).ToImmutableArray();
        return new RelationGraph(nodes, result, cycles.ToImmutable(), [.. result.Select(e => e.Problem).OfType<string>()]);
    }

    private static Dictionary<Key, DeclaredBy> Gather(ImmutableArray<CatalogEntry> nodes, Dictionary<string, int> places)
    {
        var found = new Dictionary<Key, DeclaredBy>();
        for (var i = 0; i < nodes.Length; i++)
        {
            foreach (var reference in nodes[i].References)
            {
                if (!reference.IsKnown || !places.TryGetValue(reference.To, out var other) || other == i && reference.Kind is ReferenceKind.Mentions or ReferenceKind.Related) continue;
                var (key, by) = reference.Kind switch
                {
                    ReferenceKind.SupersededBy => (new Key(other, i, ReferenceKind.Supersedes), DeclaredBy.To),
                    // Being related has no direction: it leads from the first of the two.
                    ReferenceKind.Related when other < i => (new Key(other, i, ReferenceKind.Related), DeclaredBy.To),
                    _ => (new Key(i, other, reference.Kind), DeclaredBy.From),
                };
                found[key] = found.TryGetValue(key, out var before) && before != by ? DeclaredBy.Both : by;
            }
        }
        var related = found.Keys.Where(k => k.Kind != ReferenceKind.Mentions).Select(k => (k.From, k.To)).ToHashSet();
        foreach (var mention in found.Keys.Where(k => k.Kind == ReferenceKind.Mentions && (related.Contains((k.From, k.To)) || related.Contains((k.To, k.From)))).ToList()) found.Remove(mention);
        return found;
    }
}
