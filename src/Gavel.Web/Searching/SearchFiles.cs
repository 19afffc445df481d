using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Searching;
using Gavel.Core.Trees;

namespace Gavel.Web.Searching;

/// <summary>The search index of a catalog, from what the cache knows of each proposal and of the index that was made last.</summary>
public sealed class SearchFiles
{
    private const int Few = 16; // changed proposals; with more of them all is put together anew

    private readonly Catalog _catalog;
    private readonly ICache _cache;
    private readonly CancellationToken _cancellation;
    private readonly IndexedProposal[] _rows;

    private SearchFiles(Catalog catalog, ICache cache, CancellationToken cancellationToken)
    {
        _catalog = catalog;
        _cache = cache;
        _cancellation = cancellationToken;
        var stamps = SearchContent.Of(catalog, cancellationToken).Stamps;
        _rows = [.. catalog.Entries.Select((e, i) => new IndexedProposal(new SearchRow(e.Id, "", e.Title, e.Status ?? e.StatusText, e.Kind, e.Number, stamps[i].Standing), e, stamps[i].Stamp))];
        Array.Sort(_rows, static (a, b) => StaticSearchIndex.Compare(a.Row, b.Row));
    }

    /// <param name="addressOf">The address of a proposal's page from the site's root, with a leading slash.</param>
    public static ImmutableArray<StaticFile> Of(Catalog catalog, Func<CatalogEntry, string> addressOf, ICache cache, CancellationToken cancellationToken) => Begin(catalog, cache, cancellationToken)(addressOf);

    /// <summary>Puts the words together beside what the caller does.</summary>
    /// <returns>Waits for them, and makes the files.</returns>
    public static Func<Func<CatalogEntry, string>, ImmutableArray<StaticFile>> Begin(Catalog catalog, ICache cache, CancellationToken cancellationToken)
    {
        var made = Task.Run(() =>
        {
            var files = new SearchFiles(catalog, cache, cancellationToken);
            return (files._rows, Text: files.Text());
        }, cancellationToken);
        return addressOf =>
        {
            var (rows, text) = made.GetAwaiter().GetResult();
            return StaticSearchIndex.Write(rows.Select(r => r.Row with { Address = addressOf(r.Entry) }), text);
        };
    }

    private IndexText Text()
    {
        var kept = KeptIndex.Read(_cache);
        var changed = kept is null ? null : ChangedSince(kept);
        if (kept is not null && changed is { Count: 0 }) return kept.Text;
        var text = (kept is null || changed is null ? null : Patched(kept, changed)) ?? IndexText.Of(Postings.Of(Terms([.. Enumerable.Range(0, _rows.Length)])));
        new KeptIndex([.. _rows.Select(r => (r.Row.Id, r.Stamp))], text).Write(_cache);
        return text;
    }

    /// <returns>The numbers of the proposals that have another content now; null where they are many, or there are others.</returns>
    private List<int>? ChangedSince(KeptIndex kept)
    {
        if (kept.Documents.Length != _rows.Length) return null;
        var changed = new List<int>();
        for (var i = 0; i < _rows.Length; i++)
        {
            if (!string.Equals(kept.Documents[i].Id, _rows[i].Row.Id, StringComparison.Ordinal)) return null;
            if (!string.Equals(kept.Documents[i].Stamp, _rows[i].Stamp, StringComparison.Ordinal)) changed.Add(i);
        }
        return changed.Count <= Few ? changed : null;
    }

    private IndexText? Patched(KeptIndex kept, List<int> changed)
    {
        var text = kept.Text;
        var now = Terms(changed);
        for (var i = 0; i < changed.Count && text is not null; i++)
            text = _cache.Get(KeyOf(kept.Documents[changed[i]].Stamp)) is { } before ? IndexPatch.Apply(text, changed[i], Encoding.UTF8.GetString(before), now[i]) : null;
        return text;
    }

    /// <summary>The <see cref="PackedTerms"/> of some proposals, by their numbers, in that order.</summary>
    private string[] Terms(IReadOnlyList<int> numbers)
    {
        var terms = new string?[numbers.Count];
        var missing = new List<int>();
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = _cache.Get(KeyOf(_rows[numbers[i]].Stamp)) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
            if (terms[i] is null) missing.Add(i);
        }
        Parallel.ForEach(missing, new ParallelOptions { CancellationToken = _cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new TermCounter(), (at, _, counter) =>
        {
            var entry = _rows[numbers[at]].Entry;
            terms[at] = PackedTerms.Write(SearchDocumentReader.Read(entry, _catalog.Open(entry), standing: 0), counter);
            return counter;
        }, _ => { });
        foreach (var at in missing) _cache.Put(KeyOf(_rows[numbers[at]].Stamp), Encoding.UTF8.GetBytes(terms[at]!));
        return terms!;
    }

    private static string KeyOf(string stamp) => $"search:{PackedTerms.Format}/{stamp}";

    /// <param name="Row">Without its address.</param>
    private sealed record IndexedProposal(SearchRow Row, CatalogEntry Entry, string Stamp);
}
