using System.Globalization;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>Titles and the names of files made from them.</summary>
internal static class TitleText
{
    private const int LongestSlug = 60; // characters
    private const char LastLatin = '\u024F';

    /// <summary>The title as the template's pattern writes it; the number padded to as many digits as the pattern's placeholder has (<c>NNNN</c>, <c>0000</c>), where it shows them.</summary>
    public static string Format(TitlePattern? pattern, string? number, string title)
    {
        if (pattern is null) return title;
        var text = new StringBuilder();
        foreach (var token in pattern.Tokens)
        {
            text.Append(token.Part switch
            {
                TitlePart.Number => Padded(number ?? "", token.Text),
                TitlePart.Title => title,
                _ => token.Text,
            });
        }
        return text.ToString();
    }

    /// <summary>Lower-case words joined by hyphens, without accents: what file names and addresses hold on every system.</summary>
    /// <returns>At most 60 characters, cut between words; <c>untitled</c> when no letter or digit is left.</returns>
    public static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var letter in title.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(letter);
            if (lower.Value == 'ß') slug.Append("ss");
            else if (lower.IsBmp && LatinLetters.Plain((char)lower.Value) is { } plain && plain != " ") slug.Append(plain.ToLowerInvariant());
            else if (Rune.IsLetterOrDigit(letter)) slug.Append(lower.ToString());
            else if (lower.Value is '\'' or '’' or '`') continue;
            else if (Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                // An accent behind a Latin letter; in other scripts a part of the word.
                if (slug.Length > 0 && slug[^1] > LastLatin) slug.Append(lower.ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        if (text.Length > LongestSlug) text = text.LastIndexOf('-', LongestSlug) is var cut and > 20 ? text[..cut] : Letters.Beginning(text, LongestSlug).ToString();
        return text.Length == 0 ? "untitled" : text;
    }

    /// <summary>Zeros in front, as many as the placeholder asks for when it is a run of the same letter or digit.</summary>
    private static string Padded(string number, string placeholder)
    {
        var digits = placeholder.Trim('`', '$', '{', '}', '<', '>', '[', ']');
        var isRun = digits.Length is >= 3 and <= 6 && digits.All(c => c == digits[0]) && (digits[0] is 'N' or 'X' or '0' or 'n' or 'x' or '#');
        return isRun && number.All(char.IsAsciiDigit) ? number.PadLeft(digits.Length, '0') : number;
    }
}
