using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Tables in the lines of a paragraph (GitHub Flavored Markdown, section 4.10).</summary>
internal static class PipeTables
{
    /// <summary>The index of the line of dashes under a header row; null when the lines hold no table.</summary>
    public static int? FindDelimiterRow(string source, ReadOnlySpan<TextSpan> lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var columns = DelimiterColumns(source.AsSpan(lines[i].Start, lines[i].Length));
            if (columns == 0) continue;
            var header = source.AsSpan(lines[i - 1].Start, lines[i - 1].Length);
            if (CountCells(header) == columns) return i;
        }
        return null;
    }

    /// <summary>What stands before the table as a paragraph, and the table, which goes on to the last line.</summary>
    public static ImmutableArray<Block> Split(string source, ReadOnlySpan<TextSpan> lines, int delimiterRow, InlineParser inlines)
    {
        var kept = lines.ToArray();
        var result = ImmutableArray.CreateBuilder<Block>(2);
        if (delimiterRow > 1) result.Add(BlockConverter.ParagraphOf(source, kept.AsSpan(0, delimiterRow - 1), inlines));
        var columns = CountCells(source.AsSpan(kept[delimiterRow].Start, kept[delimiterRow].Length));
        var rows = ImmutableArray.CreateBuilder<TableRow>(kept.Length - delimiterRow);
        for (var i = delimiterRow - 1; i < kept.Length; i++)
        {
            if (i != delimiterRow) rows.Add(RowOf(source, kept[i], columns, i < delimiterRow, inlines));
        }
        result.Add(new Block.Table(TextSpan.Between(kept[delimiterRow - 1].Start, kept[^1].End), rows.DrainToImmutable()));
        return result.DrainToImmutable();
    }

    // Cells beyond the header's are left out, missing ones are absent.
    private static TableRow RowOf(string source, TextSpan line, int columns, bool isHeader, InlineParser inlines)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var trimmed = Lines.Trim(source, line.Start, line.End);
        var (at, end) = (trimmed.Start, trimmed.End);
        if (at < end && source[at] == '|') at++;
        while (at < end && cells.Count < columns)
        {
            var stop = CellEnd(source.AsSpan(0, end), at);
            var span = Lines.Trim(source, at, stop);
            cells.Add(new TableCell(span, span.IsEmpty ? [] : WithPipes(inlines.Parse([span]))));
            at = stop + 1;
        }
        return new TableRow(TextSpan.Between(line.Start, trimmed.End), cells.DrainToImmutable(), isHeader);
    }

    // Within a table an escaped pipe is a pipe in code, too.
    private static ImmutableArray<Inline> WithPipes(ImmutableArray<Inline> inlines)
    {
        if (!inlines.Any(HasEscapedPipe)) return inlines;
        return [.. inlines.Select(i => HasEscapedPipe(i) && i is Inline.Code code ? code with { Text = code.Text.Replace("\\|", "|", StringComparison.Ordinal) } : i)];

        static bool HasEscapedPipe(Inline inline) => inline is Inline.Code code && code.Text.Contains("\\|", StringComparison.Ordinal);
    }

    private static int CellEnd(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '|') return at;
        }
        return text.Length;
    }

    private static int CountCells(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.StartsWith("|")) line = line[1..];
        var cells = 0;
        var at = 0;
        while (at < line.Length)
        {
            cells++;
            at = CellEnd(line, at) + 1;
        }
        return cells;
    }

    /// <returns>0 when the line is no row of dashes. One column needs a pipe or a colon: dashes alone are a rule.</returns>
    private static int DelimiterColumns(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 2 || line[0] is not ('|' or '-' or ':') || line.IndexOfAny('|', ':') < 0 || line.IndexOfAnyExcept("|-: \t") >= 0) return 0;
        if (line[0] == '|') line = line[1..];
        if (line.EndsWith("|")) line = line[..^1];
        var columns = 0;
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim();
            if (cell.StartsWith(":")) cell = cell[1..];
            if (cell.EndsWith(":")) cell = cell[..^1];
            if (cell.IsEmpty || cell.IndexOfAnyExcept('-') >= 0) return 0;
            columns++;
        }
        return columns;
    }
}
