using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>A value that proposals share.</summary>
/// <param name="Slug">Its part of an address.</param>
internal sealed record FacetValue(string Text, string Slug, StatusKind? Kind, ImmutableArray<CatalogEntry> Entries);

/// <summary>Something that proposals are sorted by: status, author, year, a field of the template.</summary>
/// <param name="Key">In addresses: <c>status</c>, <c>author</c>, <c>year</c>, <c>process</c>, or a field's name.</param>
internal sealed record Facet(string Key, string Label, ImmutableArray<FacetValue> Values)
{
    public string Address => $"/by/{Key}";

    public string AddressOf(FacetValue value) => $"{Address}/{value.Slug}";

    public FacetValue? Find(string? text) => text is null ? null : Values.FirstOrDefault(v => string.Equals(v.Text, text, StringComparison.Ordinal));
}

/// <summary>The facets that a catalog has.</summary>
internal static class Facets
{
    private const int MostFieldValues = 60;
    private const int LongestValue = 48;

    public static ImmutableArray<Facet> Of(Catalog catalog, Func<CatalogEntry, int?> yearOf)
    {
        var facets = ImmutableArray.CreateBuilder<Facet>();
        var keys = new Slugs();
        foreach (var reserved in (string[])["process", "status", "author", "year"]) keys.Of(reserved);
        if (catalog.Processes.Length > 1) Add("process", "Process", Group(catalog, e => [e.Process.Name]));
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var status in catalog.Processes.SelectMany(p => p.Statuses.Statuses)) order.TryAdd(status.Name, order.Count);
        Add("status", "Status", Group(catalog, e => e.Status is { } status ? [status] : []).OrderBy(g => order.GetValueOrDefault(g.Text, int.MaxValue)));
        Add("author", "Author", Group(catalog, e => e.Authors));
        Add("year", "Year", Group(catalog, e => yearOf(e) is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : []).OrderByDescending(g => g.Text, StringComparer.Ordinal));
        var folders = Group(catalog, e => e.Number is null && e.Id.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? [e.Id[..slash]] : []).ToList();
        if (IsUseful(folders, catalog.Entries.Length)) Add(keys.Of("folder"), "Folder", folders);
        foreach (var name in FieldNames(catalog))
        {
            var groups = Group(catalog, e => ValuesOf(e, name)).ToList();
            if (IsUseful(groups, catalog.Entries.Length)) Add(keys.Of(name), Labelled(name), groups);
        }
        return facets.ToImmutable();

        void Add(string key, string label, IEnumerable<FacetValue> values)
        {
            var slugs = new Slugs();
            var all = values.Select(v => v with { Slug = slugs.Of(v.Text) }).ToImmutableArray();
            if (!all.IsEmpty) facets.Add(new Facet(key, label, all));
        }
    }

    // A field that sorts: few values, most of them shared. Dates, people, links and prose are none.
    private static bool IsUseful(List<FacetValue> groups, int proposals)
    {
        var covered = groups.Sum(g => g.Entries.Length);
        if (groups.Count is < 2 or > MostFieldValues || covered * 4 < proposals) return false;
        return covered >= groups.Count * 2 || groups.Count(g => IsRelease(g.Text)) * 4 >= groups.Count * 3;
    }

    // Digits with a dot between them: readers look for one of these, however many there are.
    private static bool IsRelease(string value)
    {
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot + 1 < value.Length && char.IsAsciiDigit(value[dot - 1]) && (char.IsAsciiDigit(value[dot + 1]) || value[dot + 1] is 'x' or 'X');
    }

    // A later revision of the template may have others.
    private static IEnumerable<string> FieldNames(Catalog catalog)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in catalog.Entries)
        {
            foreach (var fact in entry.Fields)
            {
                if (!string.Equals(fact.Name, entry.Process.StatusField, StringComparison.OrdinalIgnoreCase) && known.Add(fact.Name)) yield return fact.Name;
            }
        }
    }

    // A value may be a list.
    private static ImmutableArray<string> ValuesOf(CatalogEntry entry, string name)
    {
        foreach (var fact in entry.Fields)
        {
            if (!string.Equals(fact.Name, name, StringComparison.OrdinalIgnoreCase) || fact.Value is not { } value) continue;
            if (value.Length > LongestValue || value.Contains("://", StringComparison.Ordinal) || value.Contains('@', StringComparison.Ordinal) || entry.Authors.Contains(value) || string.Equals(value, entry.Title, StringComparison.Ordinal)) return [];
            return [.. value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        return [];
    }

    private static IEnumerable<FacetValue> Group(Catalog catalog, Func<CatalogEntry, ImmutableArray<string>> valuesOf)
    {
        var groups = new Dictionary<string, ImmutableArray<CatalogEntry>.Builder>(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var value in valuesOf(entry).Distinct(StringComparer.Ordinal))
            {
                if (!groups.TryGetValue(value, out var list)) groups[value] = list = ImmutableArray.CreateBuilder<CatalogEntry>();
                list.Add(entry);
            }
        }
        var names = groups.Keys.ToArray();
        Array.Sort(names, NaturalOrder.Instance);
        return names.Select(n => new FacetValue(n, "", KindOf(n, groups[n][0]), groups[n].ToImmutable()));
    }

    private static StatusKind? KindOf(string value, CatalogEntry first) => string.Equals(first.Status, value, StringComparison.Ordinal) ? first.Kind : null;

    private static string Labelled(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ').Replace('-', ' ');
}
