using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules;

/// <summary>The text that a diagnostic is about: where it is shown, and what of it goes into the fingerprint.</summary>
internal static class Subjects
{
    private const int Longest = 200;

    /// <summary>The words of a stretch, white space folded, cut at 200 characters.</summary>
    public static string Of(SourceText text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Chars.Length);
        var end = Math.Clamp(span.End, start, Math.Min(text.Chars.Length, start + (2 * Longest)));
        var folded = PlainText.Fold(text.Chars.AsSpan(start, end - start));
        return Letters.Beginning(folded, Longest).ToString();
    }

    /// <summary>For an empty stretch the last line with text at or before it, else the first one after it; empty only in a blank file.</summary>
    public static TextSpan Visible(this SourceText text, TextSpan span)
    {
        if (!span.IsEmpty) return span;
        var at = Math.Clamp(span.Start, 0, text.Chars.Length);
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text.Chars[end - 1])) end--;
        if (end == 0)
        {
            while (end < text.Chars.Length && char.IsWhiteSpace(text.Chars[end])) end++;
            if (end == text.Chars.Length) return new TextSpan(0, 0);
            end = text.Lines.SpanOf(text.Lines.LineOf(end)).End;
        }
        var start = text.Lines.StartOf(text.Lines.LineOf(end - 1));
        while (char.IsWhiteSpace(text.Chars[start])) start++;
        while (char.IsWhiteSpace(text.Chars[end - 1])) end--;
        return TextSpan.Between(start, end);
    }

    /// <summary>A value for a message: one line, at most 60 characters.</summary>
    public static string Quote(string value)
    {
        var folded = PlainText.Fold(value);
        return folded.Length > 60 ? $"'{Letters.Beginning(folded, 57).TrimEnd()}...'" : $"'{folded}'";
    }
}
