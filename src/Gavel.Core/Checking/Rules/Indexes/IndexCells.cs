using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Cells of an index as fixes write them.</summary>
internal static class IndexCells
{
    /// <summary>Writes another value where a cell says one, and leaves links, marks and other words of the cell as they are.</summary>
    /// <returns>Null where the cell does not show the value exactly once.</returns>
    public static FileEdit? Replacement(Catalog catalog, IndexTable index, IndexCell cell, string value, string written)
    {
        if (cell.At.Span.IsEmpty || value.Length == 0 || catalog.Tree.Find(index.Path) is not { } file) return null;
        var text = catalog.Tree.Read(file);
        var slice = text.Slice(cell.At.Span);
        value = ShownIn(slice, value);
        var at = slice.IndexOf(value, StringComparison.Ordinal);
        if (at < 0 || slice[(at + value.Length)..].Contains(value, StringComparison.Ordinal)) return null;
        return new FileEdit(index.Path, text.Id, new TextSpan(cell.At.Span.Start + at, value.Length), written);
    }

    /// <summary>A value as a cell shows it: as it is, or with its bars escaped.</summary>
    public static string ShownIn(ReadOnlySpan<char> cell, string value) => cell.Contains(value, StringComparison.Ordinal) ? value : Escaped(value);

    /// <summary>A bar would end the cell.</summary>
    public static string Escaped(string value) => value.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The value with as many spaces behind it as keep the column's width, where it is shorter than what stood there and the cell's span holds its padding.</summary>
    public static string Padded(IndexCell cell, string value) =>
        cell.At.Span.Length > cell.Value.Length && value.Length < cell.At.Span.Length && cell.At.Start.Line == cell.At.End.Line
            ? value.PadRight(cell.At.Span.Length)
            : value;

    /// <summary>Nearly all rows show a status by its name in the process: the index has no words of its own.</summary>
    public static bool ShowsProcessWords(IndexTable index, Process process)
    {
        var shown = 0;
        var own = 0;
        foreach (var row in index.Rows)
        {
            if (row.Status is not { Value.Length: > 0 } cell) continue;
            shown++;
            if (process.Statuses.Find(cell.Value) is { IsExact: true }) own++;
        }
        return own > 0 && own * 5 >= shown * 4;
    }
}
