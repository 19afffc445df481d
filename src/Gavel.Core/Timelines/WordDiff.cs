using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Timelines;

/// <summary>
/// Compares texts by words and signs; white space is none of them, so a line that is wrapped elsewhere is the same. Code is compared by lines, and never with prose.
/// </summary>
public static class WordDiff
{
    /// <summary>Near linear in both texts: where too little is shared, a stretch counts as replaced whole.</summary>
    public static ImmutableArray<WordRun> Compare(ReadOnlySpan<char> from, ReadOnlySpan<char> to) => Compare(from, [], to, []);

    /// <param name="fromCode">Where the first text is code, in order.</param>
    /// <param name="toCode">Where the second is.</param>
    public static ImmutableArray<WordRun> Compare(ReadOnlySpan<char> from, ImmutableArray<TextSpan> fromCode, ReadOnlySpan<char> to, ImmutableArray<TextSpan> toCode)
    {
        var (old, now) = (Split(from, fromCode), Split(to, toCode));
        var ranges = LineDiff.Of([.. old.Select(w => w.Key)], [.. now.Select(w => w.Key)]);
        var runs = new RunList();
        var (o, n) = (0, 0);
        foreach (var range in WithoutIslands(ranges, now))
        {
            while (n < range.NewStart) runs.Add(WordOp.Same, now[n++]);
            for (o = range.OldStart; o < range.OldStart + range.OldCount; o++) runs.Add(WordOp.Removed, old[o]);
            for (; n < range.NewStart + range.NewCount; n++) runs.Add(WordOp.Added, now[n]);
        }
        while (n < now.Count) runs.Add(WordOp.Same, now[n++]);
        return runs.ToImmutable();
    }

    // A comma that stayed between two changes makes them harder to read, not easier.
    private static List<DiffRange> WithoutIslands(List<DiffRange> ranges, List<Token> now)
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

    private static bool IsIsland(List<Token> words, int start, int end)
    {
        if (end - start > 2) return false;
        for (var i = start; i < end; i++)
        {
            if (words[i].IsCode || char.IsLetterOrDigit(words[i].Text[0])) return false;
        }
        return true;
    }

    private static List<Token> Split(ReadOnlySpan<char> text, ImmutableArray<TextSpan> code)
    {
        var tokens = new List<Token>();
        var at = 0;
        foreach (var span in code)
        {
            if (span.Start < at || span.End > text.Length) continue;
            AddWords(tokens, text[at..span.Start].TrimStart());
            foreach (var line in text[span.Start..span.End].EnumerateLines()) tokens.Add(new Token($"\n{line.TrimEnd()}", $"{line.TrimEnd()}\n", IsCode: true));
            at = span.End;
        }
        AddWords(tokens, text[at..].Trim());
        return tokens;
    }

    private static void AddWords(List<Token> words, ReadOnlySpan<char> text)
    {
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
            words.Add(new Token(text[at..end].ToString(), text[at..next].ToString(), IsCode: false));
            at = next;
        }
    }

    // Scripts that write no spaces are compared sign by sign.
    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) && c < '\u2E80') || c is '_' or '\'' or '\u2019';

    /// <summary>A word or a single sign with the white space behind it, or a line of code.</summary>
    /// <param name="Key">How it compares.</param>
    private sealed record Token(string Key, string Text, bool IsCode);

    private sealed class RunList
    {
        private readonly ImmutableArray<WordRun>.Builder _runs = ImmutableArray.CreateBuilder<WordRun>();
        private readonly StringBuilder _text = new();
        private WordOp _op;
        private bool _isCode;

        public void Add(WordOp op, Token token)
        {
            if (op != _op || token.IsCode != _isCode) Close();
            (_op, _isCode) = (op, token.IsCode);
            _text.Append(token.Text);
        }

        public ImmutableArray<WordRun> ToImmutable()
        {
            Close();
            return _runs.ToImmutable();
        }

        private void Close()
        {
            if (_text.Length > 0) _runs.Add(new WordRun(_op, _text.ToString()) { IsCode = _isCode });
            _text.Clear();
        }
    }
}
