using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Finds the sentence of an index that says which number is the next.</summary>
internal static class NextNumber
{
    private const int Longest = 300; // characters: it is one short sentence

    public static (int Number, Place At)? Find(SourceText text, Block.Paragraph paragraph, string name)
    {
        var chars = text.Slice(paragraph.Span);
        foreach (var word in IndexWords.Next)
        {
            var from = 0;
            while (chars[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
            {
                var start = from + found;
                from = start + word.Length;
                if ((start > 0 && char.IsLetter(chars[start - 1])) || (from < chars.Length && char.IsLetter(chars[from]))) continue;
                var end = EndOfSentence(chars, from);
                var sentence = chars[from..end];
                if (DigitsIn(sentence) is not { } digits || !Says(sentence, name)) continue;
                var span = new TextSpan(paragraph.Span.Start + from + digits.Start, digits.Length);
                return (int.Parse(text.Slice(span), NumberStyles.None, CultureInfo.InvariantCulture), Place.In(text, span));
            }
        }
        return null;
    }

    private static int EndOfSentence(ReadOnlySpan<char> chars, int from)
    {
        var limit = Math.Min(chars.Length, from + Longest);
        for (var i = from; i < limit; i++)
        {
            if (chars[i] is '.' or '!' or '?' && (i + 1 == chars.Length || char.IsWhiteSpace(chars[i + 1]))) return i;
        }
        return limit;
    }

    private static bool Says(ReadOnlySpan<char> sentence, string name)
    {
        var folded = $" {HeadingKey.Fold(sentence)} ";
        return folded.Contains($" {HeadingKey.Fold(name)} ", StringComparison.Ordinal) || Array.Exists(IndexWords.NextOf, w => folded.Contains($" {w} ", StringComparison.Ordinal));
    }

    // The first whole number that is no part of a word, a version or a date.
    private static TextSpan? DigitsIn(ReadOnlySpan<char> sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!char.IsAsciiDigit(sentence[i])) continue;
            var end = i;
            while (end < sentence.Length && char.IsAsciiDigit(sentence[end])) end++;
            var before = i == 0 ? ' ' : sentence[i - 1];
            var after = end == sentence.Length ? ' ' : sentence[end];
            var isOwn = !char.IsLetter(before) && before != '.' && !char.IsLetter(after) && !(after is '.' or '-' or '/' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]));
            if (isOwn && end - i < 10) return TextSpan.Between(i, end);
            i = end;
        }
        return null;
    }
}
