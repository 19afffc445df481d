using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>
/// The words that many proposals of a large store have. Where two of them stand side by side, the pair is a word of the index by itself: a phrase of frequent words is
/// then found without reading where each stands in every proposal that has both. Chosen when the store is made, and kept: a word that becomes frequent later only costs time.
/// </summary>
internal sealed class FrequentWords
{
    /// <summary>Proposals; a smaller store needs no pairs.</summary>
    public const int LargeStore = 5000;

    /// <summary>Between the two words of a pair: no fact, no word.</summary>
    public const string Mark = "==";

    private const int Sample = 500;
    private const double Share = 0.1; // of the proposals that have a frequent word

    private readonly Dictionary<string, int> _numbers;
    private readonly List<string> _words;

    public FrequentWords(IEnumerable<string> words)
    {
        _words = [.. words.Order(StringComparer.Ordinal)];
        _numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _words.Count; i++) _numbers.Add(_words[i], i);
    }

    public static FrequentWords None { get; } = new([]);

    public bool IsNone => _words.Count == 0;

    public IEnumerable<string> All => _words;

    /// <summary>Looks at some of the content, evenly spread.</summary>
    public static FrequentWords Of(SearchContent content)
    {
        var step = Math.Max(1, content.Stamps.Length / Sample);
        int[] numbers = [.. Enumerable.Range(0, content.Stamps.Length / step).Select(i => i * step)];
        var counter = new TermCounter();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in content.Read(numbers))
        {
            var tally = counter.Tally(document);
            foreach (var term in tally.Terms)
            {
                var text = tally.TermOf(term.Number);
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }
        return new FrequentWords(counts.Where(c => c.Value > numbers.Length * Share).Select(c => c.Key));
    }

    /// <returns>Null where one of them is not frequent.</returns>
    public string? Pair(string first, string second) => _numbers.ContainsKey(first) && _numbers.ContainsKey(second) ? first + Mark + second : null;

    /// <summary>The number of a pair of frequent words by their numbers.</summary>
    public int NumberOf(int first, int second) => (first * _words.Count) + second;

    /// <summary>A pair by its number.</summary>
    public string Pair(int number) => _words[number / _words.Count] + Mark + _words[number % _words.Count];

    /// <returns>-1 where it is not frequent.</returns>
    public int NumberOf(string word) => _numbers.GetValueOrDefault(word, -1);
}
