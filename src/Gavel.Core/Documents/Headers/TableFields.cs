using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Fields in a table: a key and a value in each row, or a row of keys over a row of values.</summary>
internal static class TableFields
{
    public static void Read(SourceText text, Block.Table table, bool isBelowTitle, ImmutableArray<HeaderField>.Builder fields)
    {
        // A row without words stands over the keys where the syntax wants a head.
        var rows = table.Rows.RemoveRange(0, table.Rows.Length > 2 && table.Rows[0].Cells.Length > 2 && table.Rows[0].Cells.All(static c => c.Inlines.IsEmpty) ? 1 : 0);
        if (rows.Length < 2 || rows[0].Cells.Length < 2) return;
        var head = rows[0].Cells;
        var isNamed = HeaderWords.IsKeyColumn(PlainText.Of(head[0].Inlines)) && HeaderWords.IsValueColumn(PlainText.Of(head[1].Inlines));
        if (!isNamed && !isBelowTitle) return;
        if (rows.Length == 2 && !isNamed)
        {
            ReadColumns(text, head, rows[1], fields);
            return;
        }
        if (head.Length != 2) return;
        var found = new List<HeaderField>();
        for (var i = isNamed ? 1 : 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (row.Cells.Length > 0 && FieldOf(text, row.Cells[0], row.Cells.Length > 1 ? row.Cells[1] : null, row.Span) is { } field) found.Add(field);
        }
        if (found.Count * 3 >= (rows.Length - (isNamed ? 1 : 0)) * 2 && found.Count(static f => KeyShape.IsDatum(f.Value)) >= found.Count * (AreMarked(text, found) ? 0.5 : 0.75)) fields.AddRange(found);
    }

    // Keys in bold say what they are, whatever stands beside them.
    private static bool AreMarked(SourceText text, List<HeaderField> found) =>
        found.TrueForAll(f => f.NameSpan.Start > 1 && text.Chars.AsSpan(f.NameSpan.Start - 2, 2) is "**" or "__");

    private static void ReadColumns(SourceText text, ImmutableArray<TableCell> head, TableRow values, ImmutableArray<HeaderField>.Builder fields)
    {
        var found = new List<HeaderField>();
        for (var i = 0; i < head.Length; i++)
        {
            if (FieldOf(text, head[i], i < values.Cells.Length ? values.Cells[i] : null, values.Span) is { } field) found.Add(field);
        }
        if (found.Count == head.Length && found.TrueForAll(static f => KeyShape.IsDatum(f.Value))) fields.AddRange(found);
    }

    private static HeaderField? FieldOf(SourceText text, TableCell key, TableCell? value, TextSpan row)
    {
        var name = PlainText.Of(key.Inlines).TrimEnd(':').TrimEnd();
        if (!KeyShape.Fits(name)) return null;
        var at = text.Chars.IndexOf(name, key.Span.Start, key.Span.Length, StringComparison.Ordinal);
        var nameSpan = at < 0 ? key.Span : new TextSpan(at, name.Length);
        var valueSpan = value?.Span ?? new TextSpan(row.End, 0);
        return new HeaderField(name, value is null ? "" : PlainText.Of(value.Inlines), key.Span.Union(valueSpan), nameSpan, valueSpan, HeaderStyle.Table);
    }
}
