using System.Globalization;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <param name="At">From the number to the unit.</param>
/// <param name="FirstWord">The index of its first word.</param>
/// <param name="AfterWord">The index of the first word behind it.</param>
/// <param name="IsPersonal">The unit says that it is work: person-days.</param>
internal readonly record struct EffortFound(TextSpan At, int FirstWord, int AfterWord, Effort Effort, bool IsPersonal);

/// <summary>Amounts of time in text: <c>3 days</c>, <c>2-3 weeks</c>, <c>1.5 person-weeks</c>, <c>2w</c>, <c>half a day</c>.</summary>
internal static class EffortReader
{
    private const decimal Most = 100_000;

    /// <summary>In the order of the text; two that make a range are one.</summary>
    public static List<EffortFound> Find(WordText words)
    {
        var found = new List<EffortFound>();
        for (var i = 0; i < words.Count; i++)
        {
            if (At(words, i) is not { } next) continue;
            if (found.Count > 0 && Joins(words, found[^1], next) is { } joined) found[^1] = joined;
            else found.Add(next);
            i = next.AfterWord - 1;
        }
        return found;
    }

    /// <summary>The number that a word is: digits or a word for it.</summary>
    public static decimal? NumberOf(string word)
    {
        if (word.Length <= 6 && word.AsSpan().ContainsAnyExceptInRange('0', '9') is false && word.Length > 0) return int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
        if (word is "half") return 0.5m;
        foreach (var (name, value) in Cues.NumberWords)
        {
            if (string.Equals(name, word, StringComparison.Ordinal)) return value;
        }
        return null;
    }

    private static EffortFound? At(WordText words, int first)
    {
        if (Compact(words, first) is { } compact) return compact;
        if (NumberOf(words.Words[first]) is not { } low || words.Words[first] is "a" or "an" && Fractions.Before(words, first, dashed: false) is not null) return OfSign(words, first);
        if (!IsFree(words, first)) return null;
        var (min, after) = Fractions.With(words, first, low);
        var max = min;
        var start = words.StartOf(first);
        if (Fractions.Before(words, first, dashed: true) is var (least, from) && least < min) (min, start) = (least, from); // "½-1 day"
        if (after < words.Count && words.Words[first] is "half" && words.Words[after] is "a" or "an") after++; // "half a day"
        else if (after < words.Count && words.Words[first] is "a" && words.Words[after] is "couple" or "half") // "a couple of days"
        {
            (min, max) = words.Words[after] is "half" ? (0.5m, 0.5m) : (2, 2);
            after++;
            if (after < words.Count && words.Words[after] is "of") after++;
        }
        if (RangeEnd(words, after) is { } end)
        {
            (max, after) = end;
            if (Compact(words, after - 1) is { } last && last.FirstWord == after - 1) return Make(words, first, after, Math.Min(min * (last.Effort.Max / Math.Max(max, 0.01m)), last.Effort.Max), last.Effort.Max, last.IsPersonal, start);
        }
        return Unit(words, after, isWhole: first == 0) is { } unit ? Make(words, first, unit.After, min * unit.Days, max * unit.Days, unit.IsPersonal, start) : null;
    }

    // "½ day", "½ a day".
    private static EffortFound? OfSign(WordText words, int first)
    {
        if (Fractions.Before(words, first, dashed: false) is not var (part, start)) return null;
        return Unit(words, words.Words[first] is "a" or "an" ? first + 1 : first, isWhole: false) is { } unit ? Make(words, first, unit.After, part * unit.Days, part * unit.Days, unit.IsPersonal, start) : null;
    }

    // "2d", "1.5w", "3pd".
    private static EffortFound? Compact(WordText words, int first)
    {
        var word = words.Words[first];
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits == 0 || digits == word.Length || digits > 5 || !IsFree(words, first)) return null;
        foreach (var (unit, days) in PlanWords.Units)
        {
            if (!word.AsSpan(digits).Equals(unit, StringComparison.Ordinal)) continue;
            var number = Fractions.WithComma(words, first) ?? decimal.Parse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            var start = first;
            if (first > 0 && Fractions.IsJoined(words, first - 1, first, '.') && NumberOf(words.Words[first - 1]) is { } whole && words.Words[first - 1].Length < 5)
            {
                number = whole + number / Fractions.Power(digits);
                start = first - 1;
            }
            return Make(words, start, first + 1, number * days, number * days, PlanWords.PersonUnits.Contains(unit, StringComparer.Ordinal));
        }
        return null;
    }

    private static (decimal Max, int After)? RangeEnd(WordText words, int at)
    {
        if (at >= words.Count) return null;
        var next = words.Words[at] is "to" or "or" ? at + 1 : IsDashed(words, at - 1, at) ? at : -1;
        if (next < 0 || next >= words.Count) return null;
        if (NumberOf(words.Words[next]) is { } max)
        {
            var (value, after) = Fractions.With(words, next, max);
            return (value, after);
        }
        var digits = words.Words[next].AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 5 ? (decimal.Parse(words.Words[next].AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture), next + 1) : null;
    }

    /// <param name="isWhole">The text begins with the number; if it ends with the unit, a single letter is one: "2 d".</param>
    private static (decimal Days, int After, bool IsPersonal)? Unit(WordText words, int at, bool isWhole)
    {
        var isPersonal = false;
        for (var skipped = 0; at < words.Count && skipped < 3; at++, skipped++)
        {
            var word = words.Words[at];
            var isPerson = PlanWords.Persons.Contains(word, StringComparer.Ordinal);
            if (!isPerson && !PlanWords.Fillers.Contains(word, StringComparer.Ordinal)) break;
            isPersonal |= isPerson;
        }
        if (at >= words.Count) return null;
        foreach (var (word, days) in PlanWords.Units)
        {
            if ((word.Length > 1 || (isWhole && at == words.Count - 1)) && string.Equals(word, words.Words[at], StringComparison.Ordinal)) return (days, at + 1, isPersonal || PlanWords.PersonUnits.Contains(word, StringComparer.Ordinal));
        }
        return null;
    }

    // "1 week - 2 weeks", "1 week 2 days".
    private static EffortFound? Joins(WordText words, EffortFound a, EffortFound b)
    {
        if (b.FirstWord == a.AfterWord + 1 && words.Words[a.AfterWord] is "to" or "or" || b.FirstWord == a.AfterWord && IsDashed(words, a.AfterWord - 1, b.FirstWord))
            return Make(words, a.FirstWord, b.AfterWord, Math.Min(a.Effort.Min, b.Effort.Min), Math.Max(a.Effort.Max, b.Effort.Max), a.IsPersonal || b.IsPersonal);
        if (b.FirstWord == a.AfterWord && b.Effort.Max < a.Effort.Min && words.StartOf(b.FirstWord) - words.EndOf(a.AfterWord - 1) <= 1)
            return Make(words, a.FirstWord, b.AfterWord, a.Effort.Min + b.Effort.Min, a.Effort.Max + b.Effort.Max, a.IsPersonal || b.IsPersonal);
        return null;
    }

    private static EffortFound Make(WordText words, int first, int after, decimal min, decimal max, bool isPersonal, int? start = null) =>
        new(TextSpan.Between(start ?? words.StartOf(first), words.EndOf(after - 1)), first, after, new Effort(Math.Min(Math.Min(min, max), Most), Math.Min(Math.Max(min, max), Most)), isPersonal);

    // No part of a version, an identifier or a reference: "v1.2", "#12", "x-3".
    private static bool IsFree(WordText words, int first)
    {
        var start = words.StartOf(first);
        if (start == 0 || !char.IsAsciiDigit(words.Text[start])) return true;
        var before = words.Text[start - 1];
        if (before is '#' or '_' or '$' or '/') return false;
        if (before is not ('.' or '-')) return true;
        // A dash or a point between is well only behind another number.
        return start == 1 || !char.IsLetterOrDigit(words.Text[start - 2]) || (first > 0 && NumberOf(words.Words[first - 1]) is not null);
    }

    private static bool IsDashed(WordText words, int left, int right)
    {
        if (left < 0) return false;
        var between = words.Text.AsSpan(words.EndOf(left), words.StartOf(right) - words.EndOf(left)).Trim();
        return between.Length == 1 && between[0] is '-' or '\u2013' or '\u2014' or '~' or '/';
    }
}
