using System.Runtime.InteropServices;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>
/// What the tables of a new store get of a proposal, by token: how many tokens there are, then for each different one its number, the length of its places in bytes, and the places
/// as FTS5 writes them. A word has the number that <see cref="TermNumbers"/> gives it; what is no word has one below 0.
/// </summary>
/// <param name="NewWords">That no proposal before had, in the order of their numbers.</param>
/// <param name="NewOthers">The same for facts and pairs: -1, -2, …</param>
internal readonly record struct Postings(byte[] Titled, byte[] Strong, byte[] Words, string[] NewWords, string[] NewOthers)
{
    /// <summary>The number of the gap.</summary>
    public const int Gap = 0;

    public static int TokenOf(long written) => (int)((written & 1) == 0 ? written >> 1 : ~(written >> 1));

    public static long Written(int token) => token < 0 ? ((long)~token << 1) + 1 : (long)token << 1;
}

/// <summary>Writes what the tables of a new store get. Not safe for use by several threads at once.</summary>
/// <param name="terms">Of a store that had no words.</param>
internal sealed class PostingWriter(FrequentWords frequent, TermNumbers terms)
{
    private const int FirstPlace = 2; // FTS5: 0 and 1 mean something else

    private readonly IndexedWords _order = new(frequent);
    private readonly List<int> _words = [];
    private readonly List<int> _pairs = [];
    private readonly Dictionary<string, int> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _pairNumbers = [];
    private readonly List<string> _newOthers = [];
    private readonly List<Token> _tokens = []; // of the table
    private readonly List<Occurrence> _occurrences = [];
    private readonly ByteBuffer _places = new();
    private readonly ByteBuffer _bytes = new();
    private int[] _tokenOf = []; // by the number of a word in the tally, the gap before them; true where the token says so too
    private int _others;

    private struct Token
    {
        public int Word; // in the tally, and one
        public int Number;
        public int First;
        public int Last;
    }

    private readonly record struct Occurrence(int Place, int Next);

    /// <param name="tally">Was given to the terms before.</param>
    public Postings Of(TermTally tally)
    {
        if (_tokenOf.Length < tally.Numbers + 1) _tokenOf = new int[(tally.Numbers + 1) * 2];
        IndexedWords.Titled(tally, _words);
        var titled = Placed(tally, isLast: false);
        IndexedWords.Strong(tally, _words);
        var strong = Unplaced(tally);
        IndexedWords.All(tally, _words);
        _order.Pairs(tally, _pairs);
        var words = Placed(tally, isLast: true);
        var others = _newOthers.ToArray();
        _newOthers.Clear();
        return new Postings(titled, strong, words, terms.TakeNew(), others);
    }

    private byte[] Unplaced(TermTally tally)
    {
        _bytes.AddNumber(_words.Count + tally.Facts.Length);
        foreach (var word in _words) AddUnplaced(terms.NumberOf(word));
        foreach (var fact in tally.Facts) AddUnplaced(NumberOf(fact));
        return _bytes.Taken();
    }

    private void AddUnplaced(int token)
    {
        _bytes.AddNumber(Postings.Written(token));
        _bytes.AddNumber(0);
    }

    private byte[] Placed(TermTally tally, bool isLast)
    {
        Gather();
        var pairs = isLast ? _pairs.Count : 0;
        _bytes.AddNumber(_words.Count + tally.Facts.Length + pairs);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(_tokens))
        {
            var before = 0;
            for (var at = token.First; at >= 0; at = _occurrences[at].Next)
            {
                var place = _occurrences[at].Place;
                _places.AddNumber(place - before + FirstPlace);
                before = place;
            }
            AddPlaced(token.Number);
        }
        var next = _words.Count;
        foreach (var fact in tally.Facts) AddOnce(NumberOf(fact), next++);
        for (var i = 0; i < pairs; i++) AddOnce(NumberOfPair(_pairs[i]), next++);
        return _bytes.Taken();
    }

    // Where each word of the table stands.
    private void Gather()
    {
        _tokens.Clear();
        _occurrences.Clear();
        for (var place = 0; place < _words.Count; place++)
        {
            var word = _words[place] + 1;
            ref var at = ref _tokenOf[word];
            if (at >= _tokens.Count || _tokens[at].Word != word)
            {
                at = _tokens.Count;
                _tokens.Add(new Token { Word = word, Number = word == 0 ? Postings.Gap : terms.NumberOf(word - 1), First = place });
            }
            else
            {
                ref var last = ref CollectionsMarshal.AsSpan(_occurrences)[_tokens[at].Last];
                last = last with { Next = place };
            }
            CollectionsMarshal.AsSpan(_tokens)[at].Last = place;
            _occurrences.Add(new Occurrence(place, -1));
        }
    }

    private void AddOnce(int token, int place)
    {
        _places.AddNumber(place + FirstPlace);
        AddPlaced(token);
    }

    private void AddPlaced(int token)
    {
        _bytes.AddNumber(Postings.Written(token));
        _bytes.AddNumber(_places.Length);
        _bytes.Add(_places.Span);
        _places.Clear();
    }

    private int NumberOf(string fact)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_facts, fact, out var isKnown);
        return isKnown ? number : number = NumberOfNew(fact);
    }

    private int NumberOfPair(int pair)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairNumbers, pair, out var isKnown);
        return isKnown ? number : number = NumberOfNew(frequent.Pair(pair));
    }

    private int NumberOfNew(string token)
    {
        _newOthers.Add(token);
        return --_others;
    }
}
