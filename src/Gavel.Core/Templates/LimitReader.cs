using System.Collections.Immutable;
using System.Globalization;

namespace Gavel.Core.Templates;

/// <param name="IsSure">False for an approximate amount: <c>about 200 words</c>.</param>
internal readonly record struct LimitFound(LimitUnit Unit, int Max, bool IsSure);

/// <summary>Reads how long something may be.</summary>
internal static class LimitReader
{
    /// <summary>The greatest amounts that a text names, in its order. An amount without a word of limiting counts only where <paramref name="isHeading"/> says that it stands behind a title.</summary>
    public static ImmutableArray<LimitFound> Read(string text, bool isHeading = false)
    {
        var words = WordText.Of(text);
        var found = ImmutableArray.CreateBuilder<LimitFound>();
        for (var i = 1; i < words.Count; i++)
        {
            if (UnitAt(words, i) is not { } unit) continue;
            if (NumberBefore(words, i) is not { } number) continue;
            if (Judge(words, number.Word, number.First, i, unit, number.Value, isHeading) is { } limit && !found.Contains(limit)) found.Add(limit);
        }
        if (Cues.Wrap.IsIn(words) && found.Count == 0 && WidthOf(words) is { } width) found.Add(new LimitFound(LimitUnit.Columns, width, IsSure: true));
        return found.ToImmutable();
    }

    private static LimitFound? Judge(WordText words, int number, int first, int unitWord, LimitUnit unit, int value, bool isHeading)
    {
        if (value <= 0 || Cues.AtLeast.Before(words, first) is not null && Cues.AtMostBefore.Before(words, first) is null) return null;
        if (unit == LimitUnit.Characters && Cues.Wrap.IsIn(words)) unit = LimitUnit.Columns;
        var isCapped = Cues.AtMostBefore.Before(words, first) is not null || Cues.AtMostAfter.At(words, unitWord + 1) is not null || Cues.AtMostAfter.At(words, number + 1) is not null;
        if (isCapped) return new LimitFound(unit, value, IsSure: true);
        if (unit == LimitUnit.Columns && Cues.Wrap.IsIn(words)) return new LimitFound(unit, value, IsSure: true);
        var mark = words.StartOf(first) - 1;
        var isAbout = Cues.About.Before(words, first) is not null || (mark >= 0 && words.Text[mark] is '~' or '≈' or '<' or '≤') || first != number;
        if (unit == LimitUnit.Paragraphs && unitWord + 1 < words.Count && (words.Words[unitWord + 1] is "per" or "each" || unitWord + 2 < words.Count && words.Words[unitWord + 2] is "each" or "every")) return null;
        if (unit == LimitUnit.Paragraphs) return value <= 5 ? new LimitFound(unit, value, words.Words[number] is "single" && !isAbout) : null;
        if (unit is LimitUnit.Lines) return null;
        if (isAbout || isHeading) return new LimitFound(unit, value, mark >= 0 && words.Text[mark] is '<' or '≤' || (isHeading && !isAbout));
        return null;
    }

    private static LimitUnit? UnitAt(WordText words, int i) => Cues.LimitUnits.TryGetValue(words.Words[i], out var unit) ? unit : null;

    // The number right before the unit, with at most one adjective between; a range counts with its greater end.
    private static (int Word, int First, int Value)? NumberBefore(WordText words, int unit)
    {
        for (var back = 1; back <= 2 && unit - back >= 0; back++)
        {
            var at = unit - back;
            if (ValueOf(words.Words[at]) is not { } value) continue;
            if (back == 2 && words.Words[unit - 1] is "of" or "and" or "or" or "the") return null;
            var first = at;
            if (words.Words[at] is "hundred" or "thousand")
            {
                var times = at > 0 ? ValueOf(words.Words[at - 1]) : null;
                if (Times(times ?? 1, words.Words[at] is "hundred" ? 100 : 1000) is not { } product) return null;
                value = product;
                if (times is not null) first--;
            }
            else if (words.Words[at] is "a" or "an") return null;
            if (first >= 2 && words.Words[first - 1] is "to" or "and" or "or" && ValueOf(words.Words[first - 2]) is not null && words.Words[first - 2] is not ("a" or "an")) first -= 2;
            else if (first >= 1 && char.IsAsciiDigit(words.Words[first - 1][0]) && ValueOf(words.Words[first - 1]) is not null && words.StartOf(first) - words.EndOf(first - 1) <= 3) first--;
            return (at, first, value);
        }
        return null;
    }

    // "wrap text at 79", where no unit stands behind the number.
    private static int? WidthOf(WordText words)
    {
        for (var i = 1; i < words.Count; i++)
            if (char.IsAsciiDigit(words.Words[i][0]) && ValueOf(words.Words[i]) is >= 60 and <= 200 and var value && Cues.AtMostBefore.Before(words, i) is not null) return value;
        return null;
    }

    public static int? ValueOf(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        if (word is "thousand") return 1000;
        foreach (var (name, number) in Cues.NumberWords)
            if (string.Equals(name, word, StringComparison.Ordinal)) return number;
        return null;
    }

    /// <summary>The greatest size of one piece of work in person-days; null when the text names none.</summary>
    public static int? TaskDays(string text)
    {
        var words = WordText.Of(text);
        if (!Cues.TaskWord.IsIn(words)) return null;
        for (var i = 1; i < words.Count; i++)
        {
            if (Cues.SizeUnit.At(words, i) is not { } unit || ValueOf(words.Words[i - 1]) is not { } amount) continue;
            var isCapped = Cues.AtMostBefore.Before(words, i - 1) is not null || Cues.AtMostAfter.At(words, unit.End) is not null;
            if (!isCapped) continue;
            return Times(amount, DaysOf(words.Words[unit.End - 1]));
        }
        return null;
    }

    // What nobody can count is no limit.
    private static int? Times(int a, int b) => (long)a * b is <= int.MaxValue and var product ? (int)product : null;

    private static int DaysOf(string unit) => Cues.UnitDays.GetValueOrDefault(unit, 1);
}
