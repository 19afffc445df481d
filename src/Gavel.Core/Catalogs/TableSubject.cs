namespace Gavel.Core.Catalogs;

/// <summary>Tells a table that lists proposals from one about something else, which only says of each row where it was proposed: kinds of messages, of tags, of errors.</summary>
internal static class TableSubject
{
    private const int Fewest = 3; // rows that show that the same proposals come again

    /// <param name="columns">What the heads say; empty for a table without heads.</param>
    /// <param name="rows">Those that name a proposal.</param>
    public static bool IsProposals(IReadOnlyList<IndexColumn> columns, IReadOnlyList<IndexRow> rows)
    {
        if (columns.Count > 2 && !columns.Contains(IndexColumn.Status) && columns[0] == IndexColumn.Other && rows.All(r => IsBehind(r))) return false;
        if (rows.Count < Fewest || columns.Contains(IndexColumn.Status)) return true;
        var distinct = rows.Select(r => r.Target ?? r.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? r.Label).Distinct(StringComparer.Ordinal).Count();
        return distinct * 3 > rows.Count * 2;
    }

    // The proposal stands in the third column or later, behind what the row is about.
    private static bool IsBehind(IndexRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (string.Equals(row.Cells[i].Value, row.Label, StringComparison.Ordinal)) return i >= 2;
        }
        return false;
    }
}
