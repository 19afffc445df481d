using Gavel.Core.Text;
using Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Where lines begin and end around an offset.</summary>
internal static class Lines
{
    /// <summary>The end of the line that holds the offset, without its terminator.</summary>
    public static int EndOf(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        var length = text.AsSpan(at).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : at + length;
    }

    public static int StartOf(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        return text.AsSpan(0, at).LastIndexOfAny('\r', '\n') + 1;
    }

    /// <summary>Where a line of one of Markdig's leaf blocks begins, without the marks of its containers.</summary>
    /// <param name="offset">Of the text that Markdig was given.</param>
    public static int StartOf(string text, int offset, LeafBlock block, int index)
    {
        // Where Markdig expanded a tab, the slice is of a text of its own; then the line's position counts.
        ref var line = ref block.Lines.Lines[index];
        return Math.Min(text.Length, Math.Max(line.Slice.Start, line.Position) + offset);
    }

    /// <summary>The start of the line behind a line's end; the text's length when there is none.</summary>
    public static int AfterEnd(string text, int end)
    {
        if (end >= text.Length) return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    public static TextSpan Trim(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return TextSpan.Between(start, end);
    }
}
