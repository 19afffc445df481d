using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>Reference names and ids.</summary>
internal static class ReferenceNames
{
    /// <summary>The text with each run of white space as one space, none at its ends.</summary>
    public static string Squeeze(string text)
    {
        if (IsSqueezed(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    public static string Normalize(string text) => Squeeze(text).ToLowerInvariant();

    /// <summary>An id out of a name: lower case letters, digits and single hyphens, a letter first; empty if nothing is left.</summary>
    public static string MakeId(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in Decompose(name.ToLowerInvariant()))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) result.Append(c);
            else if (c < 128 || char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != '-') result.Append('-');
            }
        }

        var start = 0;
        while (start < result.Length && (result[start] == '-' || char.IsAsciiDigit(result[start]))) start++;
        var end = result.Length;
        while (end > start && result[end - 1] == '-') end--;
        return result.ToString(start, end - start);
    }

    private static string Decompose(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (ReferenceNamesData.Translations.TryGetValue(c, out var plain)) result.Append(plain);
            else result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsSqueezed(string text)
    {
        if (text.Length == 0) return true;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || char.IsWhiteSpace(text[i - 1]))) return false;
        }

        return true;
    }
}
