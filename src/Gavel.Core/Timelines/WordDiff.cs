using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Timelines;

/// <summary>Compares texts by words and signs; white space is none of them, so a line that is wrapped elsewhere is the same.</summary>
public static class WordDiff
{
    /// <summary>Near linear in both texts: where too little is shared, a stretch counts as replaced whole.</summary>
    public static ImmutableArray<WordRun> Compare(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var (old, now) = (Split(from), Split(to));
        var ranges = LineDiff.Of([.. old.Select(w => w.Key)], [.. now.Select(w => w.Key)]);
        var runs = new RunList();
        var (o, n) = (0, 0);
        foreach (var range in WithoutIslands(ranges, now))
        {
            while (n < range.NewStart) runs.Add(WordOp.Same, now[n++].Text);
            for (o = range.OldStart; o < range.OldStart + range.OldCount; o++) runs.Add(WordOp.Removed, old[o].Text);
            for (; n < range.NewStart + range.NewCount; n++) runs.Add(WordOp.Added, now[n].Text);
        }
        while (n < now.Count) runs.Add(WordOp.Same, now[n++].Text);
        return runs.ToImmutable();
    }

    // A comma that stayed between two changes makes them harder to read, not easier.
    private static List<DiffRange> WithoutIslands(List<DiffRange> ranges, List<(string Key, string Text)> now)
    {
        var joined = new List<DiffRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1] is var last && IsIsland(now, last.NewStart + last.NewCount, range.NewStart))
                joined[^1] = new DiffRange(last.OldStart, range.OldStart + range.OldCount - last.OldStart, last.NewStart, range.NewStart + range.NewCount - last.NewStart);
            else
                joined.Add(range);
        }
        return joined;
    }

    private static bool IsIsland(List<(string Key, string Text)> words, int start, int end)
    {
        if (end - start > 2) return false;
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(words[i].Text[0])) return false;
        }
        return true;
    }

    /// <summary>Words and single signs, each with the white space behind it.</summary>
    private static List<(string Key, string Text)> Split(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var words = new List<(string, string)>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (IsWord(text[at]))
            {
                while (end < text.Length && IsWord(text[end])) end++;
            }
            else if (char.IsHighSurrogate(text[at]) && end < text.Length)
            {
                end++;
            }
            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            words.Add((text[at..end].ToString(), text[at..next].ToString()));
            at = next;
        }
        return words;
    }

    // Scripts that write no spaces are compared sign by sign.
    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) && c < '\u2E80') || c is '_' or '\'' or '\u2019';

    private sealed class RunList
    {
        private readonly ImmutableArray<WordRun>.Builder _runs = ImmutableArray.CreateBuilder<WordRun>();
        private readonly StringBuilder _text = new();
        private WordOp _op;

        public void Add(WordOp op, string text)
        {
            if (op != _op) Close();
            _op = op;
            _text.Append(text);
        }

        public ImmutableArray<WordRun> ToImmutable()
        {
            Close();
            return _runs.ToImmutable();
        }

        private void Close()
        {
            if (_text.Length > 0) _runs.Add(new WordRun(_op, _text.ToString()));
            _text.Clear();
        }
    }
}
