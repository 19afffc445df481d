using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Finds the extent of tables drawn with characters, and builds their elements.</summary>
internal sealed class TableParser(ParseState state, BodyParser bodies)
{
    public bool Grid(Frame frame, ReadOnlySpan<char> line)
    {
        if (!Markers.IsGridTop(line)) return false;
        var start = frame.Line;
        var end = start + 1;
        while (!frame.IsBlankOrEnd(end) && frame.Block.Line(end)[0] != ' ') end++;
        RstSystemMessage? indentation = null;
        if (!frame.IsBlankOrEnd(end))
        {
            indentation = state.Document.Report(RstSeverity.Error, "Unexpected indentation.", frame.Block.NumberOf(end), frame.Block.SpanOf(end));
        }

        var blankFinish = indentation is null;
        var last = end - start - 1;
        for (var i = start; i < end; i++)
        {
            if (frame.Block.Line(i)[0] is '+' or '|') continue;
            blankFinish = false;
            last = i - start;
            end = i;
            break;
        }

        if (!Markers.IsGridTop(frame.Block.Line(end - 1)))
        {
            var bottom = end - 2;
            while (bottom > start + 1 && !Markers.IsGridTop(frame.Block.Line(bottom))) bottom--;
            if (bottom <= start + 1)
            {
                if (indentation is not null) frame.Parent.Add(indentation);
                Malformed(frame, start, end, "Bottom border missing or corrupt.", end - start > 3 ? 2 : last);
                Finish(frame, end, blankFinish, null);
                return true;
            }

            end = bottom + 1;
            blankFinish = false;
        }

        var text = new TableText(frame.Block.Part(start, end));
        if (RightEdge(text.Rows) is >= 0 and var bad)
        {
            if (indentation is not null) frame.Parent.Add(indentation);
            indentation = null;
            Malformed(frame, start, end, "Right border not aligned or missing.", bad);
        }
        else if (GridTable.Parse(text.Rows, out var fault) is { } data) Build(frame, text, data, start, end);
        else Malformed(frame, start, end, fault!.Text, fault.Line);
        Finish(frame, end, blankFinish, indentation);
        return true;
    }

    public bool Simple(Frame frame, ReadOnlySpan<char> line)
    {
        if (!Markers.IsSimpleTop(line)) return false;
        var start = frame.Line;
        var found = 0;
        var foundAt = -1;
        var end = -1;
        for (var i = start + 1; i < frame.Block.To; i++)
        {
            var here = frame.Block.Line(i);
            if (here.IsEmpty || here[0] != '=' || here.IndexOfAnyExcept('=', ' ') >= 0) continue;
            if (here.Length != line.Length)
            {
                Malformed(frame, start, i + 1, "Bottom border or header rule does not match top border.", i - start);
                Finish(frame, i + 1, frame.IsBlankOrEnd(i + 1), null);
                return true;
            }

            found++;
            foundAt = i;
            if (found < 2 && !frame.IsBlankOrEnd(i + 1)) continue;
            end = i;
            break;
        }

        if (end < 0)
        {
            var stop = found > 0 ? foundAt + 1 : frame.Block.To;
            var detail = found > 0 ? "No bottom table border found or no blank line after table bottom." : "No bottom table border found.";
            Malformed(frame, start, stop, detail, 0);
            Finish(frame, stop, stop >= frame.Block.To, null);
            return true;
        }

        var text = new TableText(frame.Block.Part(start, end + 1));
        if (SimpleTable.Parse(text.Rows, out var fault) is { } data) Build(frame, text, data, start, end + 1);
        else Malformed(frame, start, end + 1, fault!.Text, fault.Line);
        Finish(frame, end + 1, frame.IsBlankOrEnd(end + 1), null);
        return true;
    }

    private static int RightEdge(string[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length || rows[i][^1] is not ('+' or '|')) return i;
        }

        return -1;
    }

    private void Finish(Frame frame, int end, bool blankFinish, RstSystemMessage? indentation)
    {
        if (indentation is not null) frame.Parent.Add(indentation);
        frame.Line = end;
        if (blankFinish) return;
        frame.Parent.Add(state.Document.Report(RstSeverity.Warning, "Blank line required after table.", LineAfter(frame), Warnings.SpanAt(frame)));
    }

    private static int LineAfter(Frame frame) => frame.AtEnd ? frame.Block.NumberOf(frame.Block.To - 1) + 1 : frame.Number;

    private void Malformed(Frame frame, int start, int end, string detail, int line)
    {
        var block = frame.Block.Part(start, end);
        frame.Parent.Add(state.Document.Report(
            RstSeverity.Error,
            "Malformed table.\n" + detail,
            frame.Block.NumberOf(start) + line,
            block.Span(),
            Warnings.Excerpt(block.Text())));
    }

    private void Build(Frame frame, TableText text, TableData data, int start, int end)
    {
        var span = frame.Block.Part(start, end).Span();
        var (table, group) = TableBuilder.Begin(data.Widths, span);
        table.Line = frame.Block.NumberOf(start);
        frame.Parent.Add(table);
        RstElement? head = null;
        RstElement? body = null;
        for (var i = 0; i < data.Rows.Count; i++)
        {
            var row = new RstElement(RstKind.Row, RowSpan(frame.Block, start, data.Rows[i], span));
            var part = i < data.HeadRows ? head ??= TableBuilder.Add(group, RstKind.Thead) : body ??= TableBuilder.Add(group, RstKind.Tbody);
            part.Add(row);
            foreach (var cell in data.Rows[i])
            {
                if (cell is not null) Entry(row, text.Cell(cell), cell);
            }
        }

        if (body is null) TableBuilder.Add(group, RstKind.Tbody);
    }

    private static RstSpan RowSpan(in Block block, int start, TableCell?[] cells, RstSpan otherwise)
    {
        var (from, to) = (int.MaxValue, 0);
        foreach (var cell in cells)
        {
            if (cell is null) continue;
            from = Math.Min(from, cell.Top);
            to = Math.Max(to, cell.Bottom);
        }

        return from < to ? block.Part(start + from, start + to).Span() : otherwise;
    }

    private void Entry(RstElement row, in Block block, TableCell cell)
    {
        var entry = new RstElement(RstKind.Entry);
        if (cell.MoreColumns > 0) entry["morecols"] = cell.MoreColumns.ToString(CultureInfo.InvariantCulture);
        if (cell.MoreRows > 0) entry["morerows"] = cell.MoreRows.ToString(CultureInfo.InvariantCulture);
        row.Add(entry);
        var content = block.WithoutBlankTop();
        entry.Span = !content.IsEmpty ? content.Span()
            : new RstSpan(block.IsEmpty ? row.Span.Start : block.Lines.ToOriginal(block.StartOf(block.From)), 0);
        bodies.Parse(content, entry);
    }
}
