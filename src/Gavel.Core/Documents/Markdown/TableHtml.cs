using Gavel.Core.Documents.Html;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Writes a table in a box of its own that scrolls.</summary>
internal sealed class TableHtml(string source, HtmlBuilder output, InlineHtml inlines)
{
    private const int MostFilled = 100_000; // empty cells of one text, so that a wide head over many short rows stays small

    private int _filled;

    public void Write(Block.Table table)
    {
        var alignments = AlignmentsOf(table);
        output.Block("<div class=\"scroll\" tabindex=\"0\"", table.Span).Markup("><table>\n");
        var isHead = false;
        var isBody = false;
        foreach (var row in table.Rows)
        {
            if (row.IsHeader && !isHead) output.Markup("<thead>\n");
            if (!row.IsHeader && !isBody) output.Markup(isHead ? "</thead>\n<tbody>\n" : "<tbody>\n");
            isHead |= row.IsHeader;
            isBody |= !row.IsHeader;
            Row(row, alignments, table.Rows[0].Cells.Length);
        }
        output.Markup(isBody ? "</tbody>\n" : isHead ? "</thead>\n" : "").Markup("</table></div>\n");
    }

    private void Row(TableRow row, List<string> alignments, int columns)
    {
        output.Block("<tr", row.Span).Markup(">");
        var tag = row.IsHeader ? "th" : "td";
        var missing = Math.Max(0, columns - row.Cells.Length);
        if (missing > MostFilled - _filled) missing = 0;
        _filled += missing;
        for (var i = 0; i < row.Cells.Length + missing; i++)
        {
            output.Markup("<").Markup(tag);
            if (i < alignments.Count && alignments[i].Length > 0) output.Attribute("align", alignments[i]);
            output.Markup(">");
            if (i < row.Cells.Length) inlines.Write(row.Cells[i].Inlines);
            output.Markup("</").Markup(tag).Markup(">");
        }
        output.Markup("</tr>\n");
    }

    // The row of dashes stands right under the header row and is no row of its own.
    private List<string> AlignmentsOf(Block.Table table)
    {
        var result = new List<string>();
        if (table.Rows.IsEmpty || !table.Rows[0].IsHeader) return result;
        var start = Lines.AfterEnd(source, Lines.EndOf(source, table.Rows[0].Span.End));
        var line = source.AsSpan(start, Lines.EndOf(source, start) - start).TrimStart("> \t").Trim();
        if (line.StartsWith("|")) line = line[1..];
        if (line.EndsWith("|")) line = line[..^1];
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim();
            var (left, right) = (cell.StartsWith(":"), cell.EndsWith(":"));
            result.Add(left && right ? "center" : right ? "right" : left ? "left" : "");
        }
        return result;
    }
}
