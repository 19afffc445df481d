using System.Runtime.InteropServices;
using System.Text;

namespace Gavel.Core.Searching;

/// <summary>Counts the words of a proposal by zone and weighs them. Not safe for use by several threads at once.</summary>
public sealed class TermCounter
{
    private readonly WordReader _reader = new();
    private readonly FactWords _facts;
    private readonly List<Word> _words = [];
    private readonly List<int> _sequence = [];
    private readonly TermTally _tally;
    private readonly int[] _lengths = new int[Ranking.Zones.Length];
    private readonly double[] _norms = new double[Ranking.Zones.Length];
    private Entry[] _entries = new Entry[256]; // a word of the proposal each
    private int[] _entryOf = new int[256]; // by the number of the word; true where the entry says so too
    private int _count;

    public TermCounter()
    {
        _facts = new FactWords(_reader);
        _tally = new TermTally(_reader.Pool, _sequence);
    }

    /// <summary>The same as <see cref="Tally"/>, in words and to be kept.</summary>
    public DocumentTerms Count(SearchDocument document)
    {
        var tally = Tally(document);
        var levels = new Dictionary<string, byte>(tally.Terms.Length, StringComparer.Ordinal);
        var title = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var term in tally.Terms)
        {
            var text = tally.TermOf(term.Number);
            levels.Add(text, term.Level);
            if (term.Is(TermUse.TitleTerm)) title.Add(text);
        }
        return new DocumentTerms(levels, title, tally.TitleCount, TextOf(tally.Title), TextOf(tally.Text), string.Join(' ', tally.Facts), tally.IdKey);
    }

    /// <summary>What is to be known of a proposal's words; holds until the next one is counted.</summary>
    public TermTally Tally(SearchDocument document)
    {
        _tally.Epoch = _reader.Trim();
        _count = 0;
        _sequence.Clear();
        Array.Clear(_lengths);
        Add(document.Id, Zone.Title);
        Add(document.Title, Zone.Title);
        _tally.TitleLength = _sequence.Count;
        _tally.TitleCount = MarkTitle();
        foreach (var block in document.Blocks) Add(block.Text, block.Zone);
        Weigh();
        _tally.FactNames = _facts.NamesOf(document.Facts);
        _tally.Facts = _facts.TermsOf(document.Facts);
        _tally.IdKey = _reader.Fold(document.Id);
        return _tally;
    }

    private void Add(string text, Zone zone)
    {
        _reader.Read(text, _words);
        if (_words.Count == 0) return;
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_words))
        {
            ref var entry = ref EntryOf(word.Number);
            entry.Counts[(int)zone]++;
            if (word.IsJoined)
            {
                entry.Use |= TermUse.Joined;
                continue;
            }
            entry.Use |= zone == Zone.Title ? TermUse.Plain | TermUse.PlainInTitle : TermUse.Plain;
            _lengths[(int)zone]++;
            _sequence.Add(word.Number);
        }
        _sequence.Add(TermTally.Gap);
    }

    // The words of the title are those that were read last.
    private int MarkTitle()
    {
        var hasOthers = _words.Exists(w => !SearchWords.IsStop(w.Term));
        var count = 0;
        foreach (var word in _words)
        {
            ref var entry = ref EntryOf(word.Number);
            if ((hasOthers && SearchWords.IsStop(word.Term)) || (entry.Use & TermUse.TitleTerm) != TermUse.None) continue;
            entry.Use |= TermUse.TitleTerm;
            if (!word.IsJoined) count++;
        }
        return count;
    }

    private ref Entry EntryOf(int number)
    {
        if (number >= _entryOf.Length) Array.Resize(ref _entryOf, Math.Max(number + 1, _entryOf.Length * 2));
        var at = _entryOf[number];
        if (at < _count && _entries[at].Number == number) return ref _entries[at];
        if (_count == _entries.Length) Array.Resize(ref _entries, _count * 2);
        _entryOf[number] = _count;
        _entries[_count] = new Entry { Number = number };
        return ref _entries[_count++];
    }

    private void Weigh()
    {
        for (var i = 0; i < _norms.Length; i++)
        {
            var zone = Ranking.Zones[i];
            _norms[i] = 1 - zone.Slope + (zone.Slope * _lengths[i] / zone.Length);
        }
        if (_tally.TermList.Length < _count) _tally.TermList = new TalliedTerm[_entries.Length];
        for (var i = 0; i < _count; i++)
        {
            ref readonly var entry = ref _entries[i];
            var level = LevelOf(entry.Counts);
            var use = entry.Use | (level >= Ranking.StrongLevel ? TermUse.Strong : TermUse.None) | (entry.Counts[(int)Zone.Title] > 0 ? TermUse.Titled : TermUse.None);
            _tally.TermList[i] = new TalliedTerm(entry.Number, level, use);
        }
        _tally.TermCount = _count;
    }

    // BM25F: each zone's count by its length, summed, then saturated once.
    private byte LevelOf(in ZoneCounts counts)
    {
        var weight = 0.0;
        for (var i = 0; i < _norms.Length; i++)
        {
            if (counts[i] > 0) weight += Ranking.Zones[i].Weight * counts[i] / _norms[i];
        }
        return (byte)Math.Max(1, (int)(Ranking.TopLevel * weight / (weight + Ranking.Saturation)));
    }

    private string TextOf(ReadOnlySpan<int> sequence)
    {
        var text = new StringBuilder(sequence.Length * 8);
        foreach (var number in sequence)
        {
            if (number == TermTally.Gap) text.Append(DocumentTerms.Gap);
            else text.Append(_reader.Pool[number]);
            text.Append(' ');
        }
        return text.ToString();
    }

    private struct Entry
    {
        public int Number;
        public TermUse Use;
        public ZoneCounts Counts;
    }

    [System.Runtime.CompilerServices.InlineArray(6)]
    private struct ZoneCounts
    {
        private int _first;
    }
}
