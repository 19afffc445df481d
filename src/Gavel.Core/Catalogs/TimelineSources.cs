using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Reads what happened to proposals out of the versions of their own files. Texts come in one stream; one proposal is in memory for each processor.</summary>
internal sealed class TimelineSources(EntryReader reader, IHistory history)
{
    private const int FewTexts = 24; // the cache may have them, and no process is started then

    /// <summary>How many texts were asked for that the repository lacks.</summary>
    public int Missing { get; private set; }

    /// <summary>The file beside a directory proposal that holds its header; null where the document does.</summary>
    public string? HeaderPathOf(CatalogEntry entry) =>
        entry.Process.HeaderFile is { } name && entry.Directory is { } directory && TreePath.Join(directory, name) is var path && !string.Equals(path, entry.Path, StringComparison.Ordinal) ? path : null;

    public List<Snapshot> SnapshotsOf(CatalogEntry entry) => Snapshot.Of(history.Of(entry.Path), HeaderPathOf(entry) is { } path ? history.Of(path) : []);

    /// <param name="last">The status and the title that were told before the first of the snapshots.</param>
    /// <returns>By path the events, in the order of the commits.</returns>
    public ConcurrentDictionary<string, List<RawEvent>> Read(IReadOnlyList<EntryPast> proposals, Func<CatalogEntry, List<Snapshot>, (string? Status, string? Title)> last, CancellationToken cancellationToken)
    {
        var told = new ConcurrentDictionary<string, List<RawEvent>>(StringComparer.Ordinal);
        if (proposals.Count == 1)
        {
            foreach (var proposal in Loaded(proposals)) told[proposal.Entry.Path] = Tell(proposal, last);
            return told;
        }
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(Partitioner.Create(Loaded(proposals), EnumerablePartitionerOptions.NoBuffering), options, proposal => told[proposal.Entry.Path] = Tell(proposal, last));
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is IOException) is { } broken)
        {
            throw new TreeException(broken.Message, broken);
        }
        return told;
    }

    private IEnumerable<LoadedProposal> Loaded(IReadOnlyList<EntryPast> proposals)
    {
        var wanted = proposals.Select(p => Wanted(p.Entry, p.Snapshots)).ToList();
        var all = wanted.SelectMany(w => w).ToList();
        var isHere = all.ConvertAll(w => reader.HasNow(w.Path, w.Id));
        var others = all.Where((_, i) => !isHere[i]).ToList();
        using var texts = (others.Count <= FewTexts ? others.Select(w => history.Read(w.Id, w.Path)) : history.ReadMany(others)).GetEnumerator();
        var at = 0;
        for (var i = 0; i < proposals.Count; i++)
        {
            var loaded = new Dictionary<(string, string), SourceText?>();
            foreach (var (id, path) in wanted[i])
            {
                var text = isHere[at++] ? reader.TextNow(path, id) : texts.MoveNext() ? texts.Current : null;
                if (text is null) Missing++;
                loaded[(id.Sha, path)] = text;
            }
            yield return new LoadedProposal(proposals[i].Entry, proposals[i].Snapshots, loaded);
        }
        while (texts.MoveNext())
        {
            // To its end, so that git ends by itself.
        }
    }

    private static List<TextVersion> Wanted(CatalogEntry entry, List<Snapshot> snapshots)
    {
        var wanted = new List<TextVersion>();
        var seen = new HashSet<(string, string)>();
        foreach (var snapshot in snapshots)
        {
            foreach (var text in (PastText?[])[snapshot.Before, snapshot.BeforeMerged, snapshot.Now])
            {
                if (text is not { } past) continue;
                if (seen.Add((past.Id.Sha, past.Path))) wanted.Add(new TextVersion(past.Id, past.Path));
                if (past.Header is { } header && seen.Add((header.Sha, HeaderPathThen(entry, past.Path)))) wanted.Add(new TextVersion(header, HeaderPathThen(entry, past.Path)));
            }
        }
        return wanted;
    }

    private List<RawEvent> Tell(LoadedProposal proposal, Func<CatalogEntry, List<Snapshot>, (string? Status, string? Title)> last)
    {
        var (entry, snapshots, texts) = proposal;
        var versions = new VersionReader(entry.Process, document => reader.HoldThen(entry, document));
        var isCompared = snapshots is not [{ Before: null }];
        var facts = new Dictionary<string, VersionFacts?>(StringComparer.Ordinal);
        (PastText Of, SourceText Text, VersionFacts Facts)? before = null;
        var told = ProposalPast.Tell(snapshots, FactsOf, last(entry, snapshots)).ConvertAll(t => RawEvent.Of(t.Change, t.At.By, t.At.Now.Path));
        // The next commit will be compared with it.
        if (snapshots is [.., var end] && texts.GetValueOrDefault((end.Now.Id.Sha, end.Now.Path)) is { } kept) history.Remember(kept);
        return told;

        VersionFacts? FactsOf(PastText past)
        {
            // A path says something only where its folder is the status.
            if (entry.Process.StatusPlace != StatusPlace.Folder && before is { } same && same.Of.Id == past.Id && same.Of.Header == past.Header) return same.Facts;
            if (facts.TryGetValue(past.Key, out var known)) return known;
            VersionFacts? read = null;
            if (texts.GetValueOrDefault((past.Id.Sha, past.Path)) is { } text)
            {
                if (before is { } near && near.Of.Header == past.Header && (entry.Process.StatusPlace != StatusPlace.Folder || string.Equals(near.Of.Path, past.Path, StringComparison.Ordinal))) read = VersionPatch.Apply(near.Facts, near.Text.Chars, text.Chars);
                if (read is null)
                {
                    var header = past.Header is { } id ? texts.GetValueOrDefault((id.Sha, HeaderPathThen(entry, past.Path))) : null;
                    if (reader.ParseThen(entry, text, header) is { } document) read = isCompared ? versions.Read(document) : versions.ReadHead(document);
                }
                if (read is not null) before = (past, text, read);
            }
            return facts[past.Key] = read;
        }
    }

    private static string HeaderPathThen(CatalogEntry entry, string path) => TreePath.Join(TreePath.FolderOf(path), entry.Process.HeaderFile ?? "");

    private sealed record LoadedProposal(CatalogEntry Entry, List<Snapshot> Snapshots, Dictionary<(string, string), SourceText?> Texts);
}
