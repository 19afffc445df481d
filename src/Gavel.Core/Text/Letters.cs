namespace Gavel.Core.Text;

/// <summary>
/// Questions that are asked of every character of every document. The platform's answers are calls that no other assembly's compiled code takes in line;
/// these are a look into a table for ASCII, and the platform's answer for the rest.
/// </summary>
internal static class Letters
{
    // The lower-case letter or the digit itself; 0 for what is neither.
    private static ReadOnlySpan<byte> Ascii =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    public static bool IsLetterOrDigit(char c) => c < 128 ? Ascii[c] != 0 : char.IsLetterOrDigit(c);

    /// <summary>The letter in lower case, or the digit.</summary>
    /// <returns>0 for what is neither.</returns>
    public static char Fold(char c)
    {
        if (c < 128) return (char)Ascii[c];
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
    }

    public static bool IsWhiteSpace(char c) => c < 128 ? c == ' ' || (c <= '\r' && c >= '\t') : char.IsWhiteSpace(c);

    /// <summary>A Han character of the main block (U+4E00 to U+9FFF): a word by itself, since nothing parts such words.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    public static bool HasIdeographs(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>The beginning of a text that is longer than so many units; a character of two is not cut.</summary>
    public static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Whether a text has a phrase in any case. Looks for its rarest letter, not for its first.</summary>
    /// <param name="phrase">ASCII, lower case, not empty.</param>
    public static bool HasPhrase(ReadOnlySpan<char> text, string phrase)
    {
        var anchor = AnchorOf(phrase);
        var (low, high) = (phrase[anchor], char.ToUpperInvariant(phrase[anchor]));
        for (var at = 0; at <= text.Length - phrase.Length; at++)
        {
            var next = text[(at + anchor)..].IndexOfAny(low, high);
            if (next < 0 || (at += next) > text.Length - phrase.Length) return false;
            if (text.Slice(at, phrase.Length).Equals(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static int AnchorOf(string phrase)
    {
        const string rarestFirst = "zqxjkv0123456789:-wybgpfmucdhlrsnioate ";
        var best = 0;
        for (var i = 1; i < phrase.Length; i++)
        {
            if ((uint)rarestFirst.IndexOf(phrase[i], StringComparison.Ordinal) < (uint)rarestFirst.IndexOf(phrase[best], StringComparison.Ordinal)) best = i;
        }
        return best;
    }
}
