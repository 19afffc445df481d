using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>Answers queries from an index.</summary>
public static class SearchEngine
{
    /// <param name="offset">How many of the best hits are left out.</param>
    public static SearchResult Search(ISearchIndex index, SearchQuery query, int limit, int offset = 0)
    {
        var (ranked, plan, isCapped, isRelaxed) = Rank(index, query);
        var page = Best(ranked, offset + limit).Skip(offset);
        var finder = new ExcerptFinder(plan);
        var hits = ImmutableArray.CreateBuilder<SearchHit>();
        foreach (var one in page)
        {
            var document = index.Open(one.Key);
            var (excerpt, heading) = finder.Find(document);
            hits.Add(new SearchHit(
                document.Id, document.Title, finder.MarksIn(document.Title), document.Status, document.Kind, document.Process, document.Path,
                one.Score, excerpt, heading?.Text, heading?.Anchor is { Length: > 0 } anchor ? anchor : null));
        }
        return new SearchResult(query.Text, ranked.Count, isCapped, isRelaxed, plan.Unknown, ranked.Count == 0 ? Unmet(index, plan) : [], hits.DrainToImmutable());
    }

    /// <summary>The ids of all that match, the best first.</summary>
    public static ImmutableArray<string> Order(ISearchIndex index, SearchQuery query)
    {
        var ranked = Rank(index, query).Ranked;
        ranked.Sort();
        return [.. ranked.Select(r => r.Id)];
    }

    private static (List<Ranked> Ranked, SearchPlan Plan, bool IsCapped, bool IsRelaxed) Rank(ISearchIndex index, SearchQuery query)
    {
        var plan = Planner.Plan(query, index);
        if (plan.IsHopeless) return ([], plan, false, false);
        var ranked = index.Match(plan, isRelaxed: false, out var isCapped);
        if (ranked.Count > 0 || plan.Words.Count(w => w.IsDemanded) < 2) return (ranked, plan, isCapped, false);
        ranked = index.Match(plan, isRelaxed: true, out isCapped);
        return (ranked, plan, isCapped, ranked.Count > 0);
    }

    private static ImmutableArray<string> Unmet(ISearchIndex index, SearchPlan plan) =>
        [.. plan.Facts.Where(f => !f.IsNegated && index.Match(new SearchPlan { Terms = [], Words = [], Facts = [f] }, isRelaxed: false, out _).Count == 0).Select(f => f.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Ranked> Best(List<Ranked> ranked, int count)
    {
        if (ranked.Count <= count * 4)
        {
            ranked.Sort();
            return ranked.Take(count);
        }
        // The list is long and few are wanted: keep the best so far, the worst of them on top.
        var best = new PriorityQueue<Ranked, Ranked>(count, Comparer<Ranked>.Create((a, b) => b.CompareTo(a)));
        foreach (var one in ranked)
        {
            if (best.Count < count) best.Enqueue(one, one);
            else if (one.CompareTo(best.Peek()) < 0) best.DequeueEnqueue(one, one);
        }
        var sorted = best.UnorderedItems.Select(i => i.Element).ToList();
        sorted.Sort();
        return sorted;
    }
}
