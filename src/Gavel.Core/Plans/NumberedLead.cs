using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>The beginning of an item that says what it is: <c>Milestone 2: …</c>, <c>M2 – …</c>, <c>Phase A</c>.</summary>
internal static class NumberedLead
{
    /// <summary>Null where the text begins otherwise.</summary>
    public static PlanItemKind? Of(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0])) return null;
        var words = WordText.Of(text.Length > 80 ? text[..80] : text);
        if (words.Count == 0) return null;
        foreach (var (phrases, kind) in PlanWords.Numbered)
        {
            if (phrases.At(words, 0) is { } hit && (hit.Length > 1 || words.Words[0].Length > 2) && hit.End < words.Count && IsNumber(words.Words[hit.End]) && EndsLead(words, hit.End)) return kind;
            // "M2", "T3": one word.
            var first = words.Words[0];
            var letters = first.AsSpan().IndexOfAnyInRange('0', '9');
            if (letters is 1 or 2 && first.Length - letters <= 2 && char.IsUpper(text[0]) && phrases.Is(first[..letters]) && EndsLead(words, 0)) return kind;
        }
        return null;
    }

    private static bool IsNumber(string word) => word.Length <= 3 && char.IsAsciiDigit(word[0]) || word.Length == 1 || word is "one" or "two" or "three" or "four" or "five" or "six" or "ii" or "iii" or "iv" or "vi" or "zero";

    // A mark behind it, or nothing more.
    private static bool EndsLead(WordText words, int at) =>
        at + 1 == words.Count || words.Text.AsSpan(words.EndOf(at), words.StartOf(at + 1) - words.EndOf(at)).IndexOfAnyExcept(' ') >= 0;
}
