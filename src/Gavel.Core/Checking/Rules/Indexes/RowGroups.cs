using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Which rows of an index a new one belongs to, where the index keeps several groups, and what its further columns say.</summary>
internal static class RowGroups
{
    private const int LongestCell = 80; // characters

    /// <summary>The rows of the group that holds the proposals of the entry's status; all rows where no group does.</summary>
    public static List<IndexRow> Of(List<IndexRow> rows, CatalogEntry entry)
    {
        if ((entry.Status ?? entry.StatusText) is not { Length: > 0 } status) return rows;
        var groups = rows.GroupBy(r => r.Group, StringComparer.Ordinal).ToList();
        if (groups.Count < 2) return rows;
        var folded = HeadingKey.Fold(status);
        var best = groups.Select(g => (Rows: g.ToList(), Same: g.Count(r => r.Status is { } cell && string.Equals(HeadingKey.Fold(StatusText.Clean(cell.Value)), folded, StringComparison.Ordinal)), IsNamed: IsNamed(g.Key, folded)))
            .Where(g => g.IsNamed || g.Same * 2 > g.Rows.Count)
            .OrderByDescending(g => g.IsNamed).ThenByDescending(g => g.Same).FirstOrDefault();
        return best.Rows ?? rows;
    }

    /// <summary>What a column says of the entry by its title: a field's value, the authors; empty where it says nothing known.</summary>
    public static string ValueOf(string column, CatalogEntry entry)
    {
        var key = FieldMatcher.KeyOf("", column);
        if (key.Length == 0) return "";
        var value = RelationWords.Authors.Contains(key, StringComparer.Ordinal)
            ? string.Join(", ", entry.Authors)
            : entry.Fields.FirstOrDefault(f => string.Equals(FieldMatcher.KeyOf("", f.Name), key, StringComparison.Ordinal))?.Value ?? "";
        return value.Length > LongestCell || value.AsSpan().IndexOfAny('|', '\n', '\r') >= 0 ? "" : value;
    }

    // "Draft proposals" for a draft.
    private static bool IsNamed(string heading, string status) => $" {HeadingKey.Fold(heading)} ".Contains($" {status} ", StringComparison.Ordinal);
}
