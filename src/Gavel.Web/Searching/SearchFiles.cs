using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Proposals;
using Gavel.Core.Searching;
using Gavel.Core.Trees;

namespace Gavel.Web.Searching;

/// <summary>The search index of a catalog, from what the cache knows of each proposal and of the index that was made last. Safe for use by several threads.</summary>
public sealed class SearchFiles
{
    private const int Few = 16; // changed proposals; with more of them all is put together anew

    private readonly Catalog _catalog;
    private readonly ICache _cache;
    private readonly CancellationToken _cancellation;
    private readonly Task<Start> _start;
    private readonly ConcurrentDictionary<string, string> _offered = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TermCounter> _counters = [];

    private SearchFiles(Catalog catalog, ICache cache, CancellationToken cancellationToken)
    {
        _catalog = catalog;
        _cache = cache;
        _cancellation = cancellationToken;
        _start = Task.Run(Begin, cancellationToken);
    }

    /// <summary>Begins beside what the caller does: where few proposals changed the words are put together at once, else when the files are made.</summary>
    public static SearchFiles Of(Catalog catalog, ICache cache, CancellationToken cancellationToken) => new(catalog, cache, cancellationToken);

    /// <summary>Many texts are to be read: who opens them anyway should offer them first.</summary>
    public bool IsWaiting => _start.GetAwaiter().GetResult().Text is null;

    /// <summary>Counts the words of a proposal that was opened for something else; nothing where they are known.</summary>
    public void Offer(CatalogEntry entry, Proposal proposal)
    {
        if (_start.GetAwaiter().GetResult() is not { Text: null } start || !start.Missing.Contains(entry.Path) || _offered.ContainsKey(entry.Path)) return;
        if (!_counters.TryTake(out var counter)) counter = new TermCounter();
        _offered[entry.Path] = PackedTerms.Write(SearchDocumentReader.Read(entry, proposal, standing: 0), counter);
        _counters.Add(counter);
    }

    /// <param name="addressOf">The address of a proposal's page from the site's root, with a leading slash.</param>
    public ImmutableArray<StaticFile> Make(Func<CatalogEntry, string> addressOf)
    {
        var (rows, known, missing, made) = _start.GetAwaiter().GetResult();
        var text = made ?? Keep(rows, IndexText.Of(Postings.Of(Terms(rows, known, missing))));
        return StaticSearchIndex.Write(rows.Select(r => r.Row with { Address = addressOf(r.Entry) }), text);
    }

    private Start Begin()
    {
        var stamps = SearchContent.Of(_catalog, _cancellation).Stamps;
        IndexedProposal[] rows = [.. _catalog.Entries.Select((e, i) => new IndexedProposal(new SearchRow(e.Id, "", e.Title, e.Status ?? e.StatusText, e.Kind, e.Number, stamps[i].Standing), e, stamps[i].Stamp))];
        Array.Sort(rows, static (a, b) => StaticSearchIndex.Compare(a.Row, b.Row));
        var kept = KeptIndex.Read(_cache);
        if (kept is not null && ChangedSince(kept, rows) is { } changed && Patched(kept, rows, changed) is { } text) return new Start(rows, [], [], changed.Count == 0 ? text : Keep(rows, text));
        var known = new string?[rows.Length];
        var missing = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++)
        {
            known[i] = Find(rows[i].Stamp);
            if (known[i] is null) missing.Add(rows[i].Entry.Path);
        }
        return new Start(rows, known, missing, missing.Count > Few ? null : Keep(rows, IndexText.Of(Postings.Of(Terms(rows, known, missing)))));
    }

    /// <returns>The numbers of the proposals that have another content now; null where they are many, or there are others.</returns>
    private static List<int>? ChangedSince(KeptIndex kept, IndexedProposal[] rows)
    {
        if (kept.Documents.Length != rows.Length) return null;
        var changed = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (!string.Equals(kept.Documents[i].Id, rows[i].Row.Id, StringComparison.Ordinal)) return null;
            if (!string.Equals(kept.Documents[i].Stamp, rows[i].Stamp, StringComparison.Ordinal)) changed.Add(i);
        }
        return changed.Count <= Few ? changed : null;
    }

    private IndexText? Patched(KeptIndex kept, IndexedProposal[] rows, List<int> changed)
    {
        var text = kept.Text;
        for (var i = 0; i < changed.Count && text is not null; i++)
        {
            var row = rows[changed[i]];
            text = Find(kept.Documents[changed[i]].Stamp) is { } before ? IndexPatch.Apply(text, changed[i], before, Find(row.Stamp) ?? Read(row)) : null;
        }
        return text;
    }

    private IndexText Keep(IndexedProposal[] rows, IndexText text)
    {
        new KeptIndex([.. rows.Select(r => (r.Row.Id, r.Stamp))], text).Write(_cache);
        return text;
    }

    /// <summary>The <see cref="PackedTerms"/> of all proposals, in the order of the index.</summary>
    private string[] Terms(IndexedProposal[] rows, string?[] known, HashSet<string> missing)
    {
        var terms = (string?[])known.Clone();
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = _cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            if (missing.Contains(rows[i].Entry.Path)) terms[i] = _offered.TryGetValue(rows[i].Entry.Path, out var offered) ? Remember(rows[i], offered) : Read(rows[i]);
        });
        return terms!;
    }

    private string Read(IndexedProposal row)
    {
        if (!_counters.TryTake(out var counter)) counter = new TermCounter();
        var terms = PackedTerms.Write(SearchDocumentReader.Read(row.Entry, _catalog.Open(row.Entry), standing: 0), counter);
        _counters.Add(counter);
        return Remember(row, terms);
    }

    private string Remember(IndexedProposal row, string terms)
    {
        _cache.Put(KeyOf(row.Stamp), Encoding.UTF8.GetBytes(terms));
        return terms;
    }

    private string? Find(string stamp) => _cache.Get(KeyOf(stamp)) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static string KeyOf(string stamp) => $"search:{PackedTerms.Format}/{stamp}";

    /// <param name="Row">Without its address.</param>
    private sealed record IndexedProposal(SearchRow Row, CatalogEntry Entry, string Stamp);

    /// <param name="Rows">In the order of the index.</param>
    /// <param name="Known">Of each its <see cref="PackedTerms"/>; null where they are missing.</param>
    /// <param name="Missing">Paths.</param>
    /// <param name="Text">Null where many are missing.</param>
    private sealed record Start(IndexedProposal[] Rows, string?[] Known, HashSet<string> Missing, IndexText? Text);
}
