using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>All proposals of a repository at one moment. Safe for use by several threads.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, CatalogEntry> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogEntry> _byPath = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<string>?>> _anchors = new(StringComparer.Ordinal);

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

    /// <summary>The first error in gavel.yml: who decides about what is then not sure, and no gate opens. Null where there is none.</summary>
    public Diagnostic? Unsound => Faults.FirstOrDefault(f => f is { Rule: "config", Severity: Severity.Error });

    /// <summary>Numbers that other branches give to other proposals.</summary>
    public ImmutableArray<TakenNumber> TakenElsewhere { get; init; } = [];

    /// <summary>Files that say where a proposal went, by path. What refers to them is no reference of the catalog.</summary>
    public ImmutableArray<PointerFile> Pointers { get; init; } = [];

    /// <summary>What was decided on the proposals.</summary>
    public DecisionSet Decisions { get; init; } = DecisionSet.Empty;

    /// <summary>Suppressions that stand in indexes and other pages; those of proposals are in their entries.</summary>
    public ImmutableArray<AllowMark> Allowed { get; init; } = [];

    /// <summary>Parses a proposal anew; null for a catalog that was put together by hand.</summary>
    internal Func<CatalogEntry, Proposal>? Opener { get; init; }

    /// <summary>The anchors of a file that is no proposal; null for a catalog that was put together by hand.</summary>
    internal Func<TreeFile, ImmutableArray<string>?>? AnchorReader { get; init; }

    /// <summary>What is wrong with the templates of now.</summary>
    public ImmutableArray<Diagnostic> Defects { get; init; } = [];

    /// <summary>What was worked out of each proposal while it was read, by path; empty where nothing was.</summary>
    internal IReadOnlyDictionary<string, StoredEntry> Stored { get; init; } = new Dictionary<string, StoredEntry>(StringComparer.Ordinal);

    /// <summary>Where results are remembered; null for a catalog that was put together by hand.</summary>
    internal EntryStore? Store { get; init; }

    /// <summary>Everything that rules over the catalog can see of the tree and the processes; what git knows besides is no part.</summary>
    internal string Digest { get; init; } = "";

    /// <summary>Reads past versions; null for a catalog that was put together by hand.</summary>
    internal EntryReader? Past { get; init; }

    /// <summary>Which words name which proposal; null for a catalog that was put together by hand.</summary>
    internal ReferenceTargets? Targets { get; init; }

    /// <summary>Proposals whose texts were compared with what other branches have under their number, by path.</summary>
    internal ImmutableHashSet<string> Contested { get; init; } = [];

    internal EntryNotes Notes { get; init; } = new();

    /// <summary>The same catalog with other data in its entries; ids and paths are the same.</summary>
    internal Catalog With(ImmutableArray<CatalogEntry> entries) => With(Tree, entries);

    /// <summary>The same over another reading of the tree, which has files of the same names.</summary>
    internal Catalog With(ITree tree, ImmutableArray<CatalogEntry> entries) => new(tree, Processes, entries, Indexes, Faults)
    {
        TakenElsewhere = TakenElsewhere,
        Pointers = Pointers,
        Decisions = Decisions,
        Allowed = Allowed,
        Opener = Opener,
        AnchorReader = AnchorReader,
        Defects = Defects,
        Stored = Stored,
        Store = Store,
        Digest = Digest,
        Past = Past,
        Targets = Targets,
        Contested = Contested,
        Notes = Notes,
    };

    /// <summary>Without case.</summary>
    public CatalogEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>By the main document's path.</summary>
    public CatalogEntry? FindByPath(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The parsed proposal.</summary>
    /// <exception cref="KeyNotFoundException">There is no such id.</exception>
    public Proposal Open(string id) => Open(Find(id) ?? throw new KeyNotFoundException($"{id}: there is no such proposal"));

    public Proposal Open(CatalogEntry entry) => (Opener ?? throw new InvalidOperationException("This catalog was built without documents."))(entry);

    /// <summary>Nobody will open a proposal again: what was kept for that may go.</summary>
    public void LetGo(CatalogEntry entry) => Past?.LetGo(entry);

    /// <summary>The anchors of a file of the tree.</summary>
    /// <returns>Null when the file is not there or is in no syntax that is read here.</returns>
    public ImmutableArray<string>? AnchorsOf(string path)
    {
        if (FindByPath(path) is { } entry) return entry.Anchors;
        if (AnchorReader is null || Tree.Find(path) is not { } file) return null;
        return _anchors.GetOrAdd(path, _ => new Lazy<ImmutableArray<string>?>(() => AnchorReader(file))).Value;
    }
}
