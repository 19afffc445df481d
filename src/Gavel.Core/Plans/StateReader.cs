using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>States in the spellings that people use.</summary>
internal static class StateReader
{
    private const int MostWordsBehind = 14; // "done in 1.2, see the other one"

    /// <summary>The state that a whole text says; null when it says something else.</summary>
    /// <param name="isApart">It stands in brackets, in a column or as a heading of its own, where weaker words count too.</param>
    public static PlanItemState? OfWhole(string text, bool isApart)
    {
        if (OfSign(text.AsSpan().Trim()) is { } sign)
        {
            var rest = text.Trim()[sign.Length..].Trim();
            if (OfWords(rest, isApart) is { } said) return said;
            return rest.Length == 0 || isApart && rest.Length < 40 ? sign.State : null;
        }
        return OfWords(text, isApart) ?? (isApart ? OfShare(text) : null);
    }

    /// <summary>A sign that a text begins with.</summary>
    public static SignHit? OfSign(ReadOnlySpan<char> text)
    {
        foreach (var (sign, state) in PlanWords.Signs)
        {
            if (!text.StartsWith(sign, StringComparison.Ordinal)) continue;
            var length = sign.Length;
            while (length < text.Length && text[length] is '\uFE0F' or '\uFE0E' or '\u200D') length++; // how an emoji is to be shown
            return new SignHit(state, length);
        }
        return null;
    }

    /// <summary>A sign that a text ends with, and its length.</summary>
    public static (PlanItemState State, int Length)? OfLastSign(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '\uFE0F' or '\uFE0E' or '\u200D') end--;
        foreach (var (sign, state) in PlanWords.Signs)
        {
            if (sign[0] is not '[' and not '(' && text[..end].EndsWith(sign, StringComparison.Ordinal)) return (state, text.Length - end + sign.Length);
        }
        return null;
    }

    private static PlanItemState? OfWords(string text, bool isApart)
    {
        if (text.Length > 200) return null;
        var words = WordText.Of(text);
        var from = 0;
        if (PlanWords.BeforeState.At(words, 0) is { } before && before.End < words.Count) from = before.End;
        else if (isApart && ReferenceEnd(words) is { } end) from = end;
        return Of(words, from, isApart) ?? (from > 0 ? Of(words, 0, isApart) : null);
    }

    // "PR #12 merged", "#12 done".
    private static int? ReferenceEnd(WordText words)
    {
        var at = PlanWords.Reference.At(words, 0)?.End ?? (words.Text.AsSpan().TrimStart() is ['#', ..] ? 0 : -1);
        return at >= 0 && at + 1 < words.Count && words.Words[at].All(char.IsAsciiDigit) ? at + 1 : null;
    }

    private static PlanItemState? Of(WordText words, int from, bool isApart)
    {
        if (words.Count - from is 0 or > MostWordsBehind) return null;
        foreach (var table in isApart ? (ReadOnlySpan<(PlanItemState, CuePhrases)[]>)[PlanWords.States, PlanWords.WeakStates] : [PlanWords.States])
        {
            foreach (var (state, phrases) in table)
            {
                if (phrases.At(words, from) is { } hit && EndsWell(words, hit.End, state)) return state;
            }
        }
        return null;
    }

    // Nothing more, or where, when and why.
    private static bool EndsWell(WordText words, int at, PlanItemState state)
    {
        if (at >= words.Count || PlanWords.AfterState.At(words, at) is not null) return true;
        var mark = words.Text.AsSpan(words.EndOf(at - 1), words.StartOf(at) - words.EndOf(at - 1)).Trim();
        if (mark.Length > 0 && mark[0] is ',' or ';' or ':' or '(' or '[' or '.' or '-' or '\u2013' or '\u2014' or '#' or '/' or '!' && words.Count - at <= 8) return true;
        return char.IsAsciiDigit(words.Words[at][0]) || DueReader.IsDate(words, at) || Of(words, at, isApart: false) == state;
    }

    // "80 %", "100% done".
    private static PlanItemState? OfShare(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent is < 1 or > 12) return null;
        var words = WordText.Of(text[..percent]);
        if (words.Count != 1 || EffortReader.NumberOf(words.Words[0]) is not { } share) return null;
        return share >= 100 ? PlanItemState.Done : share == 0 ? PlanItemState.Open : PlanItemState.Active;
    }
}

/// <param name="Length">Of the sign, with what belongs to it.</param>
internal readonly record struct SignHit(PlanItemState State, int Length);
