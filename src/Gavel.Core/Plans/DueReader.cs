using System.Globalization;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>Dates by which something is to be done: <c>2024-05-01</c>, <c>1 May 2024</c>, <c>end of March 2022</c>, <c>Q3 2024</c>. A month or quarter means its last day.</summary>
internal static class DueReader
{
    /// <summary>The date that the whole text is, with words for "until" before it.</summary>
    /// <param name="isAlone">False to ask for such a word.</param>
    public static DateOnly? OfWhole(WordText words, bool isAlone = true)
    {
        var at = 0;
        var isSaid = false;
        while (PlanWords.DueLabel.At(words, at) is { } label)
        {
            at = label.End;
            isSaid = true;
        }
        while (at < words.Count && words.Words[at] is "the" or "of" or "end" or "mid" or "early" or "late" or "year" or "on" or "in" or "around" or "about" or "estimated") at++;
        if ((!isSaid && !isAlone) || at >= words.Count || words.Count - at > 4) return null;
        return OfWords(words, at);
    }

    /// <summary>The date that a sentence ends with, behind a word that says it is one for the work: "… by 1 May 2024".</summary>
    /// <returns>With the index of the first word that belongs to it; null where the sentence ends otherwise.</returns>
    public static (DateOnly Due, int FirstWord)? OfEnd(WordText words)
    {
        for (var count = 4; count >= 1; count--)
        {
            var at = words.Count - count;
            if (at < 2 || PlanWords.DueWithin.Before(words, at) is not { Word: > 0 } label || OfWords(words, at) is not { } due) continue;
            return (due, label.Word);
        }
        return null;
    }

    /// <summary>What stands from a word on is a date and nothing else.</summary>
    public static bool IsDate(WordText words, int at) => words.Count - at is >= 1 and <= 4 && OfWords(words, at) is not null;

    private static DateOnly? OfWords(WordText words, int at)
    {
        var count = words.Count - at;
        var (a, b, c) = (words.Words[at], count > 1 ? words.Words[at + 1] : "", count > 2 ? words.Words[at + 2] : "");
        return count switch
        {
            3 when Year(a) is { } year && Number(b) is { } month && Number(c) is { } day => Day(year, month, day),
            3 when Year(c) is { } year && Month(b) is { } month && Ordinal(a) is { } day => Day(year, month, day),
            3 when Year(c) is { } year && Month(a) is { } month && Ordinal(b) is { } day => Day(year, month, day),
            3 when Year(c) is { } year && Number(a) is { } day && Number(b) is { } month && words.Text[words.EndOf(at)] == '.' => Day(year, month, day),
            3 when Year(c) is { } year && Number(a) is { } first && Number(b) is { } second && words.Text[words.EndOf(at)] == '/' && first > 12 != second > 12 => Day(year, Math.Min(first, second), Math.Max(first, second)), // one of the two can be no month
            4 when Year(words.Words[at + 3]) is { } year && Month(c) is { } month && b is "of" && Ordinal(a) is { } day => Day(year, month, day),
            2 when Year(b) is { } year && Month(a) is { } month => LastOf(year, month),
            2 when Year(a) is { } year && Month(b) is { } month => LastOf(year, month),
            2 when Year(b) is { } year && a is "q1" or "q2" or "q3" or "q4" => LastOf(Year(b)!.Value, 3 * (a[1] - '0')),
            2 when Year(a) is { } year && b is "q1" or "q2" or "q3" or "q4" => LastOf(Year(a)!.Value, 3 * (b[1] - '0')),
            2 when Year(b) is { } year && Half(a) is { } month => LastOf(year, month),
            2 when Year(a) is { } year && Half(b) is { } month => LastOf(year, month),
            2 when Year(b) is { } year && words.Text[words.EndOf(at)] is '/' or '.' && Number(a) is { } month => LastOf(year, month),
            1 when a.Length == 6 && Year(a[..4]) is { } year && a[4] == 'q' && a[5] is >= '1' and <= '4' => LastOf(year, 3 * (a[5] - '0')),
            1 when at > 0 && words.Words[at - 1] is "end" or "year" or "late" or "of" && Year(a) is { } year => LastOf(year, 12), // "end of 2024"
            2 when Year(a) is { } year && b.Length == 2 && words.Text[words.EndOf(at)] == '-' && Number(b) is { } month => LastOf(year, month),
            _ => null,
        };
    }

    // The month that a half of a year ends with.
    private static int? Half(string word) => word switch { "h1" => 6, "h2" => 12, _ => null };

    private static int? Number(string word) => word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Year(string word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1990 and <= 2100 ? value : null;

    // "3", "3rd".
    private static int? Ordinal(string word) =>
        Number(word.Length is 3 or 4 && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th" ? word[..^2] : word);

    private static int? Month(string word)
    {
        if (word is "sept") return 9;
        for (var i = 0; i < PlanWords.Months.Length; i++)
        {
            if (string.Equals(word, PlanWords.Months[i], StringComparison.Ordinal) || string.Equals(word, PlanWords.MonthNames[i], StringComparison.Ordinal)) return i + 1;
        }
        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? LastOf(int year, int month) => month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
}
