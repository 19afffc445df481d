using System.Runtime.InteropServices;

namespace Gavel.Web.Searching;

/// <summary>That a proposal has a term.</summary>
/// <param name="Start">Where its text says how the term stands there.</param>
internal readonly record struct Posting(int Document, int Start, int Length);

/// <summary>Terms with their postings, each term's in a chain through one list: most terms have few.</summary>
/// <param name="capacity">How many postings there will be, or a few more.</param>
internal sealed class PostingTable(int capacity = 0)
{
    private const int End = -1;

    private readonly Dictionary<string, Chain> _chains = new(StringComparer.Ordinal);
    private readonly List<(Posting Posting, int Next)> _links = new(capacity);

    public void Add(ReadOnlySpan<char> term, Posting posting)
    {
        ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(_chains.GetAlternateLookup<ReadOnlySpan<char>>(), term, out var isKnown);
        if (isKnown) CollectionsMarshal.AsSpan(_links)[chain.Last].Next = _links.Count;
        chain = new Chain(isKnown ? chain.First : _links.Count, _links.Count);
        _links.Add((posting, End));
    }

    /// <summary>All terms in ordinal order, each with its first posting.</summary>
    public (string Term, int First)[] InOrder()
    {
        var terms = new (string Term, int First)[_chains.Count];
        var beginnings = new ulong[terms.Length];
        var next = 0;
        foreach (var (term, chain) in _chains)
        {
            terms[next] = (term, chain.First);
            beginnings[next++] = BeginningOf(term);
        }
        Array.Sort(beginnings, terms);
        for (var (from, to) = (0, 0); from < terms.Length; from = to)
        {
            while (to < terms.Length && beginnings[to] == beginnings[from]) to++;
            if (to - from > 1) terms.AsSpan(from, to - from).Sort(static (a, b) => string.CompareOrdinal(a.Term, b.Term));
        }
        return terms;
    }

    /// <summary>Goes along the postings of a term, in the order in which they were added.</summary>
    /// <param name="at">The one to read; afterwards the next.</param>
    /// <returns>False behind the last.</returns>
    public bool Read(ref int at, out Posting posting)
    {
        posting = default;
        if (at == End) return false;
        (posting, at) = _links[at];
        return true;
    }

    // Four characters: most terms differ there, and numbers are compared in no time.
    private static ulong BeginningOf(string term)
    {
        var number = 0UL;
        for (var i = 0; i < 4; i++) number = (number << 16) | (i < term.Length ? term[i] : '\0');
        return number;
    }

    private readonly record struct Chain(int First, int Last);
}
