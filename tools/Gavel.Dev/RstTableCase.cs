using System.Text.Json.Nodes;
using Gavel.Rst.Parsing;

namespace Gavel.Dev;

/// <summary>Reads a table alone, as docutils' tests of its table parsers do.</summary>
internal static class RstTableCase
{
    /// <summary>Widths, head rows, body rows; a cell is [more rows, more columns, line, lines]; for a table that cannot be read the fault.</summary>
    public static JsonNode Output(RstCase one)
    {
        var lines = LineTable.Of(one.Input, 8);
        var text = new TableText(new Block(lines));
        var isGrid = one.Kind.EndsWith("GridTableParser", StringComparison.Ordinal);
        TableFault? fault;
        var data = isGrid ? GridTable.Parse(text.Rows, out fault) : SimpleTable.Parse(text.Rows, out fault);
        if (data is null) return JsonValue.Create("TableMarkupError: " + fault!.Text);
        var widths = new JsonArray([.. data.Widths.Select(static w => (JsonNode)w)]);
        return new JsonArray(widths, Rows(text, data, 0, data.HeadRows, isGrid), Rows(text, data, data.HeadRows, data.Rows.Count, isGrid));
    }

    private static JsonArray Rows(TableText text, TableData data, int from, int to, bool isGrid)
    {
        var rows = new JsonArray();
        for (var i = from; i < to; i++)
        {
            var row = new JsonArray();
            foreach (var cell in data.Rows[i])
            {
                if (cell is null && isGrid) row.Add(null);
                else if (cell is not null) row.Add(new JsonArray(cell.MoreRows, cell.MoreColumns, cell.Top, new JsonArray([.. text.CellLines(cell).Select(static l => (JsonNode)l)])));
            }

            rows.Add(row);
        }

        return rows;
    }
}
