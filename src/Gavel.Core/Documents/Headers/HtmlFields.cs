using System.Collections.Immutable;
using System.Net;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Fields in raw HTML: RFC 2822 lines in a <c>pre</c> at the very start, or the two cells of each row of a <c>table</c>.</summary>
internal static class HtmlFields
{
    /// <param name="isFirst">The block is the first of its zone: preformatted lines count only there.</param>
    public static void Read(SourceText text, Block.Html html, bool isFirst, ImmutableArray<HeaderField>.Builder fields)
    {
        var written = text.Slice(html.Span);
        if (isFirst && written.StartsWith("<pre", StringComparison.OrdinalIgnoreCase) && written.IndexOf('>') is > 0 and var open)
        {
            var close = written.IndexOf("</pre", StringComparison.OrdinalIgnoreCase);
            if (close > open) Preamble.Read(text, LinesIn(text, TextSpan.Between(html.Span.Start + open + 1, html.Span.Start + close)), fields);
        }
        else if (written.StartsWith("<table", StringComparison.OrdinalIgnoreCase)) ReadRows(text, html.Span, fields);
    }

    // Without the rest of the line that the tag stands on, when nothing follows there.
    private static TextSpan LinesIn(SourceText text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && text.Chars[start] is '\r' or '\n') start++;
        return TextSpan.Between(start, span.End);
    }

    private static void ReadRows(SourceText text, TextSpan table, ImmutableArray<HeaderField>.Builder fields)
    {
        var found = new List<HeaderField>();
        var rows = 0;
        for (var row = Next(text, "<tr", table.Start, table.End); row >= 0;)
        {
            var next = Next(text, "<tr", row + 3, table.End);
            var end = next < 0 ? table.End : next;
            var key = CellFrom(text, row + 3, end);
            var value = key is { } k ? CellFrom(text, k.End, end) : null;
            rows++;
            if (key is { } name && value is { } datum && FieldOf(text, row, name, datum) is { } field) found.Add(field);
            row = next;
        }
        if (found.Count >= 2 && found.Count * 3 >= rows * 2) fields.AddRange(found);
    }

    private static HeaderField? FieldOf(SourceText text, int row, TextSpan key, TextSpan value)
    {
        var name = PlainOf(text.Slice(key)).TrimEnd(':').TrimEnd();
        return KeyShape.Fits(name) ? new HeaderField(name, PlainOf(text.Slice(value)), TextSpan.Between(row, Math.Max(key.End, value.End)), key, value, HeaderStyle.Table) : null;
    }

    // The trimmed text of the next cell; its end tag may be missing.
    private static TextSpan? CellFrom(SourceText text, int from, int end)
    {
        var (td, th) = (Next(text, "<td", from, end), Next(text, "<th", from, end));
        var open = td < 0 ? th : th < 0 ? td : Math.Min(td, th);
        if (open < 0 || text.Chars.IndexOf('>', open, end - open) is not (>= 0 and var close)) return null;
        var stop = end;
        foreach (var tag in (ReadOnlySpan<string>)["</td", "</th", "<td", "<th", "</tr", "</table"])
            if (Next(text, tag, close, stop) is >= 0 and var at) stop = at;
        var inner = text.Slice(TextSpan.Between(close + 1, stop));
        var blanks = inner.Length - inner.TrimStart().Length;
        return new TextSpan(close + 1 + (blanks == inner.Length ? 0 : blanks), inner.Trim().Length);
    }

    private static int Next(SourceText text, string tag, int from, int end) => from >= end ? -1 : text.Chars.IndexOf(tag, from, end - from, StringComparison.OrdinalIgnoreCase);

    private static string PlainOf(ReadOnlySpan<char> html)
    {
        var plain = new System.Text.StringBuilder(html.Length);
        var depth = false;
        foreach (var c in html)
        {
            if (c == '<') depth = true;
            else if (c == '>' && depth) depth = false;
            else if (!depth) plain.Append(c);
        }
        return PlainText.Fold(WebUtility.HtmlDecode(plain.ToString()));
    }
}
