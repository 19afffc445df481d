using System.Text;

namespace Gavel.Core.Searching;

/// <summary>Counts the words of proposals and weighs them. Not safe for use by several threads at once.</summary>
public sealed class TermCounter
{
    private readonly WordReader _reader = new();
    private readonly List<Word> _words = [];
    private readonly Dictionary<string, ZoneCounts> _counts = new(StringComparer.Ordinal);
    private readonly int[] _lengths = new int[Ranking.Zones.Length];
    private readonly StringBuilder _text = new();

    public DocumentTerms Count(SearchDocument document)
    {
        _counts.Clear();
        Array.Clear(_lengths);
        _text.Clear();
        var joined = new SortedSet<string>(StringComparer.Ordinal);
        var (titleTerms, titleCount) = TitleTermsOf(document.Title);
        Add(document.Id, Zone.Title, joined);
        Add(document.Title, Zone.Title, joined);
        var title = Taken();
        foreach (var block in document.Blocks) Add(block.Text, block.Zone, joined);
        var text = Taken();
        var levels = new Dictionary<string, byte>(_counts.Count, StringComparer.Ordinal);
        foreach (var (term, counts) in _counts)
        {
            var level = LevelOf(counts);
            levels.Add(term, level);
            if (level >= Ranking.StrongLevel && counts[(int)Zone.Title] == 0) joined.Add(term);
        }
        return new DocumentTerms(levels, titleTerms, titleCount, title, text, string.Join(' ', joined), string.Join(' ', FactTerms(document)), _reader.Fold(document.Id));
    }

    private (SortedSet<string> Terms, int Count) TitleTermsOf(string title)
    {
        _reader.Read(title, _words);
        var hasOthers = _words.Exists(w => !SearchWords.IsStop(w.Term));
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var word in _words)
        {
            if ((!hasOthers || !SearchWords.IsStop(word.Term)) && terms.Add(word.Term) && !word.IsJoined) count++;
        }
        return (terms, count);
    }

    /// <summary>The names of its facts, each once.</summary>
    public IEnumerable<string> FactNames(SearchDocument document) =>
        document.Facts.Select(f => _reader.Fold(f.Name)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);

    private SortedSet<string> FactTerms(SearchDocument document)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var fact in document.Facts)
        {
            var name = _reader.Fold(fact.Name);
            if (name.Length == 0) continue;
            _reader.Read(fact.Value, _words);
            foreach (var word in _words) terms.Add($"{name}{DocumentTerms.FactMark}{word.Term}");
        }
        return terms;
    }

    private void Add(string text, Zone zone, SortedSet<string> joined)
    {
        _reader.Read(text, _words);
        if (_words.Count == 0) return;
        foreach (var word in _words)
        {
            ref var counts = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, word.Term, out _);
            counts[(int)zone]++;
            if (word.IsJoined)
            {
                joined.Add(word.Term);
                continue;
            }
            _lengths[(int)zone]++;
            _text.Append(word.Term).Append(' ');
        }
        _text.Append(DocumentTerms.Gap).Append(' ');
    }

    private string Taken()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    // BM25F: each zone's count by its length, summed, then saturated once.
    private byte LevelOf(in ZoneCounts counts)
    {
        var weight = 0.0;
        for (var i = 0; i < Ranking.Zones.Length; i++)
        {
            if (counts[i] == 0) continue;
            var zone = Ranking.Zones[i];
            weight += zone.Weight * counts[i] / (1 - zone.Slope + (zone.Slope * _lengths[i] / zone.Length));
        }
        return (byte)Math.Max(1, (int)(Ranking.TopLevel * weight / (weight + Ranking.Saturation)));
    }

    [System.Runtime.CompilerServices.InlineArray(6)]
    private struct ZoneCounts
    {
        private int _first;
    }
}
