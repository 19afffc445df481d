using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>Says which template text a piece of a proposal is, by its words alone: emphasis, wrapping, case and punctuation do not count. Cost of a question: its length.</summary>
internal sealed class LeftoverLookup
{
    /// <summary>From this share of the words on a text is the template's.</summary>
    public const double Near = 0.85;

    private const int Run = 3; // words that are compared together
    private const int MaxPerRun = 32; // a run in more leftovers than this tells nothing

    private readonly ImmutableArray<Leftover> _leftovers;
    private readonly int[] _runs;
    private readonly Dictionary<string, int> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _byRun = [];

    public LeftoverLookup(ImmutableArray<Leftover> leftovers)
    {
        _leftovers = leftovers;
        _runs = new int[leftovers.Length];
        for (var i = 0; i < leftovers.Length; i++)
        {
            var text = HeadingKey.Fold(leftovers[i].Text);
            if (text.Length == 0) continue;
            _whole.TryAdd(text, i);
            foreach (var run in RunsOf(text))
            {
                _runs[i]++;
                if (!_byRun.TryGetValue(run, out var at)) _byRun[run] = at = [];
                if (at.Count < MaxPerRun && (at.Count == 0 || at[^1] != i)) at.Add(i);
            }
        }
    }

    public bool IsEmpty => _leftovers.IsEmpty;

    /// <summary>The leftover that a whole text is; null where the text says something of its own.</summary>
    /// <param name="minimum">The least likeness.</param>
    public (Leftover Leftover, double Likeness)? Find(ReadOnlySpan<char> text, double minimum = Near)
    {
        var folded = HeadingKey.Fold(text);
        if (folded.Length == 0) return null;
        if (_whole.TryGetValue(folded, out var same)) return (_leftovers[same], 1);
        var counts = new Dictionary<int, int>();
        var all = 0;
        var covered = 0;
        foreach (var run in RunsOf(folded))
        {
            all++;
            if (!_byRun.TryGetValue(run, out var at)) continue;
            covered++;
            foreach (var i in at) counts[i] = counts.GetValueOrDefault(i) + 1;
        }
        if (all < 2 || covered < all * minimum) return null;
        var best = -1;
        foreach (var (i, count) in counts)
        {
            if (best < 0 || count > counts[best] || (count == counts[best] && i < best)) best = i;
        }
        // The text may be several of the template's sentences in a row, or a part of one.
        return best < 0 ? null : (_leftovers[best], Math.Min(0.99, (double)covered / all));
    }

    // Hashes of each three words that follow one another; a text of fewer has one run.
    private static List<int> RunsOf(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var runs = new List<int>(Math.Max(words.Length - Run + 1, 1));
        if (words.Length < Run)
        {
            runs.Add(HashOf(folded));
            return runs;
        }
        for (var i = 0; i + Run <= words.Length; i++)
        {
            var hash = 17;
            for (var j = 0; j < Run; j++) hash = unchecked((hash * 31) + HashOf(words[i + j]));
            runs.Add(hash);
        }
        return runs;
    }

    // FNV-1a: the same in every process.
    private static int HashOf(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((int)hash);
    }
}
