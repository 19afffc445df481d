using Gavel.Core.Documents;

namespace Gavel.Core.Searching;

/// <summary>Parts texts into words. Linear; not safe for use by several threads at once.</summary>
public sealed class WordReader
{
    private const int MaxParts = 6;
    private const int LongestTerm = 40;
    private const int LongestOpaque = 24; // hashes and addresses are no words
    private const int PoolSize = 200_000;

    private static readonly byte[] Classes = ClassTable();

    private readonly char[] _joined = new char[(LongestTerm * 2) + 2];
    private readonly List<(int Start, int End)> _parts = [];

    private int _epoch;

    /// <summary>The different words that were read.</summary>
    internal TermPool Pool { get; } = new();

    private enum Class : byte
    {
        Break,
        Lower,
        Upper,
        Digit,
        Single,
    }

    /// <summary>The words of a text in their order.</summary>
    /// <param name="words">Is emptied first.</param>
    public void Read(ReadOnlySpan<char> text, List<Word> words)
    {
        words.Clear();
        var at = 0;
        while (at < text.Length)
        {
            switch (ClassOf(text[at]))
            {
                case Class.Break: at++; break;
                case Class.Single:
                    Add(text, at, at + 1, words);
                    at++;
                    break;
                default: at = ReadCompound(text, at, words); break;
            }
        }
    }

    /// <summary>Forgets its words when they have become many; those who read without end call it now and then.</summary>
    /// <returns>Another number than before where it did: the numbers of words begin anew.</returns>
    internal int Trim()
    {
        if (Pool.Count <= PoolSize) return _epoch;
        Pool.Clear();
        return ++_epoch;
    }

    /// <summary>Letters and digits alone, in lower case without accents; numbers without leading zeros. <c>EIP-0020</c> and <c>eip20</c> are the same.</summary>
    public string Fold(ReadOnlySpan<char> text)
    {
        var words = new List<Word>();
        Read(text, words);
        var parts = new System.Text.StringBuilder();
        var buffer = new char[LongestTerm * 2];
        var end = 0;
        foreach (var word in words)
        {
            if (word.IsJoined || word.Start < end) continue;
            end = word.Start + word.Length;
            parts.Append(buffer.AsSpan(0, FoldPart(text.Slice(word.Start, word.Length), buffer)));
        }
        return parts.ToString();
    }

    private static Class ClassOf(char c) => (Class)Classes[c];

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at < text.Length && ClassOf(text[at]) is Class.Lower or Class.Upper or Class.Digit;

    private int ReadCompound(ReadOnlySpan<char> text, int start, List<Word> words)
    {
        _parts.Clear();
        var at = start;
        var turns = 0; // between letters and digits without a mark
        while (true)
        {
            var end = PartEnd(text, at);
            _parts.Add((at, end));
            at = end;
            if (IsWord(text, at))
            {
                if (ClassOf(text[at - 1]) == Class.Digit != (ClassOf(text[at]) == Class.Digit)) turns++;
            }
            else if (at < text.Length && text[at] is '_' or '-' && IsWord(text, at + 1))
            {
                at++;
            }
            else
            {
                break;
            }
        }
        if (turns >= 3)
        {
            if (at - start <= LongestOpaque) AddJoined(text, start, at, words, isJoined: false);
            return at;
        }
        foreach (var (from, to) in _parts) Add(text, from, to, words);
        if (_parts.Count is > 1 and <= MaxParts) AddJoined(text, start, at, words, isJoined: true);
        return at;
    }

    // `HTTPServer` is HTTP and Server, `IDs` is one word, `don't` is one word.
    private static int PartEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        if (ClassOf(text[at]) == Class.Digit)
        {
            while (end < text.Length && ClassOf(text[end]) == Class.Digit) end++;
            return end;
        }
        while (end < text.Length && ClassOf(text[end]) == Class.Upper) end++;
        var capitals = end - at;
        if (capitals > 1)
        {
            if (end == text.Length || ClassOf(text[end]) != Class.Lower) return end;
            var isPlural = text[end] == 's' && !IsWord(text, end + 1);
            return isPlural ? end + 1 : end - 1;
        }
        while (end < text.Length)
        {
            if (ClassOf(text[end]) == Class.Lower) end++;
            else if (text[end] is '\'' or '\u2019' && end > at && end + 1 < text.Length && ClassOf(text[end + 1]) == Class.Lower) end += 2;
            else break;
        }
        return end;
    }

    private void Add(ReadOnlySpan<char> text, int start, int end, List<Word> words)
    {
        if (end - start > LongestTerm) return;
        Span<char> folded = stackalloc char[LongestTerm * 2];
        var length = FoldPart(text[start..end], folded);
        if (length > 0) Add(folded[..length], start, end, words, isJoined: false);
    }

    private void AddJoined(ReadOnlySpan<char> text, int start, int end, List<Word> words, bool isJoined)
    {
        var length = 0;
        foreach (var (from, to) in _parts)
        {
            if (to - from + length > LongestTerm) return;
            length += FoldPart(text[from..to], _joined.AsSpan(length));
        }
        if (length is > 0 and <= LongestTerm) Add(_joined.AsSpan(0, length), start, end, words, isJoined);
    }

    /// <returns>The length of what is written: at most twice that of the part.</returns>
    private static int FoldPart(ReadOnlySpan<char> part, Span<char> into)
    {
        if (part[0] == '0') part = part.TrimStart('0') is { IsEmpty: false } rest ? rest : part[..1];
        var length = 0;
        foreach (var c in part)
        {
            if (c < 128)
            {
                if (char.IsAsciiLetterOrDigit(c)) into[length++] = (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
            }
            else if ((LatinLetters.Plain(c) ?? LatinLetters.Plain(char.ToLowerInvariant(c))) is { } plain)
            {
                foreach (var letter in plain) into[length++] = char.ToLowerInvariant(letter);
            }
            else if (c is not ('\u2019' or (>= '\u0300' and <= '\u036F'))) // an accent by itself
            {
                into[length++] = char.ToLowerInvariant(c);
            }
        }
        return length;
    }

    private void Add(ReadOnlySpan<char> folded, int start, int end, List<Word> words, bool isJoined)
    {
        Span<char> stem = stackalloc char[folded.Length];
        folded.CopyTo(stem);
        if (folded.Length >= SearchWords.ShortestWithEnding && SearchWords.IsEndOfEnding(folded[^1]))
        {
            foreach (var (ending, instead) in SearchWords.Endings)
            {
                if (!folded.EndsWith(ending, StringComparison.Ordinal)) continue;
                if (instead is null) break;
                instead.CopyTo(stem[(folded.Length - ending.Length)..]);
                stem = stem[..(folded.Length - ending.Length + instead.Length)];
                break;
            }
        }
        var number = Pool.NumberOf(stem);
        words.Add(new Word(Pool[number], start, end - start, isJoined) { Number = number });
    }

    private static byte[] ClassTable()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            classes[i] = (byte)(i < 128
                ? char.IsAsciiDigit(c) ? Class.Digit : char.IsAsciiLetterLower(c) ? Class.Lower : char.IsAsciiLetterUpper(c) ? Class.Upper : Class.Break
                : char.ToLowerInvariant(c) == c ? Class.Lower : Class.Upper);
        }
        foreach (var (first, last) in SearchWords.Breaks) classes.AsSpan(first, last - first + 1).Clear();
        foreach (var (first, last) in SearchWords.Singles) classes.AsSpan(first, last - first + 1).Fill((byte)Class.Single);
        return classes;
    }
}
