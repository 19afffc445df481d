namespace Gavel.Core.Templates;

/// <summary>A date as templates ask for it, in letters of any language: <c>YYYY-MM-DD</c>, <c>dd/mm/aaaa</c>, <c>TT.MM.JJJJ</c>, <c>ДД.ММ.ГГГГ</c>.</summary>
internal static class DatePattern
{
    private const int Length = 10;

    /// <summary>How a date of this form is written, for formatting one; null for any other text.</summary>
    public static string? FormOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length != Length) return null;
        var isYearFirst = !char.IsLetter(text[4]);
        var (first, second) = isYearFirst ? (4, 7) : (2, 5);
        var mark = text[first];
        if (mark is not ('-' or '/' or '.') || text[second] != mark) return null;
        var a = text[..first];
        var b = text[(first + 1)..second];
        var c = text[(second + 1)..];
        if (!IsRun(a) || !IsRun(b) || !IsRun(c) || a[0] == b[0] || b[0] == c[0]) return null;
        return isYearFirst ? $"yyyy{mark}MM{mark}dd" : IsMonth(a[0]) ? $"MM{mark}dd{mark}yyyy" : $"dd{mark}MM{mark}yyyy";
    }

    private static bool IsRun(ReadOnlySpan<char> part) => char.IsLetter(part[0]) && !part.ContainsAnyExcept(part[0]);

    private static bool IsMonth(char letter) => letter is 'm' or 'M' or 'м' or 'М';
}
