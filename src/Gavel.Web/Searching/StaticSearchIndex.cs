using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Searching;

namespace Gavel.Web.Searching;

/// <summary>
/// The search index of a published site: <c>index.json</c> with titles and all that ranking knows, and the words in ordinal order cut into shards, so that
/// a query loads a few of them. <c>words/N.txt</c> has a word a line with its proposals and what it weighs there, <c>places/N.txt</c> the same words with
/// where they stand (for phrases alone), <c>facts.txt</c> what can be filtered by. The same documents give the same bytes.
/// </summary>
public static class StaticSearchIndex
{
    private const int ShardSize = 24_000; // characters

    /// <param name="addressOf">The address of a proposal's page from the site's root, with a leading slash.</param>
    public static ImmutableArray<StaticFile> Write(IEnumerable<SearchDocument> documents, Func<SearchDocument, string> addressOf)
    {
        var counter = new TermCounter();
        return Write(documents.Select(d => (new SearchRow(d.Id, addressOf(d), d.Title, d.Status, d.Kind, d.Number, d.Standing), new Lazy<string>(() => PackedTerms.Write(d, counter)))));
    }

    /// <param name="documents">Each with its <see cref="PackedTerms"/>.</param>
    internal static ImmutableArray<StaticFile> Write(IEnumerable<(SearchRow Row, Lazy<string> Terms)> documents)
    {
        // In the order of ties, so that a proposal's place tells it.
        var sorted = documents.OrderBy(d => d.Row.Number ?? int.MaxValue).ThenBy(d => d.Row.Id, StringComparer.Ordinal).ToImmutableArray();
        var postings = Postings.Of(sorted.Select(d => d.Terms.Value));
        var files = ImmutableArray.CreateBuilder<StaticFile>();
        var firsts = new List<string>();
        var (words, places) = (new StringBuilder(), new StringBuilder());
        foreach (var (term, posting) in postings.Words)
        {
            if (words.Length == 0) firsts.Add(term);
            words.Append(term).Append('\t').Append(posting.Documents).Append('\n');
            places.Append(term).Append('\t').Append(posting.Places).Append('\n');
            if (words.Length >= ShardSize) Cut();
        }
        if (words.Length > 0) Cut();
        var facts = new StringBuilder();
        foreach (var (fact, posting) in postings.Facts) facts.Append(fact).Append('\t').Append(posting.Documents).Append('\n');
        files.Add(new StaticFile("facts.txt", Encoding.UTF8.GetBytes(facts.ToString())));
        files.Add(new StaticFile("index.json", IndexHead.Render(sorted.Select(d => d.Row), firsts, postings.FactNames)));
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];

        void Cut()
        {
            var number = (firsts.Count - 1).ToString(CultureInfo.InvariantCulture);
            files.Add(new StaticFile($"words/{number}.txt", Encoding.UTF8.GetBytes(words.ToString())));
            files.Add(new StaticFile($"places/{number}.txt", Encoding.UTF8.GetBytes(places.ToString())));
            words.Clear();
            places.Clear();
        }
    }
}
