using System.Globalization;
using System.Text;

namespace Gavel.Core.Reporting;

/// <summary>How text for people is dressed.</summary>
/// <param name="Colour">False in a pipe, with NO_COLOR and in files.</param>
/// <param name="Width">Columns of the terminal; null in a pipe: nothing is cut.</param>
public sealed record TextStyle(bool Colour, int? Width)
{
    public static TextStyle Plain { get; } = new(false, null);

    public string Bold(string text) => Dress("1", text);

    public string Dim(string text) => Dress("2", text);

    public string Red(string text) => Dress("1;31", text);

    public string Yellow(string text) => Dress("1;33", text);

    public string Blue(string text) => Dress("1;34", text);

    public string Green(string text) => Dress("32", text);

    public string Cyan(string text) => Dress("36", text);

    /// <summary>Told by an underline too: nobody has to see colours.</summary>
    public string Inserted(string text) => Dress("4;32", text);

    /// <summary>Told by a strike too.</summary>
    public string Deleted(string text) => Dress("9;31", text);

    private string Dress(string code, string text) => Colour ? $"\e[{code}m{text}\e[0m" : text;
}

/// <summary>Text as a terminal shows it.</summary>
public static class TerminalText
{
    /// <summary>Without control characters: text of a document must not steer the terminal. A tab stays one tab.</summary>
    public static string Safe(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\0', '\x1f');
        if (first < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0 && text.AsSpan().IndexOfAnyInRange('\u202a', '\u2069') < 0) return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in text) safe.Append(c is '\t' || !IsControl(c) ? c : '\uFFFD');
        return safe.ToString();
    }

    /// <summary>The same of several lines.</summary>
    public static string SafeLines(string text) => text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(Safe)) : Safe(text);

    /// <summary>Columns that the text takes; a tab counts as one.</summary>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += WidthOf(rune);
        return width;
    }

    /// <summary>At most so many columns, with <c>…</c> at the end where something was cut.</summary>
    public static string Cut(string text, int columns)
    {
        if (WidthOf(text) <= columns) return text;
        var width = 0;
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
            if (width > columns - 1) break;
            cut.Append(rune.ToString());
        }
        return cut.Append('…').ToString();
    }

    private static bool IsControl(char c) => c is < ' ' or >= '\x7f' and <= '\x9f' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1,
    };
}
