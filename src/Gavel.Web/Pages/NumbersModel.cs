using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Web.Pages.Charts;

namespace Gavel.Web.Pages;

/// <summary>The figures of a catalog.</summary>
internal sealed class NumbersModel(SiteModel site)
{
    private const int MostNamed = 15;

    public SiteModel Site { get; } = site;

    public ImmutableArray<Bar> ByStatus =>
    [
        .. Site.FacetOf("status") is { } facet ? facet.Values.Select(v => new Bar(v.Text, v.Entries.Length, Words.Number(v.Entries.Length), v.Kind, Site.Href(facet.AddressOf(v)))) : [],
        .. Site.Catalog.Entries.Count(e => e.Status is null) is var none and > 0 ? [new Bar("No status that the process knows", none, Words.Number(none))] : (Bar[])[],
    ];

    public ImmutableArray<Bar> StartedByYear => ByYear(Site.Catalog.Entries.Select(e => SiteModel.YearOf(e)));

    /// <summary>When what is decided got the status that it has.</summary>
    public ImmutableArray<Bar> DecidedByYear => ByYear(Site.Catalog.Entries.Where(IsDecided).Select(e => e.StatusSince?.Year));

    /// <summary>How long the proposals of each status are in it by now; the middle one in days.</summary>
    public ImmutableArray<Bar> DaysInStatus
    {
        get
        {
            if (Site.FacetOf("status") is not { } facet) return [];
            var bars = ImmutableArray.CreateBuilder<Bar>();
            foreach (var value in facet.Values)
            {
                if (value.Kind is not (StatusKind.Draft or StatusKind.Open or StatusKind.Accepted or StatusKind.Deferred)) continue;
                var days = value.Entries.Where(e => e.StatusSince is not null).Select(e => Site.Source.Today.DayNumber - e.StatusSince!.Value.DayNumber).Order().ToList();
                if (days.Count > 0) bars.Add(new Bar(value.Text, days[days.Count / 2], $"{Words.Count(days[days.Count / 2], "day")} ({days.Count})", value.Kind));
            }
            return bars.ToImmutable();
        }
    }

    public ImmutableArray<Bar> ByRule =>
    [
        .. Site.Source.Report.Findings.GroupBy(f => f.Diagnostic.Rule, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostNamed)
            .Select(g => new Bar(g.Key, g.Count(), Words.Number(g.Count()))),
    ];

    public ImmutableArray<Bar> ByAuthor =>
    [
        .. Site.FacetOf("author") is { } facet
            ? facet.Values.OrderByDescending(v => v.Entries.Length).ThenBy(v => v.Text, StringComparer.Ordinal).Take(MostNamed).Select(v => new Bar(v.Text, v.Entries.Length, Words.Number(v.Entries.Length), null, Site.Href(facet.AddressOf(v))))
            : [],
    ];

    public ImmutableArray<CatalogEntry> Stale => [.. Site.Catalog.Entries.Where(Site.IsStale)];

    /// <summary>Counts nothing: the counts follow from what each proposal is and has.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Site.Source.Today).Add(Site.FacetsKey);
        foreach (var entry in Site.Catalog.Entries)
        {
            key.Add(entry.Status).Add((int?)entry.Kind ?? -1).Add(SiteModel.YearOf(entry) ?? 0).Add(entry.StatusSince);
            if (Site.IsStale(entry)) key.Add(entry.Id).Add(Site.Addresses.Of(entry)).Add(entry.Title).Add(entry.Updated);
        }
        foreach (var finding in Site.Source.Report.Findings) key.Add(finding.Diagnostic.Rule);
        return key.Finish();
    }

    private static bool IsDecided(CatalogEntry entry) => entry.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded or StatusKind.Living;

    // Years without any are bars too: a gap says something.
    private static ImmutableArray<Bar> ByYear(IEnumerable<int?> years)
    {
        var counts = years.OfType<int>().GroupBy(y => y).ToDictionary(g => g.Key, g => g.Count());
        if (counts.Count == 0) return [];
        var first = Math.Max(counts.Keys.Min(), counts.Keys.Max() - 60);
        return [.. Enumerable.Range(first, counts.Keys.Max() - first + 1).Select(y => new Bar(y.ToString(CultureInfo.InvariantCulture), counts.GetValueOrDefault(y), Words.Number(counts.GetValueOrDefault(y))))];
    }
}
