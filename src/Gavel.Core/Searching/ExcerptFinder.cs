using System.Buffers;
using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Searching;

/// <summary>Finds the place of a proposal that shows best why it matches. Not safe for use by several threads at once.</summary>
internal sealed class ExcerptFinder
{
    private const int Length = 180; // characters of an excerpt, about
    private const int Before = 50; // of them before the first mark
    private const string Spaces = " \t\r\n";
    private const int Key = 4; // letters of a word that a block must have before it is read

    private readonly WordReader _reader = new();
    private readonly List<Word> _words = [];
    private readonly List<Word> _piece = [];
    private readonly Dictionary<string, int> _wordOf = new(StringComparer.Ordinal);
    private readonly int[] _weights;
    private readonly ImmutableArray<ImmutableArray<string>> _phrases;
    private readonly SearchValues<string>? _keys; // of all words
    private readonly SearchValues<string>[] _keysOf = []; // of each word, where there are all of them

    public ExcerptFinder(SearchPlan plan)
    {
        _phrases = plan.Phrases;
        _weights = [.. plan.Words.Select(w => w.Alternatives[0].Weight)];
        for (var i = plan.Words.Length - 1; i >= 0; i--)
        {
            foreach (var term in plan.Words[i].Alternatives.SelectMany(a => a.Terms)) _wordOf[plan.Terms[term]] = i;
        }
        var keys = plan.Words.Select(w => w.Alternatives.SelectMany(a => a.Terms).SelectMany(t => KeysOf(plan.Terms[t])).ToArray()).ToList();
        if (keys.Count == 0 || !keys.TrueForAll(word => word.All(k => k.Length > 0 && System.Text.Ascii.IsValid(k)))) return;
        _keys = SearchValues.Create([.. keys.SelectMany(k => k).Distinct(StringComparer.Ordinal)], StringComparison.OrdinalIgnoreCase);
        _keysOf = [.. keys.Select(word => SearchValues.Create(word, StringComparison.OrdinalIgnoreCase))];
    }

    // The first letters: the end may be a plural's, and a mark may stand between parts of a compound.
    private static IEnumerable<string> KeysOf(string term)
    {
        var turn = 1; // from letters to digits, or back
        while (turn < term.Length && char.IsAsciiDigit(term[turn]) == char.IsAsciiDigit(term[0])) turn++;
        var length = Math.Min(turn, Key);
        yield return turn < term.Length || term.Length > Key ? term[..length] : term.TrimEnd('y');
        for (var i = 1; i < length; i++)
        {
            yield return $"{term[..i]}-{term[i]}";
            yield return $"{term[..i]}_{term[i]}";
        }
    }

    /// <returns>The heading above it is null above the first.</returns>
    public (Excerpt Excerpt, SearchBlock? Heading) Find(SearchDocument document)
    {
        var found = Best(document.Blocks, _keys);
        if (found.Block is null && _keys is not null) found = Best(document.Blocks, keys: null); // the letters are written otherwise: accents, compounds
        var block = found.Block ?? document.Blocks.FirstOrDefault(b => b.Zone == Zone.Lead) ?? document.Blocks.FirstOrDefault(b => b.Zone != Zone.Field);
        if (block is null) return (new Excerpt("", [], document.TitleLine), null);
        var heading = block.Anchor is not null ? block : document.Blocks.TakeWhile(b => !ReferenceEquals(b, block)).LastOrDefault(b => b.Zone == Zone.Heading);
        return (Cut(block), heading);
    }

    /// <summary>Where a text has words of the query.</summary>
    public ImmutableArray<TextSpan> MarksIn(string text)
    {
        Read(text);
        return Merge(_words.Where(w => _wordOf.ContainsKey(w.Term)).Select(w => new TextSpan(w.Start, w.Length)));
    }

    private (SearchBlock? Block, long Worth) Best(ImmutableArray<SearchBlock> blocks, SearchValues<string>? keys)
    {
        (SearchBlock? Block, long Worth) best = (null, 0);
        var most = WorthOf((1UL << _weights.Length) - 1) * PhraseFactor;
        foreach (var block in blocks)
        {
            if (keys is not null && (!block.Text.AsSpan().ContainsAny(keys) || MostIn(block) <= best.Worth)) continue;
            var worth = WorthOf(block) * ZoneFactor(block.Zone);
            if (worth <= best.Worth) continue;
            best = (block, worth);
            if (worth >= most * ZoneFactor(Zone.Text)) break; // no later one has more
        }
        return best;
    }

    // What stands between spaces is read where it has letters of the query; all of it where neighbours count, or where letters may have accents.
    private void Read(string text)
    {
        if (_keys is null || !_phrases.IsEmpty || !System.Text.Ascii.IsValid(text))
        {
            _reader.Read(text, _words);
            return;
        }
        _words.Clear();
        for (var at = 0; text.AsSpan(at).IndexOfAny(_keys) is >= 0 and var found;)
        {
            var start = at + text.AsSpan(at, found).LastIndexOfAny(Spaces) + 1;
            var length = text.AsSpan(at + found).IndexOfAny(Spaces);
            at = length < 0 ? text.Length : at + found + length;
            _reader.Read(text.AsSpan(start, at - start), _piece);
            foreach (var word in _piece) _words.Add(word with { Start = start + word.Start });
        }
    }

    private int PhraseFactor => _phrases.IsEmpty ? 1 : 4;

    // Looking for a few letters costs much less than reading. Other letters may be written with accents.
    private long MostIn(SearchBlock block)
    {
        if (!System.Text.Ascii.IsValid(block.Text)) return long.MaxValue;
        var there = 0UL;
        for (var i = 0; i < _keysOf.Length; i++)
        {
            if (block.Text.AsSpan().ContainsAny(_keysOf[i])) there |= 1UL << i;
        }
        return WorthOf(there) * PhraseFactor * ZoneFactor(block.Zone);
    }

    private long WorthOf(SearchBlock block)
    {
        Read(block.Text);
        var there = 0UL;
        foreach (var word in _words)
        {
            if (_wordOf.TryGetValue(word.Term, out var number)) there |= 1UL << number;
        }
        var worth = WorthOf(there);
        return there != 0 && _phrases.Any(HasPhrase) ? worth * PhraseFactor : worth;
    }

    private long WorthOf(ulong there)
    {
        var worth = 0L;
        for (var i = 0; i < _weights.Length; i++)
        {
            if ((there >> i & 1) != 0) worth += _weights[i];
        }
        return worth;
    }

    private bool HasPhrase(ImmutableArray<string> phrase)
    {
        var plain = _words.FindAll(w => !w.IsJoined);
        for (var i = 0; i + phrase.Length <= plain.Count; i++)
        {
            var length = 0;
            while (length < phrase.Length && plain[i + length].Term == phrase[length]) length++;
            if (length == phrase.Length) return true;
        }
        return false;
    }

    private static int ZoneFactor(Zone zone) => zone switch { Zone.Lead or Zone.Text => 4, Zone.Heading => 3, _ => 2 };

    private Excerpt Cut(SearchBlock block)
    {
        var text = block.Text;
        var marks = MarksIn(text); // and what it read is read
        var first = marks.IsEmpty ? 0 : marks[BestWindow(marks)].Start;
        var start = first <= Before ? 0 : first - Before;
        while (start > 0 && start < first && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = Math.Min(text.Length, start + Length);
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end < start + Length + 30) end++;
        if (end < text.Length && char.IsLowSurrogate(text[end]) && end > start) end--;
        var line = block.Line + text.AsSpan(0, first).Count('\n');
        var (lead, tail) = (start > 0 ? "… " : "", end < text.Length ? " …" : "");
        var folded = new System.Text.StringBuilder(lead);
        var kept = ImmutableArray.CreateBuilder<TextSpan>();
        var at = start;
        foreach (var mark in marks)
        {
            if (mark.Start < start || mark.End > end) continue;
            Append(folded, text.AsSpan(at, mark.Start - at));
            var from = folded.Length;
            Append(folded, text.AsSpan(mark.Start, mark.Length));
            kept.Add(TextSpan.Between(from, folded.Length));
            at = mark.End;
        }
        Append(folded, text.AsSpan(at, end - at));
        return new Excerpt(folded.ToString().TrimEnd() + tail, kept.ToImmutable(), line);
    }

    // The mark after which the most different words follow nearby.
    private int BestWindow(ImmutableArray<TextSpan> marks)
    {
        var hits = _words.Where(w => _wordOf.ContainsKey(w.Term)).ToList();
        var (best, worth) = (0, 0L);
        for (var (i, h) = (0, 0); i < marks.Length; i++)
        {
            while (h < hits.Count && hits[h].Start < marks[i].Start) h++;
            var there = 0UL;
            for (var next = h; next < hits.Count && next < h + 32 && hits[next].Start < marks[i].Start + Length - Before; next++) there |= 1UL << _wordOf[hits[next].Term];
            if (WorthOf(there) is var here && here <= worth) continue;
            (best, worth) = (i, here);
        }
        return best;
    }

    private static void Append(System.Text.StringBuilder into, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) into.Append(c);
            else if (into.Length > 0 && into[^1] != ' ') into.Append(' ');
        }
    }

    private static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.Start < merged[^1].End) merged[^1] = merged[^1].Union(span);
            else merged.Add(span);
        }
        return merged.ToImmutable();
    }
}
