using System.Globalization;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Lifecycles;

/// <summary>Whether two versions of a text say the same: header fields, comments, white space, marks, ticks and slips of the pen aside.</summary>
public static class Substance
{
    private const int ShortestSlip = 5; // letters: in shorter words one letter changes the meaning ("may", "must", "not")

    /// <param name="fieldHeading">A section that holds a field's value, as the status; its words are no part of the text. Null for none.</param>
    /// <remarks>Linear in the texts but for words that differ, each of which costs its length squared.</remarks>
    public static bool IsSame(Document before, Document after, string? fieldHeading = null)
    {
        return before.Text.Id == after.Text.Id || IsSame(Words(before, fieldHeading), Words(after, fieldHeading));
    }

    /// <summary>For texts without a syntax.</summary>
    public static bool IsSame(SourceText before, SourceText after) => before.Id == after.Id || IsSame(Words(before.Chars, [], default), Words(after.Chars, [], default));

    private static bool IsSame(List<string> old, List<string> now)
    {
        if (old.Count != now.Count) return false;
        for (var i = 0; i < old.Count; i++)
        {
            if (!string.Equals(old[i], now[i], StringComparison.Ordinal) && !IsSlip(old[i], now[i])) return false;
        }
        return true;
    }

    // "[x]" before the words of a list item: what is ticked off says nothing new.
    private static bool IsTick(string chars, int at) => chars[at] is 'x' or 'X' && at > 0 && chars[at - 1] == '[' && at + 1 < chars.Length && chars[at + 1] == ']';

    private static bool IsSlip(string a, string b) =>
        a.Length >= ShortestSlip && b.Length >= ShortestSlip && a[0] == b[0] && a.All(char.IsLetter) && b.All(char.IsLetter) && Spelling.Distance(a, b, 1) <= 1;

    /// <summary>The words outside of the header, lower case, without marks; the same word twice behind itself is one.</summary>
    private static List<string> Words(Document document, string? fieldHeading)
    {
        var skipped = document.HeaderSpans();
        if (document.FrontMatter is { } front) skipped.Add(front);
        skipped.AddRange(document.Root.SelfAndDescendants().SelectMany(s => s.Blocks).OfType<Block.Comment>().Select(c => c.Span));
        if (fieldHeading is not null)
            skipped.AddRange(document.Root.SelfAndDescendants().Where(s => string.Equals(s.Heading?.Text, fieldHeading, StringComparison.OrdinalIgnoreCase)).SelectMany(s => s.Blocks).Select(b => b.Span));
        skipped.Sort();
        return Words(document.Text.Chars, skipped, document.Title?.Span ?? default);
    }

    private static List<string> Words(string chars, List<TextSpan> skipped, TextSpan title)
    {
        var words = new List<string>();
        var skip = 0;
        var isBehindWord = false; // on its line
        for (var i = 0; i < chars.Length; i++)
        {
            while (skip < skipped.Count && skipped[skip].End <= i) skip++;
            if (skip < skipped.Count && skipped[skip].Start <= i)
            {
                i = skipped[skip].End - 1;
                continue;
            }
            if (chars[i] is '\n' or '\r') isBehindWord = false;
            if (LetterAt(chars, i) == 0)
            {
                if (MeaningSigns.LengthAt(chars, i, isBehindWord) is var length and > 0)
                {
                    words.Add(chars.Substring(i, length));
                    i += length - 1;
                }
                continue;
            }
            if (!isBehindWord && IsTick(chars, i)) continue;
            isBehindWord = true;
            var end = i;
            while (PartAt(chars, end) is > 0 and var part) end += part;
            var word = chars[i..end].ToLowerInvariant().Replace('’', '\'');
            // The number in the title is the proposal's name.
            if (i < title.End && i >= title.Start && word.All(char.IsAsciiDigit)) word = "0";
            if (words.Count == 0 || !string.Equals(words[^1], word, StringComparison.Ordinal) || !word.All(char.IsLetter)) words.Add(word);
            i = end - 1;
        }
        return words;
    }

    // How many units what goes on with a word takes: a letter, a mark of one, a dot or an apostrophe between two.
    private static int PartAt(string chars, int at)
    {
        if (at == chars.Length) return 0;
        if (LetterAt(chars, at) is > 0 and var letter) return letter;
        if (chars[at] is '.' or '\'' or '’') return at + 1 < chars.Length && LetterAt(chars, at + 1) > 0 ? 1 : 0;
        return Rune.TryGetRuneAt(chars, at, out var rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? rune.Utf16SequenceLength : 0;
    }

    private static int LetterAt(string chars, int at)
    {
        if (!char.IsSurrogate(chars[at])) return Letters.IsLetterOrDigit(chars[at]) ? 1 : 0;
        return Rune.TryGetRuneAt(chars, at, out var rune) && Rune.IsLetterOrDigit(rune) ? rune.Utf16SequenceLength : 0;
    }
}
