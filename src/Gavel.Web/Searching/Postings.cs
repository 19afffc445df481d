using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Searching;

namespace Gavel.Web.Searching;

/// <summary>Every word with the proposals that have it, as the files have them.</summary>
internal sealed class Postings
{
    private readonly SortedDictionary<string, Posting> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Posting> _facts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _factNames = new(StringComparer.Ordinal);

    /// <summary>For each proposal the difference to the one before, and the level; for places the number of them, and the differences.</summary>
    public sealed class Posting
    {
        public StringBuilder Documents { get; } = new();

        public StringBuilder Places { get; } = new();

        public int Last { get; set; }
    }

    public IEnumerable<KeyValuePair<string, Posting>> Words => _words;

    public IEnumerable<KeyValuePair<string, string>> Facts => _facts.Select(f => KeyValuePair.Create(f.Key, f.Value.Documents.ToString()));

    public IEnumerable<string> FactNames => _factNames;

    public static Postings Of(ImmutableArray<SearchDocument> documents)
    {
        var postings = new Postings();
        var counter = new TermCounter();
        for (var i = 0; i < documents.Length; i++)
        {
            var terms = counter.Count(documents[i]);
            postings._factNames.UnionWith(counter.FactNames(documents[i]));
            postings.Add(i, terms);
        }
        return postings;
    }

    private void Add(int document, DocumentTerms terms)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var place = 0;
        foreach (var term in (terms.Title + terms.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            place++;
            if (term is [DocumentTerms.Gap]) continue;
            if (!places.TryGetValue(term, out var all)) places.Add(term, all = []);
            all.Add(place);
        }
        foreach (var (term, level) in terms.Levels)
        {
            var posting = Next(_words, term, document);
            posting.Documents.Append(Digits.One(level));
            var all = places.GetValueOrDefault(term) ?? [];
            Digits.Write(posting.Places, all.Count);
            var last = 0;
            foreach (var at in all)
            {
                Digits.Write(posting.Places, at - last);
                last = at;
            }
        }
        foreach (var fact in terms.Facts.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Next(_facts, fact, document);
    }

    private static Posting Next(SortedDictionary<string, Posting> all, string term, int document)
    {
        if (!all.TryGetValue(term, out var posting)) all.Add(term, posting = new Posting());
        Digits.Write(posting.Documents, document - posting.Last);
        posting.Last = document;
        return posting;
    }
}
