using System.Globalization;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Dates in header fields.</summary>
internal static class Dates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "dd-MMM-yyyy", "d-MMM-yyyy", "dd MMM yyyy", "d MMM yyyy", "d MMMM yyyy", "dd-MMMM-yyyy",
        "d-MMMM-yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "M/d/yyyy",
        "d/M/yyyy", "yyyy-M-d", "dd-MMM-yy", "d-MMM-yy", "dd MMM yy", "d MMM yy", "yyyyMMdd", "yyyy-MM", "MMMM yyyy", "MMM yyyy", "yyyy",
    ];

    /// <returns>What is wrong, as a help; null for a date. A value with more than a date in it is judged by what it begins with.</returns>
    public static string? Fault(string? placeholder, string value, bool isList)
    {
        var wantsIso = placeholder is not null && placeholder.Contains("YYYY-MM-DD", StringComparison.OrdinalIgnoreCase);
        foreach (var part in isList ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [value.Trim()])
        {
            if (wantsIso)
            {
                if (!IsIso(part)) return "write it as year-month-day with two digits each, such as 2024-03-09";
            }
            else if (!IsDate(part))
            {
                return "write a date of the calendar, such as 2024-03-09";
            }
        }
        return null;
    }

    private static bool IsIso(string value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (value.Length == 10 || !char.IsLetterOrDigit(value[10]) || value[10] is 'T' or 't');

    private static bool IsDate(string value)
    {
        if (IsIso(value)) return true;
        foreach (var form in Forms)
        {
            if (DateOnly.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out _)) return true;
        }
        // "12-Mar-2020 (revised)", "March 2020; April 2021": only something without any year-like number is surely no date.
        var run = 0;
        foreach (var c in value)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4) return value.Any(char.IsLetter) && !NamesNoMonth(value) || value.IndexOfAny(['-', '/', '.']) >= 0 && !LooksWrong(value);
        }
        return false;
    }

    /// <summary>A day, one word and a year, and the word is no month, or no month has that day: 17 Octember 2024, 34 May 2024.</summary>
    private static bool NamesNoMonth(string value)
    {
        var parts = value.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || parts.Count(p => p.All(char.IsAsciiDigit)) != 2) return false;
        var word = Array.Find(parts, p => p.All(char.IsAsciiLetter));
        if (word is not null && parts.Any(p => p.Length <= 3 && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is 0 or > 31)) return true;
        return word is { Length: > 2 } && !CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(m => m.Length > 0 && m.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Nothing but digits and separators that is no day of the calendar: 2024-13-45.</summary>
    private static bool LooksWrong(string value) => !value.AsSpan().ContainsAnyExcept("0123456789-/.");
}
