using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Searching;
using Gavel.Core.Trees;

namespace Gavel.Web.Searching;

/// <summary>The search index of a catalog, from what the cache knows of each proposal.</summary>
public static class SearchFiles
{
    /// <param name="addressOf">The address of a proposal's page from the site's root, with a leading slash.</param>
    public static ImmutableArray<StaticFile> Of(Catalog catalog, Func<CatalogEntry, string> addressOf, ICache cache, CancellationToken cancellationToken)
    {
        var content = SearchContent.Of(catalog, cancellationToken);
        var terms = new string?[content.Stamps.Length];
        var missing = new List<int>();
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = cache.Get(KeyOf(content.Stamps[i])) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
            if (terms[i] is null) missing.Add(i);
        }
        Parallel.ForEach(missing, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new TermCounter(), (number, _, counter) =>
        {
            var entry = catalog.Entries[number];
            terms[number] = PackedTerms.Write(SearchDocumentReader.Read(entry, catalog.Open(entry), standing: 0), counter);
            return counter;
        }, _ => { });
        foreach (var number in missing) cache.Put(KeyOf(content.Stamps[number]), Encoding.UTF8.GetBytes(terms[number]!));
        return StaticSearchIndex.Write(catalog.Entries.Select((entry, i) => (
            new SearchRow(entry.Id, addressOf(entry), entry.Title, entry.Status ?? entry.StatusText, entry.Kind, entry.Number, content.Stamps[i].Standing), new Lazy<string>(terms[i]!))));
    }

    private static string KeyOf(SearchStamp stamp) => $"search:{PackedTerms.Format}/{stamp.Stamp}";
}
