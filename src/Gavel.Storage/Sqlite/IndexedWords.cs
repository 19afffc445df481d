using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>
/// The words that the tables get of a proposal, in their order, as numbers of its tally; facts follow in each table, and pairs follow them in the last. Not safe for use
/// by several threads at once.
/// </summary>
internal sealed class IndexedWords(FrequentWords frequent)
{
    private readonly HashSet<int> _pairs = [];
    private int[] _frequent = []; // by the number of a word: 0 for one that was not asked for yet, else two more than its number among the frequent ones
    private int _epoch = -1;

    public static void Titled(TermTally tally, List<int> into)
    {
        into.Clear();
        into.AddRange(tally.Title);
        AddApart(tally, TermUse.TitleTerm, TermUse.PlainInTitle, into);
    }

    public static void Strong(TermTally tally, List<int> into)
    {
        into.Clear();
        foreach (var term in tally.Terms)
        {
            if (term.Is(TermUse.Titled | TermUse.Joined | TermUse.Strong)) into.Add(term.Number);
        }
    }

    public static void All(TermTally tally, List<int> into)
    {
        into.Clear();
        into.AddRange(tally.All);
        AddApart(tally, TermUse.Joined, TermUse.Plain, into);
    }

    /// <summary>Neighbours that are frequent, by the numbers of such pairs; each pair once, in the order of their coming.</summary>
    public void Pairs(TermTally tally, List<int> into)
    {
        into.Clear();
        if (frequent.IsNone) return;
        if (_epoch != tally.Epoch) Array.Clear(_frequent);
        _epoch = tally.Epoch;
        if (_frequent.Length < tally.Numbers) Array.Resize(ref _frequent, tally.Numbers * 2);
        _pairs.Clear();
        var before = -1;
        foreach (var number in tally.All)
        {
            var now = number == TermTally.Gap ? -1 : FrequentOf(tally, number);
            if (before >= 0 && now >= 0 && frequent.NumberOf(before, now) is var pair && _pairs.Add(pair)) into.Add(pair);
            before = now;
        }
    }

    // Words that do not stand in the sequence: compounds. No phrase reaches over a gap.
    private static void AddApart(TermTally tally, TermUse use, TermUse isThere, List<int> into)
    {
        foreach (var term in tally.Terms)
        {
            if (!term.Is(use) || term.Is(isThere)) continue;
            into.Add(term.Number);
            into.Add(TermTally.Gap);
        }
    }

    private int FrequentOf(TermTally tally, int number)
    {
        ref var known = ref _frequent[number];
        if (known == 0) known = frequent.NumberOf(tally.TermOf(number)) + 2;
        return known - 2;
    }
}
