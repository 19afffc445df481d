using System.Numerics;

namespace Gavel.Core.Searching;

/// <summary>Puts a figure on how well a proposal answers a query. Whole numbers only: the script of the static site comes to the same.</summary>
public static class Ranker
{
    /// <param name="levels">What each term of the plan weighs in the proposal; 0 where it lacks it.</param>
    /// <param name="title">A bit for each term of the plan that its title has.</param>
    /// <param name="facts">What does not depend on the plan.</param>
    /// <param name="isRelaxed">One word is enough, and each further one counts.</param>
    /// <returns>0 for a proposal that lacks a word.</returns>
    public static long Score(SearchPlan plan, ReadOnlySpan<byte> levels, ulong title, in RankedFacts facts, bool isRelaxed)
    {
        var sum = 0L;
        var (demanded, found, inTitle) = (0, 0, 0);
        foreach (var word in plan.Words)
        {
            var best = BestOf(word, levels, title, out var isInTitle);
            sum += best;
            if (!word.IsDemanded) continue;
            demanded++;
            if (isInTitle) inTitle++;
            if (best > 0) found++;
            else if (!isRelaxed) return 0;
        }
        if (plan.Words.IsEmpty) sum = 1;
        else if (found == 0) return 0;
        if (isRelaxed) sum *= found;
        var score = sum * TitleFactor(title, facts.TitleCount, demanded, inTitle) * (Ranking.StandingStep + facts.Standing);
        if (plan.Folded == facts.IdKey || (plan.Number is { } number && number == facts.Number)) return score + Ranking.IsId;
        return plan.Ids.Contains(facts.IdKey) ? score * Ranking.HasId : score;
    }

    private static long BestOf(PlannedWord word, ReadOnlySpan<byte> levels, ulong title, out bool isInTitle)
    {
        var best = 0L;
        isInTitle = false;
        foreach (var alternative in word.Alternatives)
        {
            var least = int.MaxValue;
            var isWholly = true;
            foreach (var term in alternative.Terms)
            {
                least = Math.Min(least, levels[term]);
                isWholly &= (title >> term & 1) != 0;
            }
            if (least == 0) continue;
            isInTitle |= isWholly;
            if (isWholly || !word.InTitle) best = Math.Max(best, (long)alternative.Weight * least);
        }
        return best;
    }

    private static int TitleFactor(ulong title, int titleCount, int demanded, int inTitle)
    {
        if (demanded == 0) return Ranking.TitleStep;
        var factor = Ranking.TitleStep + (Ranking.TitleStep * inTitle / demanded);
        var isAll = inTitle == demanded && BitOperations.PopCount(title) >= titleCount;
        return isAll ? factor + Ranking.TitleStep : factor;
    }
}
