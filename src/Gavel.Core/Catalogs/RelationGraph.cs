using System.Collections.Immutable;

namespace Gavel.Core.Catalogs;

/// <summary>Who says that two proposals are related: the one at the edge's beginning, the one at its end, or both.</summary>
public enum DeclaredBy
{
    From,
    To,
    Both,
}

/// <param name="Kind">Never <see cref="ReferenceKind.SupersededBy"/>: a succession leads from the newer one to the older.</param>
/// <param name="IsInCycle">It is part of a ring of requiring or superseding.</param>
public sealed record RelationEdge(CatalogEntry From, CatalogEntry To, ReferenceKind Kind, DeclaredBy DeclaredBy, bool IsInCycle)
{
    /// <summary>What contradicts the status of one of its ends; null when all is well.</summary>
    public string? Problem { get; init; }
}

/// <summary>The proposals and what they are to each other. A mention is left out where the same two are related in another way.</summary>
/// <param name="Edges">By the order of the nodes and kind.</param>
/// <param name="Cycles">Ids of a ring each, beginning with the first of the catalog; the last leads back to the first.</param>
/// <param name="Problems">A sentence each.</param>
public sealed record RelationGraph(ImmutableArray<CatalogEntry> Nodes, ImmutableArray<RelationEdge> Edges, ImmutableArray<ImmutableArray<string>> Cycles, ImmutableArray<string> Problems)
{
    public static RelationGraph Of(Catalog catalog) => RelationGraphBuilder.Build(catalog);

    /// <summary>The edges that end at a proposal.</summary>
    public IEnumerable<RelationEdge> Incoming(string id) => Edges.Where(e => string.Equals(e.To.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The edges that begin at a proposal.</summary>
    public IEnumerable<RelationEdge> Outgoing(string id) => Edges.Where(e => string.Equals(e.From.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A part of it: some of the nodes, and of the edges between them those of some kinds.</summary>
    public RelationGraph Where(Func<CatalogEntry, bool> isIn, Func<ReferenceKind, bool> isShown)
    {
        var nodes = Nodes.Where(isIn).ToImmutableArray();
        var ids = nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var edges = Edges.Where(e => isShown(e.Kind) && ids.Contains(e.From.Id) && ids.Contains(e.To.Id)).ToImmutableArray();
        var cycles = Cycles.Where(c => c.All(ids.Contains) && Enumerable.Range(0, c.Length).All(i => edges.Any(e => e.IsInCycle && e.From.Id == c[i] && e.To.Id == c[(i + 1) % c.Length])));
        return new RelationGraph(nodes, edges, [.. cycles], [.. edges.Select(e => e.Problem).OfType<string>()]);
    }
}
