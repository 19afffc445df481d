using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>Says which template text a piece of a proposal is, by its words alone: emphasis, wrapping, case and punctuation do not count. Cost of a question: its length; it makes nothing where nothing is found.</summary>
internal sealed class LeftoverLookup
{
    /// <summary>From this share of the words on a text is the template's.</summary>
    public const double Near = 0.85;

    private const int MaxPerRun = 32; // a run in more leftovers than this tells nothing

    private readonly ImmutableArray<Leftover> _leftovers;
    private readonly Dictionary<ulong, int> _whole = [];
    private readonly Dictionary<ulong, List<int>> _byRun = [];
    private readonly HashSet<ulong> _staying = [];
    private readonly HashSet<ulong> _offered = [];

    public LeftoverLookup(ImmutableArray<Leftover> leftovers)
    {
        _leftovers = leftovers;
        for (var i = 0; i < leftovers.Length; i++)
        {
            foreach (var answer in OfferedAnswers.In(leftovers[i].Text)) Offer(answer);
            var runs = new RunStream(leftovers[i].Text);
            while (runs.MoveNext())
            {
                if (!_byRun.TryGetValue(runs.Run, out var at)) _byRun[runs.Run] = at = [];
                if (at.Count < MaxPerRun && (at.Count == 0 || at[^1] != i)) at.Add(i);
            }
            if (runs.Words == 0 || _whole.TryAdd(runs.Whole, i)) continue;
            // The same words in a comment that may stay and in the text: in the text they go.
            if (leftovers[_whole[runs.Whole]] is { Style: InstructionStyle.Comment, MayStay: true } && leftovers[i].Style != InstructionStyle.Comment)
            {
                _staying.Add(runs.Whole);
                _whole[runs.Whole] = i;
            }
        }
    }

    public bool IsEmpty => _leftovers.IsEmpty;

    /// <summary>The words are those of a comment that may stay, although the same words in the text must go.</summary>
    public bool StaysAsComment(ReadOnlySpan<char> text)
    {
        if (_staying.Count == 0) return false;
        var runs = new RunStream(text);
        while (runs.MoveNext()) { }
        return _staying.Contains(runs.Whole);
    }

    /// <summary>False where neither the text nor a sentence in it can be the template's: it has no three words in a row in common.</summary>
    public bool MayHold(ReadOnlySpan<char> text)
    {
        var runs = new RunStream(text);
        while (runs.MoveNext())
        {
            if (_byRun.ContainsKey(runs.Run)) return true;
        }
        return runs.Words is > 0 and < RunStream.Length;
    }

    private void Offer(string answer)
    {
        var runs = new RunStream(answer);
        while (runs.MoveNext()) _offered.Add(runs.Run);
    }

    /// <summary>The leftover that a whole text is; null where the text says something of its own, or what the template offers as an answer.</summary>
    /// <param name="minimum">The least likeness.</param>
    public (Leftover Leftover, double Likeness)? Find(ReadOnlySpan<char> text, double minimum = Near)
    {
        var all = 0;
        var covered = 0;
        var offered = 0;
        var runs = new RunStream(text);
        while (runs.MoveNext())
        {
            all++;
            if (_offered.Contains(runs.Run)) offered++;
            if (_byRun.ContainsKey(runs.Run)) covered++;
        }
        if (runs.Words == 0 || (offered > 0 && offered == covered)) return null;
        if (_whole.TryGetValue(runs.Whole, out var same)) return (_leftovers[same], 1);
        if (all < 2 || covered < all * minimum) return null;
        // The text may be several of the template's sentences in a row, or a part of one.
        return (_leftovers[BestOf(text)], Math.Min(0.99, (double)covered / all));
    }

    private int BestOf(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<int, int>();
        var runs = new RunStream(text);
        while (runs.MoveNext())
        {
            if (!_byRun.TryGetValue(runs.Run, out var at)) continue;
            foreach (var i in at) counts[i] = counts.GetValueOrDefault(i) + 1;
        }
        var best = -1;
        foreach (var (i, count) in counts)
        {
            if (best < 0 || count > counts[best] || (count == counts[best] && i < best)) best = i;
        }
        return best;
    }

    /// <summary>Each three words that follow one another, and all of them.</summary>
    private ref struct RunStream(ReadOnlySpan<char> text)
    {
        public const int Length = 3;

        private WordStream _words = new(text);
        private ulong _before;
        private ulong _last;

        public ulong Run { get; private set; }

        /// <summary>The hash of all words so far.</summary>
        public ulong Whole { get; private set; }

        public int Words { get; private set; }

        public bool MoveNext()
        {
            while (_words.MoveNext())
            {
                Words++;
                Whole = WordStream.Combine(Whole, _words.Word);
                var run = WordStream.Combine(WordStream.Combine(WordStream.Combine(0, _before), _last), _words.Word);
                (_before, _last) = (_last, _words.Word);
                if (Words < Length) continue;
                Run = run;
                return true;
            }
            return false;
        }
    }
}
