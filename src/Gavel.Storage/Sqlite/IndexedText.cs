using System.Text;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>What the tables of a store get of a proposal, in UTF-8. To forget it, they have to be told the same words again.</summary>
internal readonly record struct IndexedText(byte[] Titled, byte[] Strong, byte[] Words);

/// <summary>Writes what the tables get. Not safe for use by several threads at once.</summary>
internal sealed class IndexedTextWriter(FrequentWords frequent)
{
    private const int LongestInBytes = 3; // for each UTF-16 unit
    private static readonly string Gap = $"{DocumentTerms.Gap} ";

    private readonly HashSet<(int, int)> _pairs = [];
    private int[] _frequent = []; // by the number of a word: 0 for one that was not asked for yet, else two more than its number among the frequent ones
    private int _epoch = -1;
    private byte[] _bytes = new byte[16384];
    private int _length;

    public IndexedText Of(TermTally tally)
    {
        Sequence(tally, tally.Title);
        Apart(tally, TermUse.TitleTerm, TermUse.PlainInTitle);
        Facts(tally);
        var titled = Taken();
        foreach (var term in tally.Terms)
        {
            if (term.Is(TermUse.Titled | TermUse.Joined | TermUse.Strong)) Add(tally.TermOf(term.Number));
        }
        Facts(tally);
        var strong = Taken();
        Sequence(tally, tally.Title);
        Sequence(tally, tally.Text);
        Apart(tally, TermUse.Joined, TermUse.Plain);
        Facts(tally);
        Pairs(tally);
        return new IndexedText(titled, strong, Taken());
    }

    private void Sequence(TermTally tally, ReadOnlySpan<int> sequence)
    {
        foreach (var number in sequence)
        {
            if (number == TermTally.Gap) AddGap();
            else Add(tally.TermOf(number));
        }
    }

    // Words that do not stand in the sequence: compounds. No phrase reaches over a gap.
    private void Apart(TermTally tally, TermUse use, TermUse isThere)
    {
        foreach (var term in tally.Terms)
        {
            if (!term.Is(use) || term.Is(isThere)) continue;
            Add(tally.TermOf(term.Number));
            AddGap();
        }
    }

    private void Facts(TermTally tally)
    {
        foreach (var fact in tally.Facts) Add(fact);
    }

    // Each once, in the order of their coming.
    private void Pairs(TermTally tally)
    {
        if (frequent.IsNone) return;
        if (_epoch != tally.Epoch) Array.Clear(_frequent);
        _epoch = tally.Epoch;
        if (_frequent.Length < tally.Numbers) Array.Resize(ref _frequent, tally.Numbers * 2);
        _pairs.Clear();
        Pairs(tally, tally.Title);
        Pairs(tally, tally.Text);
    }

    private void Pairs(TermTally tally, ReadOnlySpan<int> sequence)
    {
        var before = -1;
        foreach (var number in sequence)
        {
            var now = number == TermTally.Gap ? -1 : FrequentOf(tally, number);
            if (before >= 0 && now >= 0 && _pairs.Add((before, now))) AddPair(frequent[before], frequent[now]);
            before = now;
        }
    }

    private int FrequentOf(TermTally tally, int number)
    {
        ref var known = ref _frequent[number];
        if (known == 0) known = frequent.NumberOf(tally.TermOf(number)) + 2;
        return known - 2;
    }

    private void AddGap()
    {
        Write(Gap);
    }

    private void AddPair(string first, string second)
    {
        Write(first);
        Write(FrequentWords.Mark);
        Add(second);
    }

    private void Add(string word)
    {
        Write(word);
        Write(" ");
    }

    private void Write(string text)
    {
        Reserve(text.Length * LongestInBytes);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length < bytes) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
    }

    private byte[] Taken()
    {
        var taken = _bytes[.._length];
        _length = 0;
        return taken;
    }
}
