using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Searching;

namespace Gavel.Core.Reporting;

/// <summary>What to say of the fields of a query that no proposal has with that value.</summary>
public static class UnmetFields
{
    private const int MostStatuses = 12;

    /// <summary>A sentence for each field, a space before it; of a status with those that there are, the most frequent first.</summary>
    public static string Say(SearchResult result, IEnumerable<CatalogEntry> entries) =>
        string.Concat(result.Unmet.Select(name => $" No proposal has that {name}{(name == "status" ? StatusesOf(entries) : "")}."));

    private static string StatusesOf(IEnumerable<CatalogEntry> entries)
    {
        var statuses = entries.Select(e => e.Status ?? e.StatusText).OfType<string>().GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        var more = statuses.Count > MostStatuses ? string.Create(CultureInfo.InvariantCulture, $" and {statuses.Count - MostStatuses} more") : "";
        return statuses.Count == 0 ? "" : $"; there are {string.Join(", ", statuses.Take(MostStatuses))}{more}";
    }
}
