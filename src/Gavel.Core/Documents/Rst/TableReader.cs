using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Text;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Turns a table of any of the four kinds into rows of cells. A cell over several columns is followed by empty ones.</summary>
internal static class TableReader
{
    public static Block.Table Read(RstElement table, TextSpan span, InlineReader inlines)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var row in table.Descendants())
        {
            if (row.Kind != RstKind.Row || row.Parent?.Parent?.Parent != table) continue;
            rows.Add(RowOf(row, isHeader: row.Parent.Kind == RstKind.Thead, inlines));
        }
        return new Block.Table(span, rows.DrainToImmutable());
    }

    /// <summary>The table's own place within a directive, or what is given where the parser knows none.</summary>
    public static TextSpan SpanOf(RstElement table, TextSpan otherwise) =>
        table.Find(RstKind.Tgroup) is { Span.Length: > 0 } group ? BlockReader.SpanOf(group) : otherwise;

    private static TableRow RowOf(RstElement row, bool isHeader, InlineReader inlines)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>(row.Count);
        foreach (var child in row.Children)
        {
            if (child is not RstElement entry) continue;
            var content = ImmutableArray.CreateBuilder<Inline>();
            inlines.Gather(entry, content);
            var made = content.DrainToImmutable();
            var span = made.Length > 0 ? made[0].Span.Union(made[^1].Span) : BlockReader.SpanOf(entry);
            cells.Add(new TableCell(span, made));
            if (!int.TryParse(entry["morecols"], NumberStyles.None, CultureInfo.InvariantCulture, out var more)) continue;
            for (var i = 0; i < Math.Min(more, 1000); i++) cells.Add(new TableCell(new TextSpan(span.End, 0), []));
        }
        var rowSpan = row.Span.Length > 0 || cells.Count == 0 ? BlockReader.SpanOf(row) : cells.Aggregate(cells[0].Span, static (all, cell) => all.Union(cell.Span));
        return new TableRow(rowSpan, cells.DrainToImmutable(), isHeader);
    }
}
