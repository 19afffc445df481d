using System.Collections.Immutable;
using Gavel.Core.Searching;

namespace Gavel.Web.Searching;

/// <summary>
/// The search index of a published site: <c>index.json</c> with titles and all that ranking knows, and the words in ordinal order cut into shards, so that
/// a query loads a few of them. <c>words/N.txt</c> has a word a line with its proposals and what it weighs there, <c>places/N.txt</c> the same words with
/// where they stand (for phrases alone), <c>facts.txt</c> what can be filtered by. The same documents give the same bytes.
/// </summary>
public static class StaticSearchIndex
{
    /// <param name="addressOf">The address of a proposal's page from the site's root, with a leading slash.</param>
    public static ImmutableArray<StaticFile> Write(IEnumerable<SearchDocument> documents, Func<SearchDocument, string> addressOf)
    {
        var counter = new TermCounter();
        var rows = documents.Select(d => (Row: new SearchRow(d.Id, addressOf(d), d.Title, d.Status, d.Kind, d.Number, d.Standing), Terms: PackedTerms.Write(d, counter))).ToList();
        rows.Sort((a, b) => Compare(a.Row, b.Row));
        return Write(rows.Select(r => r.Row), IndexText.Of(Postings.Of(rows.ConvertAll(r => r.Terms))));
    }

    /// <summary>In the order of ties, so that a proposal's place tells it.</summary>
    internal static int Compare(SearchRow a, SearchRow b)
    {
        var order = (a.Number ?? int.MaxValue).CompareTo(b.Number ?? int.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    /// <param name="rows">In the order of <see cref="Compare"/>; the text has them by their numbers in it.</param>
    internal static ImmutableArray<StaticFile> Write(IEnumerable<SearchRow> rows, IndexText text)
    {
        var firsts = new List<string>();
        var files = IndexShards.Cut(text, firsts).ToList();
        files.Add(new StaticFile("facts.txt", text.Facts));
        files.Add(new StaticFile("index.json", IndexHead.Render(rows, firsts, text.FactNames)));
        files.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return [.. files];
    }
}
