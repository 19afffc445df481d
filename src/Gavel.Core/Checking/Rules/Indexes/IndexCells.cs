using Gavel.Core.Catalogs;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Cells of an index as fixes write them.</summary>
internal static class IndexCells
{
    /// <summary>The value with as many spaces behind it as keep the column's width, where it is shorter than what stood there and the cell's span holds its padding.</summary>
    public static string Padded(IndexCell cell, string value) =>
        cell.At.Span.Length > cell.Value.Length && value.Length < cell.At.Span.Length && cell.At.Start.Line == cell.At.End.Line
            ? value.PadRight(cell.At.Span.Length)
            : value;
}
