using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Gavel.Core.Searching;

/// <summary>Makes a query ready for an index: finds what its words may mean there, and weighs them by how rare they are.</summary>
internal sealed class Planner
{
    private const int Rare = 3;

    private readonly IVocabulary _words;
    private readonly List<string> _terms = [];
    private readonly List<PlannedWord> _planned = [];
    private readonly List<string> _unknown = [];

    private Planner(IVocabulary words) => _words = words;

    public static SearchPlan Plan(SearchQuery query, IVocabulary words) => new Planner(words).Plan(query);

    /// <summary>How rare a word is: 16 for each halving of the number of proposals that have it. Whole numbers, the same everywhere.</summary>
    public static int RarityOf(int documents, int count) => Log2(documents + 1L) - Log2(Math.Clamp(count, 1, documents + 1)) + Ranking.RarityFloor;

    private static int Log2(long value)
    {
        var whole = BitOperations.Log2((ulong)value);
        return (16 * whole) + (int)((value << 4) >> whole) - 16;
    }

    private SearchPlan Plan(SearchQuery query)
    {
        var facts = ImmutableArray.CreateBuilder<PlannedFact>();
        var phrases = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var unwanted = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var wanted = new List<QueryPart.Word>();
        foreach (var part in query.Parts.SelectMany(Resolve))
        {
            switch (part)
            {
                case QueryPart.Field field: facts.Add(new PlannedFact(field.Name, field.Values, field.IsNegated)); break;
                case QueryPart.Word { IsNegated: true } word: unwanted.Add(word.Terms); break;
                case QueryPart.Phrase { IsNegated: true } phrase: unwanted.Add(phrase.Terms); break;
                case QueryPart.Word word: wanted.Add(word); break;
                case QueryPart.Phrase phrase:
                    phrases.Add(phrase.Terms);
                    wanted.AddRange(phrase.Terms.Select(t => new QueryPart.Word([t], Joined: null, Prefix: null, IsNegated: false)));
                    break;
            }
        }
        if (wanted.Count > Ranking.MaxWords) wanted.RemoveRange(Ranking.MaxWords, wanted.Count - Ranking.MaxWords);
        var onlyStops = wanted.TrueForAll(w => w.Terms.All(SearchWords.IsStop));
        foreach (var word in wanted) Add(word, onlyStops || !word.Terms.All(SearchWords.IsStop));
        return new SearchPlan
        {
            Terms = [.. _terms],
            Words = [.. _planned],
            Phrases = phrases.ToImmutable(),
            Unwanted = unwanted.ToImmutable(),
            Facts = facts.ToImmutable(),
            Folded = query.Folded,
            Ids = IdsIn(query.Parts),
            Number = int.TryParse(query.Text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            Unknown = [.. _unknown],
            IsHopeless = query.IsEmpty || (wanted.Count > 0 && !_planned.Exists(p => p.IsDemanded)),
        };
    }

    // A field that no proposal has was never meant as one.
    private IEnumerable<QueryPart> Resolve(QueryPart part) =>
        part is QueryPart.Field { Plain.IsEmpty: false } field && !_words.HasFact(field.Name) ? field.Plain : [part];

    private void Add(QueryPart.Word word, bool isDemanded)
    {
        var alternatives = new List<Alternative>();
        var whole = word.Joined ?? word.Terms[0];
        var count = _words.CountOf(whole);
        var rarity = count > 0 ? RarityOf(_words.Documents, count) : int.MaxValue;
        if (count > 0) AddAlternative(alternatives, [whole], rarity * Ranking.Whole);
        if (word.Joined is not null && word.Terms.All(t => _words.CountOf(t) > 0))
            AddAlternative(alternatives, word.Terms, word.Terms.Max(t => RarityOf(_words.Documents, _words.CountOf(t))) * Ranking.PartsShare);
        if (word.Prefix is { } prefix)
        {
            foreach (var (term, of) in Completions(prefix, whole))
                AddAlternative(alternatives, [term], Math.Min(rarity, RarityOf(_words.Documents, of)) * Ranking.PrefixShare);
        }
        if (isDemanded && (alternatives.Count == 0 || (count > 0 && count < Rare && !_words.IsInTitles(whole))))
        {
            foreach (var (term, distance) in _words.Titles.Near(whole).Take(Ranking.MaxCorrections))
                AddAlternative(alternatives, [term], Math.Min(rarity, RarityOf(_words.Documents, _words.CountOf(term))) * (distance == 1 ? Ranking.NearShare : Ranking.FarShare));
        }
        if (alternatives.Count > 0) _planned.Add(new PlannedWord([.. alternatives], isDemanded, word.InTitle));
        else if (isDemanded) _unknown.Add(whole);
    }

    private IEnumerable<(string Term, int Count)> Completions(string prefix, string whole)
    {
        if (prefix.Length > 1) return _words.Beginning(prefix, Ranking.MaxCompletions + 1).Where(w => w.Term != whole).Take(Ranking.MaxCompletions);
        return _words.Titles.Beginning(prefix).Where(t => t != whole).Take(Ranking.MaxCompletions).Select(t => (t, _words.CountOf(t)));
    }

    private void AddAlternative(List<Alternative> alternatives, ImmutableArray<string> terms, int weight)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(terms.Length);
        foreach (var term in terms)
        {
            var at = _terms.IndexOf(term);
            if (at < 0)
            {
                if (_terms.Count == Ranking.MaxTerms) return;
                at = _terms.Count;
                _terms.Add(term);
            }
            numbers.Add(at);
        }
        alternatives.Add(new Alternative(numbers.ToImmutable(), weight));
    }

    private static ImmutableHashSet<string> IdsIn(ImmutableArray<QueryPart> parts)
    {
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        QueryPart.Word? before = null;
        foreach (var part in parts)
        {
            var word = part as QueryPart.Word;
            if (word is { Joined: { } joined }) ids.Add(joined);
            if (word is { Joined: null } && before is { Joined: null }) ids.Add(before.Terms[0] + word.Terms[0]);
            before = word;
        }
        return ids.ToImmutable();
    }
}
