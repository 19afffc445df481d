using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Reads what happened to proposals out of the versions of their own files. Texts come in one stream; one proposal is in memory for each processor.</summary>
internal sealed class TimelineSources(EntryReader reader, IHistory history)
{
    /// <returns>For each entry its events, in the order of the commits.</returns>
    public ConcurrentDictionary<string, List<RawEvent>> Read(IReadOnlyList<(CatalogEntry Entry, List<Snapshot> Snapshots)> proposals, CancellationToken cancellationToken)
    {
        var told = new ConcurrentDictionary<string, List<RawEvent>>(StringComparer.Ordinal);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(Partitioner.Create(Loaded(proposals), EnumerablePartitionerOptions.NoBuffering), options, proposal => told[proposal.Entry.Path] = Tell(proposal.Entry, proposal.Snapshots, proposal.Texts));
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is IOException) is { } broken)
        {
            throw new TreeException(broken.Message, broken);
        }
        return told;
    }

    private IEnumerable<(CatalogEntry Entry, List<Snapshot> Snapshots, Dictionary<(string, string), SourceText?> Texts)> Loaded(IReadOnlyList<(CatalogEntry Entry, List<Snapshot> Snapshots)> proposals)
    {
        var wanted = proposals.Select(p => Wanted(p.Entry, p.Snapshots)).ToList();
        using var texts = history.ReadMany([.. wanted.SelectMany(w => w)]).GetEnumerator();
        for (var i = 0; i < proposals.Count; i++)
        {
            var loaded = new Dictionary<(string, string), SourceText?>();
            foreach (var (id, path) in wanted[i]) loaded[(id.Sha, path)] = texts.MoveNext() ? texts.Current : null;
            yield return (proposals[i].Entry, proposals[i].Snapshots, loaded);
        }
        while (texts.MoveNext())
        {
            // To its end, so that git ends by itself.
        }
    }

    private static List<(ContentId Id, string Path)> Wanted(CatalogEntry entry, List<Snapshot> snapshots)
    {
        var wanted = new List<(ContentId, string)>();
        var seen = new HashSet<(string, string)>();
        foreach (var snapshot in snapshots)
        {
            foreach (var text in (PastText?[])[snapshot.Before, snapshot.BeforeMerged, snapshot.Now])
            {
                if (text is not { } past) continue;
                if (seen.Add((past.Id.Sha, past.Path))) wanted.Add((past.Id, past.Path));
                if (past.Header is { } header && seen.Add((header.Sha, HeaderPathOf(entry, past.Path)))) wanted.Add((header, HeaderPathOf(entry, past.Path)));
            }
        }
        return wanted;
    }

    private List<RawEvent> Tell(CatalogEntry entry, List<Snapshot> snapshots, Dictionary<(string, string), SourceText?> texts)
    {
        var versions = new VersionReader(entry.Process, document => reader.HoldThen(entry, document));
        var facts = new Dictionary<PastText, VersionFacts?>();
        return [.. ProposalPast.Tell(snapshots, FactsOf).Select(t => RawEvent.Of(t.Change, t.At.By, t.At.Now.Path))];

        VersionFacts? FactsOf(PastText past)
        {
            if (facts.TryGetValue(past, out var known)) return known;
            var header = past.Header is { } id ? texts.GetValueOrDefault((id.Sha, HeaderPathOf(entry, past.Path))) : null;
            var document = texts.GetValueOrDefault((past.Id.Sha, past.Path)) is { } text ? reader.ParseThen(text, header) : null;
            return facts[past] = document is null ? null : versions.Read(document);
        }
    }

    private static string HeaderPathOf(CatalogEntry entry, string path) => TreePath.Join(TreePath.FolderOf(path), entry.Process.HeaderFile ?? "");
}
