using System.Text;

namespace Gavel.Rst.Transforms;

/// <summary>Decides for each straight quote whether it opens, closes or is an apostrophe, from the characters around it.</summary>
internal static class QuoteRules
{
    private const string Apostrophe = "\u2019";

    /// <summary>The rules run one after the other; each sees what the ones before have left straight.</summary>
    public static string Apply(string text, QuoteMarks marks, string language)
    {
        if (!text.AsSpan().ContainsAny('"', '\'')) return text;
        text = Pass(text, '\'', marks.SecondClose, static (t, i) => i == 0 && IsPunctuationBeforeBreak(t, 1));
        text = Pass(text, '"', marks.Close, static (t, i) => i == 0 && IsPunctuationBeforeBreak(t, 1));
        text = Pair(text, "\"'", marks.Open + marks.SecondOpen);
        text = Pair(text, "'\"", marks.SecondOpen + marks.Open);
        text = Pass(text, '\'', marks.SecondClose, static (t, i) => i > 0 && IsOpener(t[i - 1]) && IsSpaceAfterPunctuation(t, i + 1));
        text = Pass(text, '"', marks.Close, static (t, i) => i > 0 && IsOpener(t[i - 1]) && IsSpaceAfterPunctuation(t, i + 1));
        if (language.StartsWith("en", StringComparison.Ordinal)) text = Pass(text, '\'', Apostrophe, IsDecade);
        text = Pass(text, '\'', marks.SecondOpen, static (t, i) => i > 0 && (IsSeparator(t[i - 1]) || IsOpener(t[i - 1])) && IsWordOrPunctuation(t, i + 1));
        if (marks.SecondClose != Apostrophe) text = Pass(text, '\'', Apostrophe, static (t, i) => i > 0 && IsWord(t[i - 1]) && i + 1 < t.Length && IsWord(t[i + 1]));
        text = Pass(text, '\'', marks.SecondClose, static (t, i) => i == 0 || !IsSpace(t[i - 1]));
        text = text.Replace("'", marks.SecondOpen, StringComparison.Ordinal);
        text = Pass(text, '"', marks.Open, static (t, i) => i > 0 && (IsSeparator(t[i - 1]) || IsOpener(t[i - 1])) && IsWordOrPunctuation(t, i + 1));
        text = Pass(text, '"', marks.Close, static (t, i) => i == 0 || !IsSpace(t[i - 1]) || (i + 1 < t.Length && IsSpace(t[i + 1])));
        return text.Replace("\"", marks.Open, StringComparison.Ordinal);
    }

    private static string Pass(string text, char quote, string with, Func<string, int, bool> applies)
    {
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        StringBuilder? result = null;
        var copied = 0;
        for (; at >= 0; at = text.IndexOf(quote, at + 1))
        {
            if (!applies(text, at)) continue;
            result ??= new StringBuilder(text.Length + 16);
            result.Append(text, copied, at - copied).Append(with);
            copied = at + 1;
        }

        return result?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private static string Pair(string text, string quotes, string with)
    {
        var at = text.IndexOf(quotes, StringComparison.Ordinal);
        if (at < 0) return text;
        var result = new StringBuilder(text.Length + 16);
        var copied = 0;
        for (; at >= 0; at = text.IndexOf(quotes, at + 2, StringComparison.Ordinal))
        {
            if (at + 2 >= text.Length || !IsWord(text[at + 2])) continue;
            result.Append(text, copied, at - copied).Append(with);
            copied = at + 2;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsDecade(string text, int at) =>
        at + 3 < text.Length && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && text[at + 3] == 's';

    private static bool IsPunctuationBeforeBreak(string text, int at) =>
        at < text.Length && IsPunctuation(text[at]) && (at + 1 == text.Length || !IsWord(text[at + 1]));

    private static bool IsSpaceAfterPunctuation(string text, int at) =>
        at < text.Length && (text[at] == ' ' || (IsPunctuation(text[at]) && at + 1 < text.Length && text[at + 1] == ' '));

    private static bool IsWordOrPunctuation(string text, int at) => at < text.Length && (IsWord(text[at]) || IsPunctuation(text[at]));

    private static bool IsOpener(char c) => c is '(' or '{' or '[' or '-' or (>= '\u2010' and <= '\u2015');

    private static bool IsSeparator(char c) => IsSpace(c) || c is '\0' or '\u200B' or '\u200C';

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsPunctuation(char c) => c is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(c) && c is not ('&' or '~');
}
