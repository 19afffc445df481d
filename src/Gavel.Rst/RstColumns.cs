using System.Globalization;
using System.Text;
using Gavel.Rst.Parsing;

namespace Gavel.Rst;

/// <summary>Columns of a terminal, by which lines of marks and cells of tables are measured.</summary>
public static class RstColumns
{
    /// <summary>How many columns a text takes, as docutils counts: wide characters two, combining ones none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return text.Length;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            width += WideCharacters.IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }
}
