using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What is worked out of each proposal while its text is at hand, and remembered beside its entry.</summary>
/// <param name="Version">Changes when the same proposal would give something else.</param>
/// <param name="Run">Depends on the proposal alone. Called by several threads.</param>
public sealed record ProposalWork(string Version, Func<Proposal, ImmutableArray<Diagnostic>> Run)
{
    public static ProposalWork None { get; } = new("", static _ => []);
}

/// <summary>Builds catalogs. One for the life of a process; safe for use by several threads.</summary>
public sealed class Workspace
{
    private readonly ImmutableArray<ISyntax> _syntaxes;
    private readonly ICache _cache;
    private readonly ProposalWork _work;

    public Workspace(ImmutableArray<ISyntax> syntaxes, ICache cache, ProposalWork? work = null)
    {
        _syntaxes = syntaxes;
        _cache = cache;
        _work = work ?? ProposalWork.None;
    }

    /// <summary>What the other branches have in the folders of some processes; null where nobody asks them.</summary>
    public Func<ImmutableArray<Process>, IEnumerable<BranchPath>>? Branches { get; init; }

    /// <summary>Nobody will ask for the work: what the cache does not know is read without it. Whoever asks all the same gets it worked out then.</summary>
    public bool IsWithoutWork { get; init; }

    /// <summary>How many characters of texts that are read anew stay parsed, for whoever opens most of them again.</summary>
    public long MostParsed { get; init; }

    /// <summary>What catalogs that were built before had; null where none were.</summary>
    public EntryMemory? Memory { get; init; }

    /// <summary>The catalog of some processes in a tree. What the cache knows by content is not read again.</summary>
    /// <exception cref="TreeException">A file cannot be read any more.</exception>
    public Catalog Build(ITree tree, IHistory history, ImmutableArray<Process> processes, ImmutableArray<Diagnostic> faults, CancellationToken cancellationToken)
    {
        Memory?.Begin();
        var store = new EntryStore(_cache, Memory);
        var digests = new Dictionary<Process, string>(ReferenceEqualityComparer.Instance);
        foreach (var process in processes) digests[process] = ProcessDigest.Of(process, processes, tree, _work.Version);
        var pages = new PageReader(tree, digests, processes, _syntaxes, store);
        var indexes = pages.IndexesOf();
        var reader = new EntryReader(tree, history, processes, _syntaxes, store, digests, _work) { IsBare = IsWithoutWork, MostParsed = MostParsed };
        var read = ReadAll(reader, new ProposalFinder(tree, processes, _syntaxes).Candidates(), new IndexStatuses(indexes, processes), cancellationToken);
        var work = new Dictionary<string, StoredEntry>(read.Length, StringComparer.Ordinal);
        var entries = new List<CatalogEntry>(read.Length);
        var pointers = ImmutableArray.CreateBuilder<PointerFile>();
        foreach (var stored in read)
        {
            if (stored.Pointer is { } pointer) pointers.Add(pointer);
            if (stored.Entry is not { } entry) continue;
            entries.Add(entry);
            if (!stored.IsBare) work[entry.Path] = stored;
        }
        var (resolved, doubles, targets) = EntryResolver.Resolve(entries, processes, pointers.ToImmutable(), work);
        if (processes.Any(p => p.Statuses.Statuses.Any(s => s.StaleAfter is not null))) resolved = [.. resolved.Select(e => CatalogDates.WithUpdated(e, history))];
        var tables = indexes.Select(i => EntryResolver.Resolve(i.Table, resolved, tree)).ToImmutableArray();
        var decisions = DecisionReader.Read(tree);
        var (taken, contested) = Branches is null ? ([], []) : BranchNumbers.Find(tree, history, processes, resolved, Branches(processes));
        return new Catalog(tree, processes, resolved, tables, [.. faults, .. doubles, .. indexes.SelectMany(i => i.Faults), .. decisions.Faults])
        {
            Decisions = decisions,
            TakenElsewhere = taken,
            Contested = contested,
            Targets = targets,
            Allowed = [.. indexes.SelectMany(i => i.Allowed)],
            Pointers = pointers.ToImmutable(),
            Opener = reader.Open,
            AnchorReader = pages.AnchorsOf,
            Past = reader,
            Defects = reader.DefectsOf(processes),
            Stored = work,
            Store = store,
            Digest = TreeDigest.Of(tree, _syntaxes, processes, digests, read),
        };
    }

    // What the cache knows one after the other: starting threads costs more than that. The first that it does not know is read beside it, since an edit has no other.
    private static StoredEntry[] ReadAll(EntryReader reader, List<Candidate> candidates, IndexStatuses statuses, CancellationToken cancellationToken)
    {
        var read = new StoredEntry?[candidates.Count];
        var others = new List<int>();
        Task<StoredEntry>? first = null;
        var firstAt = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var candidate = candidates[i];
            if (statuses.Of(candidate.Process, candidate.File.Path) is { } status) candidate = candidate with { Facts = candidate.Facts with { IndexStatus = status } };
            read[i] = reader.Find(ref candidate);
            candidates[i] = candidate;
            if (read[i] is not null) continue;
            if (first is null) (first, firstAt) = (Task.Run(() => reader.Read(candidate), cancellationToken), i);
            else others.Add(i);
        }
        if (others.Count == 1) read[others[0]] = reader.Read(candidates[others[0]]);
        else if (others.Count > 1) ReadParallel(reader, candidates, others, read, cancellationToken);
        if (first is not null) read[firstAt] = first.GetAwaiter().GetResult();
        return read!;
    }

    private static void ReadParallel(EntryReader reader, List<Candidate> candidates, List<int> missing, StoredEntry?[] read, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(missing, options, i => read[i] = reader.Read(candidates[i]));
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is TreeException) is { } broken)
        {
            throw new TreeException(broken.Message, broken);
        }
    }
}
