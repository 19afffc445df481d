using System.Buffers;
using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>Classes of characters in the syntax.</summary>
internal static class TextClasses
{
    public static readonly SearchValues<char> NeedsNormalizing = SearchValues.Create("\t\r\v\f\x1c\x1d\x1e\x85\u2028\u2029");

    private const byte Adornment = 1;
    private const byte StartPrefix = 2;
    private const byte EndSuffix = 4;
    private const byte Word = 8;
    private const byte Uric = 16;
    private const byte UriLast = 32;
    private const byte Email = 64;
    private const byte Scheme = 128;

    private static readonly byte[] Ascii = MakeAscii();

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';

    /// <summary>A punctuation character of 7 bits, which may underline a title.</summary>
    public static bool IsAdornment(char c) => c < 128 && (Ascii[c] & Adornment) != 0;

    /// <summary>Whether a start-string may follow the character (inline markup recognition rules 6 and 7).</summary>
    public static bool MayPrecedeStart(char c, char before)
    {
        if (c < 128) return (Ascii[c] & StartPrefix) != 0;
        return char.IsWhiteSpace(c) || Category(c, before) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation;
    }

    /// <summary>Whether an end-string may stand before the character.</summary>
    public static bool MayFollowEnd(char c, char next)
    {
        if (c < 128) return (Ascii[c] & EndSuffix) != 0;
        return char.IsWhiteSpace(c) || c is '\u201a' or '\u201e' || Category(next, c) is UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation;

        static UnicodeCategory Category(char next, char c) =>
            char.IsSurrogatePair(c, next) ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, next)) : CharUnicodeInfo.GetUnicodeCategory(c);
    }

    /// <summary>A letter, digit or other character of a word, the underscore not among them. Beyond the first 65,536 characters all are, but the pictographs (U+1F000 to U+1FBFF).</summary>
    public static bool IsWord(char c)
    {
        if (c < 128) return (Ascii[c] & Word) != 0;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
            UnicodeCategory.Surrogate => c is not (>= '\ud83c' and <= '\ud83e'),
            _ => false,
        };
    }

    public static bool IsNameSeparator(char c) => c is '-' or '.' or '_' or '+' or ':';

    public static bool IsUric(char c) => c < 128 && (Ascii[c] & Uric) != 0;

    public static bool IsUriLast(char c) => c < 128 && (Ascii[c] & UriLast) != 0;

    public static bool IsEmail(char c) => c < 128 && (Ascii[c] & Email) != 0;

    public static bool IsScheme(char c) => c < 128 && (Ascii[c] & Scheme) != 0;

    /// <summary>The length of the simple name (letters and digits with single separators between) at the start of the text; 0 where there is none.</summary>
    public static int SimpleName(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (true)
        {
            var start = i;
            while (i < text.Length && IsWord(text[i])) i++;
            if (i == start) return start == 0 ? 0 : start - 1;
            if (i >= text.Length || !IsNameSeparator(text[i])) return i;
            i++;
        }
    }

    private static UnicodeCategory Category(char c, char before) =>
        char.IsSurrogatePair(before, c) ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(before, c)) : CharUnicodeInfo.GetUnicodeCategory(c);

    private static byte[] MakeAscii()
    {
        var table = new byte[128];
        for (var c = '\0'; c < 128; c++)
        {
            if (c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c)) table[c] |= Adornment;
            if (char.IsAsciiLetterOrDigit(c)) table[c] |= Word | Uric | UriLast | Email | Scheme;
            if (char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f') table[c] |= StartPrefix | EndSuffix;
        }

        Mark("'\"([{<-/:", StartPrefix);
        Mark("'\")]}>-/:.,;!?\\", EndSuffix);
        Mark("-_.!~*'()[];/:@&=+$,%\\", Uric);
        Mark("_~*/=+", UriLast);
        Mark("-_!~*'{|}/#?^`&=+$%\\", Email);
        Mark(".+-", Scheme);
        return table;

        void Mark(string chars, byte flag)
        {
            foreach (var c in chars) table[c] |= flag;
        }
    }
}
