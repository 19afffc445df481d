using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>What the tables of a store get of a proposal, in UTF-8. To forget it, they have to be told the same words again.</summary>
internal readonly record struct IndexedText(byte[] Titled, byte[] Strong, byte[] Words);

/// <summary>Writes what the tables get. Not safe for use by several threads at once.</summary>
internal sealed class IndexedTextWriter(FrequentWords frequent)
{
    private readonly IndexedWords _order = new(frequent);
    private readonly List<int> _words = [];
    private readonly List<int> _pairs = [];
    private readonly ByteBuffer _text = new();

    public IndexedText Of(TermTally tally)
    {
        IndexedWords.Titled(tally, _words);
        Add(tally);
        var titled = _text.Taken();
        IndexedWords.Strong(tally, _words);
        Add(tally);
        var strong = _text.Taken();
        IndexedWords.All(tally, _words);
        Add(tally);
        _order.Pairs(tally, _pairs);
        foreach (var pair in _pairs) Add(frequent.Pair(pair));
        return new IndexedText(titled, strong, _text.Taken());
    }

    private void Add(TermTally tally)
    {
        foreach (var number in _words)
        {
            if (number != TermTally.Gap) _text.Add(tally.TermOf(number));
            else _text.Add((byte)DocumentTerms.Gap);
            _text.Add((byte)' ');
        }
        foreach (var fact in tally.Facts) Add(fact);
    }

    private void Add(string word)
    {
        _text.Add(word);
        _text.Add((byte)' ');
    }
}
