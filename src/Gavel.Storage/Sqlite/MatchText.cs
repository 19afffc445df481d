using System.Collections.Immutable;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>A plan in FTS5's language.</summary>
internal static class MatchText
{
    /// <summary>Columns that words are looked for in, the fewest candidates first.</summary>
    public static readonly string[] Tiers = ["{title}", "{title strong}", "{title strong text}"];

    /// <returns>Null where the plan only says what must not be there.</returns>
    public static string? Of(SearchPlan plan, string columns, bool isRelaxed)
    {
        var wanted = new List<string>();
        var words = plan.Words.Where(w => w.IsDemanded && !w.Alternatives.IsEmpty).ToList();
        if (isRelaxed && words.Count > 0) wanted.Add($"({string.Join(" OR ", words.Select(w => Word(plan, w, columns)))})");
        else wanted.AddRange(words.Select(w => Word(plan, w, columns)));
        wanted.AddRange(plan.Phrases.Select(p => $"{{title text}} : ({Phrase(p)})"));
        wanted.AddRange(plan.Facts.Where(f => !f.IsNegated).Select(Fact));
        if (wanted.Count == 0) return null;
        var unwanted = Unwanted(plan);
        var text = string.Join(" AND ", wanted);
        return unwanted is null ? text : $"({text}) NOT ({unwanted})";
    }

    /// <summary>What must not be there; null where nothing is said of it.</summary>
    public static string? Unwanted(SearchPlan plan)
    {
        var unwanted = plan.Unwanted.Select(p => $"{(p.Length == 1 ? Tiers[^1] : "{title text}")} : ({Phrase(p)})").Concat(plan.Facts.Where(f => f.IsNegated).Select(Fact)).ToList();
        return unwanted.Count == 0 ? null : string.Join(" OR ", unwanted);
    }

    private static string Word(SearchPlan plan, PlannedWord word, string columns)
    {
        var ways = word.Alternatives.Select(a => a.Terms.Length == 1 ? Quoted(plan.Terms[a.Terms[0]]) : $"({string.Join(" AND ", a.Terms.Select(t => Quoted(plan.Terms[t])))})");
        return $"{(word.InTitle ? Tiers[0] : columns)} : ({string.Join(" OR ", ways)})";
    }

    private static string Fact(PlannedFact fact)
    {
        var values = fact.Values.Select(v => $"({string.Join(" AND ", v.Select(t => Quoted($"{fact.Name}{DocumentTerms.FactMark}{t}") + " *"))})");
        return $"{{facts}} : ({string.Join(" OR ", values)})";
    }

    private static string Phrase(ImmutableArray<string> terms) => $"\"{string.Join(' ', terms)}\"";

    private static string Quoted(string term) => $"\"{term}\"";
}
