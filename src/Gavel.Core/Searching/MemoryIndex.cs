using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>An index in memory that looks at every proposal: where there is no store, and as the measure of the others.</summary>
public sealed class MemoryIndex : ISearchIndex
{
    private readonly ImmutableArray<SearchDocument> _documents;
    private readonly DocumentTerms[] _terms;
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);

    public MemoryIndex(IEnumerable<SearchDocument> documents)
    {
        _documents = [.. documents];
        _terms = new DocumentTerms[_documents.Length];
        var counter = new TermCounter();
        var reader = new WordReader();
        for (var i = 0; i < _documents.Length; i++)
        {
            _terms[i] = counter.Count(_documents[i]);
            foreach (var term in _terms[i].Levels.Keys) _counts[term] = _counts.GetValueOrDefault(term) + 1;
            foreach (var term in _terms[i].TitleTerms) _titles[term] = _titles.GetValueOrDefault(term) + 1;
            foreach (var fact in _documents[i].Facts) _facts.Add(reader.Fold(fact.Name));
        }
        Titles = new TitleWords(_titles.Select(t => (t.Key, t.Value)));
    }

    public int Documents => _documents.Length;

    public TitleWords Titles { get; }

    /// <summary>Every word with the number of proposals that have it, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => _counts;

    public DocumentTerms TermsOf(int document) => _terms[document];

    public int CountOf(string term) => _counts.GetValueOrDefault(term);

    public bool IsInTitles(string term) => _titles.ContainsKey(term);

    public bool HasFact(string name) => _facts.Contains(name);

    public IEnumerable<(string Term, int Count)> Beginning(string prefix, int limit) =>
        _counts.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(c => (c.Key, c.Value))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(limit);

    public SearchDocument Open(long key) => _documents[(int)key];

    public List<Ranked> Match(SearchPlan plan, bool isRelaxed, out bool isCapped)
    {
        isCapped = false;
        var ranked = new List<Ranked>();
        Span<byte> levels = stackalloc byte[plan.Terms.Length];
        for (var i = 0; i < _terms.Length; i++)
        {
            var terms = _terms[i];
            if (!plan.Facts.All(f => Has(terms, f) != f.IsNegated) || !plan.Phrases.All(p => Has(terms, p)) || plan.Unwanted.Any(p => Has(terms, p))) continue;
            var title = 0UL;
            for (var t = 0; t < levels.Length; t++)
            {
                levels[t] = terms.Levels.GetValueOrDefault(plan.Terms[t]);
                if (levels[t] > 0 && terms.TitleTerms.Contains(plan.Terms[t])) title |= 1UL << t;
            }
            var document = _documents[i];
            var score = Ranker.Score(plan, levels, title, new RankedFacts(terms.TitleCount, document.Number, terms.IdKey, document.Standing), isRelaxed);
            if (score > 0) ranked.Add(new Ranked(i, score, document.Number, document.Id));
        }
        return ranked;
    }

    private static bool Has(DocumentTerms terms, ImmutableArray<string> phrase)
    {
        if (phrase.Length == 1) return terms.Levels.ContainsKey(phrase[0]);
        var text = $" {string.Join(' ', phrase)} ";
        return (" " + terms.Title).Contains(text, StringComparison.Ordinal) || (" " + terms.Text).Contains(text, StringComparison.Ordinal);
    }

    private static bool Has(DocumentTerms terms, PlannedFact fact) =>
        fact.Values.Any(value => value.All(term => (" " + terms.Facts).Contains($" {fact.Name}{DocumentTerms.FactMark}{term}", StringComparison.Ordinal)));
}
