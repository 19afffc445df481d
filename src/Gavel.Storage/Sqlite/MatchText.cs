using System.Collections.Immutable;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>A plan in FTS5's language.</summary>
internal static class MatchText
{
    /// <param name="fact">What finds every fact that begins so.</param>
    /// <param name="withPhrases">False for a table that does not know where words stand.</param>
    /// <returns>Null where the plan only says what must not be there.</returns>
    public static string? Of(SearchPlan plan, FrequentWords frequent, Func<string, string> fact, bool isRelaxed, bool withPhrases = true)
    {
        var wanted = new List<string>();
        // The rarest part first costs nothing to say: FTS5 leaps from list to list.
        if (withPhrases) wanted.AddRange(plan.Phrases.Select(p => Phrase(p, frequent)));
        var words = plan.Words.Where(w => w.IsDemanded && !w.Alternatives.IsEmpty && !(withPhrases && IsInPhrase(plan, w))).ToList();
        if (isRelaxed && words.Count > 0) wanted.Add($"({string.Join(" OR ", words.Select(w => Word(plan, w)))})");
        else wanted.AddRange(words.Select(w => Word(plan, w)));
        wanted.AddRange(plan.Facts.Where(f => !f.IsNegated).Select(f => Fact(f, fact)));
        return wanted.Count == 0 ? null : string.Join(" AND ", wanted);
    }

    /// <summary>The same for words that only count in a title; null where there are none.</summary>
    public static string? InTitle(SearchPlan plan)
    {
        var words = plan.Words.Where(w => w.IsDemanded && w.InTitle && !w.Alternatives.IsEmpty).ToList();
        return words.Count == 0 ? null : string.Join(" AND ", words.Select(w => Word(plan, w)));
    }

    /// <summary>What must not be there; null where nothing is said of it.</summary>
    public static string? Unwanted(SearchPlan plan, FrequentWords frequent, Func<string, string> fact)
    {
        var unwanted = plan.Unwanted.Select(p => Phrase(p, frequent)).Concat(plan.Facts.Where(f => f.IsNegated).Select(f => Fact(f, fact))).ToList();
        return unwanted.Count == 0 ? null : string.Join(" OR ", unwanted);
    }

    private static string Word(SearchPlan plan, PlannedWord word)
    {
        var ways = word.Alternatives.Select(a => a.Terms.Length == 1 ? Quoted(plan.Terms[a.Terms[0]]) : $"({string.Join(" AND ", a.Terms.Select(t => Quoted(plan.Terms[t])))})");
        return $"({string.Join(" OR ", ways)})";
    }

    // The phrase says already that its words are there.
    private static bool IsInPhrase(SearchPlan plan, PlannedWord word) =>
        word.Alternatives is [{ Terms: [var only] }] && plan.Phrases.Any(p => p.Contains(plan.Terms[only]));

    private static string Fact(PlannedFact planned, Func<string, string> fact)
    {
        var values = planned.Values.Select(v => $"({string.Join(" AND ", v.Select(t => fact($"{planned.Name}{DocumentTerms.FactMark}{t}")))})");
        return $"({string.Join(" OR ", values)})";
    }

    private static string Phrase(ImmutableArray<string> terms, FrequentWords frequent)
    {
        var pairs = new List<string>();
        for (var i = 1; i < terms.Length; i++)
        {
            if (frequent.Pair(terms[i - 1], terms[i]) is { } pair) pairs.Add(Quoted(pair));
        }
        if (terms.Length != 2 || pairs.Count == 0) pairs.Add(Quoted(string.Join(' ', terms)));
        return $"({string.Join(" AND ", pairs)})";
    }

    public static string Quoted(string term) => $"\"{term}\"";
}
