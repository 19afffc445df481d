using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Parts a block of HTML into comments and the rest (CommonMark 0.31, section 4.6: a comment's block ends with the line that closes it).</summary>
internal static class HtmlParts
{
    /// <param name="offset">Added to the offsets of <paramref name="html"/>.</param>
    /// <param name="unclosed">Gets the comments that nothing closes.</param>
    public static ImmutableArray<Block> Split(string source, int offset, HtmlBlock html, List<TextSpan> unclosed)
    {
        var count = html.Lines.Count;
        while (count > 0 && html.Lines.Lines[count - 1].Slice.AsSpan().IsWhiteSpace()) count--;
        if (count == 0) return [];
        var start = Math.Max(html.Lines.Lines[0].Slice.Start, html.Lines.Lines[0].Position) + offset;
        while (start < source.Length && source[start] is ' ' or '\t') start++;
        var end = Lines.EndOf(source, Math.Max(html.Lines.Lines[count - 1].Slice.Start, html.Lines.Lines[count - 1].Position) + offset);
        if (html.Type != HtmlBlockType.Comment) return [new Block.Html(TextSpan.Between(start, end), TextOf(html, start - offset, end - offset, count, 0))];

        var parts = ImmutableArray.CreateBuilder<Block>();
        var line = 0;
        while (start < end)
        {
            if (!source.AsSpan(start, end - start).StartsWith("<!--"))
            {
                parts.Add(new Block.Html(TextSpan.Between(start, end), source[start..end].Replace('\0', '\uFFFD')));
                break;
            }
            var close = CloseOf(source, start, end);
            var stop = close.Stop;
            var span = TextSpan.Between(start, stop);
            if (!close.IsClosed)
            {
                stop = end;
                span = TextSpan.Between(start, Lines.Trim(source, start, end).End);
                unclosed.Add(span);
            }
            var content = close.IsClosed ? TextSpan.Between(Math.Min(start + 4, close.ContentEnd), close.ContentEnd) : TextSpan.Between(start + 4, Math.Max(start + 4, span.End));
            while (line < count - 1 && html.Lines.Lines[line + 1].Slice.Start <= content.Start - offset) line++;
            parts.Add(new Block.Comment(span, content, TextOf(html, content.Start - offset, content.End - offset, count, line)));
            start = stop;
            while (start < end && char.IsWhiteSpace(source[start])) start++;
        }
        return parts.DrainToImmutable();
    }

    private static (int ContentEnd, int Stop, bool IsClosed) CloseOf(string source, int start, int end)
    {
        var rest = source.AsSpan(start + 4, end - start - 4);
        if (rest.StartsWith(">")) return (start + 4, start + 5, true);
        if (rest.StartsWith("->")) return (start + 4, start + 6, true);
        var found = rest.IndexOf("-->", StringComparison.Ordinal);
        return found < 0 ? (end, end, false) : (start + 4 + found, start + 7 + found, true);
    }

    // Line by line, so that the marks of the containers around it are left out.
    private static string TextOf(HtmlBlock html, int start, int end, int count, int first)
    {
        var text = new StringBuilder();
        var isFirst = true;
        for (var i = first; i < count; i++)
        {
            var slice = html.Lines.Lines[i].Slice;
            var (from, to) = (Math.Max(slice.Start, start), Math.Min(slice.End + 1, end));
            if (slice.Start > end || slice.End + 1 < start) continue;
            if (!isFirst) text.Append('\n');
            isFirst = false;
            if (to > from) text.Append(slice.Text, from, to - from);
        }
        return text.ToString();
    }
}
