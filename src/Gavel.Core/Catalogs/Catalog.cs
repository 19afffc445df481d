using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>All proposals of a repository at one moment.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, CatalogEntry> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogEntry> _byPath = new(StringComparer.Ordinal);

    public Catalog(ITree tree, ImmutableArray<Process> processes, ImmutableArray<CatalogEntry> entries, ImmutableArray<IndexTable> indexes, ImmutableArray<Diagnostic> faults)
    {
        Tree = tree;
        Processes = processes;
        Entries = entries;
        Indexes = indexes;
        Faults = faults;
        foreach (var entry in entries)
        {
            _byId.TryAdd(entry.Id, entry);
            _byPath.TryAdd(entry.Path, entry);
        }
    }

    public ITree Tree { get; }

    public ImmutableArray<Process> Processes { get; }

    /// <summary>By process, number, id.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    public ImmutableArray<IndexTable> Indexes { get; }

    /// <summary>What was found while building: <c>config</c>, <c>id-duplicate</c>.</summary>
    public ImmutableArray<Diagnostic> Faults { get; }

    /// <summary>Numbers that other branches hold: process, number, the branch and the path there.</summary>
    public ImmutableArray<(string Process, int Number, string Branch, string Path)> TakenElsewhere { get; init; } = [];

    public CatalogEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public CatalogEntry? FindByPath(string path) => _byPath.GetValueOrDefault(path);
}
