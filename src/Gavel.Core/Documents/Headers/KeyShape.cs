namespace Gavel.Core.Documents.Headers;

/// <summary>What the name of a header field looks like.</summary>
internal static class KeyShape
{
    public const int MaxLength = 50;
    private const int MaxWords = 5;

    /// <summary>Begins with a letter, five words at most, letters, digits and few marks.</summary>
    public static bool Fits(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.IsEmpty || name.Length > MaxLength || !char.IsLetter(name[0])) return false;
        var words = 1;
        foreach (var c in name)
        {
            if (c == ' ') words++;
            else if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '/' or '(' or ')' or '.' or '&' or '\'' or '#' or '?' or '*')) return false;
        }
        return words <= MaxWords && !HeaderWords.IsRemark(name);
    }

    /// <summary>A name in a plain paragraph, where anything may end with a colon: at most three words unless each begins with a capital.</summary>
    public static bool FitsPlain(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (!Fits(name)) return false;
        var (words, capitals) = (0, 0);
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.IsEmpty) continue;
            words++;
            if (char.IsUpper(word[0])) capitals++;
        }
        return words <= 3 || capitals >= words - 1;
    }

    /// <summary>A value that is a datum and no sentence.</summary>
    public static bool IsDatum(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length > 120) return false;
        var words = value.Count(' ') + 1;
        return !(value.EndsWith(".") && words > 4) && words <= 20;
    }
}
