using System.Globalization;

namespace Gavel.Core.Processes.Mining;

internal enum NameKind
{
    /// <summary>Words only.</summary>
    Words,

    /// <summary>Begins with a number, perhaps behind a prefix of letters: <c>klip-7-fast</c>, <c>0007-fast</c>.</summary>
    Number,

    /// <summary>Begins with a date: <c>2024-05-01-fast</c>.</summary>
    Date,
}

/// <summary>How the name of a file or folder is put together.</summary>
/// <param name="Prefix">What stands before the number, with its separator, as written: <c>klip-</c>; empty for none.</param>
/// <param name="Number">The digits; empty where there are none.</param>
/// <param name="Separator">What stands between the number and the slug; empty without a slug.</param>
internal readonly record struct NameShape(NameKind Kind, string Prefix, string Number, string Separator, bool HasSlug)
{
    private const int LongestNumber = 7; // digits; longer ones are time stamps or hashes
    private const int LongestPrefix = 24; // characters

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyyMMdd", "yyyyMM"];

    /// <summary>Names of the same key follow the same pattern, a slug aside.</summary>
    public string Key => $"{Kind}:{Prefix.ToUpperInvariant().Replace('_', '-')}";

    public static NameShape Of(string stem)
    {
        if (DateLength(stem) is var date and > 0) return new NameShape(NameKind.Date, "", stem[..date], SeparatorAt(stem, date), stem.Length > date);
        var at = 0;
        while (at < stem.Length && (char.IsAsciiLetter(stem[at]) || (stem[at] is '-' or '_' or '.' && at > 0))) at++;
        var end = at;
        while (end < stem.Length && char.IsAsciiDigit(stem[end])) end++;
        var isNumber = end > at && end - at <= LongestNumber && at <= LongestPrefix && (end == stem.Length || !char.IsLetter(stem[end])) && IsPrefix(stem.AsSpan(0, at)) && !IsVersion(stem, end);
        return isNumber
            ? new NameShape(NameKind.Number, stem[..at], stem[at..end], SeparatorAt(stem, end), end < stem.Length)
            : new NameShape(NameKind.Words, "", "", "", true);
    }

    /// <summary>How a date in a name is written; null for none of the known forms.</summary>
    public static string? DateFormOf(string date) =>
        Array.Find(DateForms, f => DateOnly.TryParseExact(date, f, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _));

    // One or two words with a separator, or letters straight before the digits: "rfc12", "design-proposal-3".
    private static bool IsPrefix(ReadOnlySpan<char> prefix)
    {
        if (prefix.IsEmpty) return true;
        var words = 1;
        foreach (var c in prefix[..^1])
        {
            if (c is '-' or '_' or '.') words++;
        }
        return words <= 2 && prefix[^1] != '.';
    }

    // "2.1-notes", "v1.2": a release, no number of a document.
    private static bool IsVersion(string stem, int end) => end + 1 < stem.Length && stem[end] == '.' && char.IsAsciiDigit(stem[end + 1]);

    private static string SeparatorAt(string stem, int at)
    {
        var end = at;
        while (end < stem.Length && stem[end] is '-' or '_' or ' ' or '.') end++;
        return stem[at..end];
    }

    private static int DateLength(string stem)
    {
        foreach (var form in DateForms)
        {
            var length = form.Length;
            if (stem.Length < length || (stem.Length > length && char.IsAsciiLetterOrDigit(stem[length]))) continue;
            if (DateOnly.TryParseExact(stem.AsSpan(0, length), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1980 and < 2100) return length;
        }
        return -1;
    }
}
