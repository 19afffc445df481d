using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>The figures of a catalog.</summary>
internal sealed class NumbersModel(SiteModel site)
{
    private const int MostNamed = 15;
    private const int MostSections = 40; // of a process

    private ImmutableArray<ProcessFigures>? _figures;

    public SiteModel Site { get; } = site;

    /// <summary>The figures of <c>gavel stats</c>.</summary>
    private ImmutableArray<ProcessFigures> Figures => _figures ??= ProcessFigures.Of(Site.Catalog, Site.Source.Timelines, Site.Source.Today);

    public ImmutableArray<Bar> ByStatus =>
    [
        .. Site.FacetOf("status") is { } facet ? facet.Values.Select(v => new Bar(v.Text, v.Entries.Length, Words.Number(v.Entries.Length), v.Kind, Site.Href(facet.AddressOf(v)))) : [],
        .. Site.Catalog.Entries.Count(e => e.Status is null) is var none and > 0 ? [new Bar("No status that the process knows", none, Words.Number(none))] : (Bar[])[],
    ];

    public ImmutableArray<Bar> StartedByYear => ByYear(Site.Catalog.Entries.Select(e => SiteModel.YearOf(e)));

    /// <summary>First decisions, by the day on which they were made where that is known.</summary>
    public ImmutableArray<Bar> DecidedByYear => ByYear(Figures.SelectMany(f => f.DecidedByYear).SelectMany(y => Enumerable.Repeat((int?)y.Key, y.Value)));

    /// <summary>How long proposals stayed in a status before they left it; the middle one in days.</summary>
    public ImmutableArray<Bar> DaysInStatus =>
    [
        .. from figures in Figures
           from stay in figures.DaysInStatus
           let kind = Site.Catalog.Processes.First(p => string.Equals(p.Name, figures.Name, StringComparison.Ordinal)).Statuses.Find(stay.Key)?.Status.Kind
           select new Bar(Figures.Length > 1 ? $"{figures.Name}: {stay.Key}" : stay.Key, (int)Math.Round(stay.Value.Median), $"{Words.Count((int)Math.Round(stay.Value.Median), "day")} ({stay.Value.N})", kind),
    ];

    /// <summary>How long the proposals that wait in a status have been there by now; the middle one in days. What was recorded in bulk says nothing of that.</summary>
    public ImmutableArray<Bar> DaysWaiting =>
    [
        .. from value in Site.FacetOf("status")?.Values ?? []
           where value.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted or StatusKind.Deferred
           let days = value.Entries.Where(e => e.StatusSince is not null && !Site.IsStatusOfBulk(e)).Select(e => Site.Source.Today.DayNumber - e.StatusSince!.Value.DayNumber).Order().ToList()
           where days.Count > 0
           select new Bar(value.Text, days[days.Count / 2], $"{Words.Count(days[days.Count / 2], "day")} ({days.Count})", value.Kind, Site.Href(Site.FacetOf("status")!.AddressOf(value))),
    ];

    /// <summary>The sections that templates ask for or offer, with how many proposals have them, in the template's order.</summary>
    public ImmutableArray<Bar> BySection =>
    [
        .. from process in Site.Catalog.Processes
           from section in process.Current.All<Demand.Section>().Where(s => s is { FieldKey: null, Use: { Of: > 0 } }).Take(MostSections)
           let use = section.Use!.Value
           select new Bar(Site.Catalog.Processes.Length > 1 ? $"{process.Name}: {section.Text}" : section.Text, use.With, $"{use.With} of {use.Of}"),
    ];

    /// <summary>Status changes that were recorded in bulk and say nothing of when.</summary>
    public int BulkExcluded => Figures.Sum(f => f.BulkExcluded);

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

    public ImmutableArray<CatalogEntry> Stale => [.. Site.Catalog.Entries.Where(e => Staleness.IsStale(Site.Catalog, e, Site.Source.Today))];

    /// <summary>Counts nothing: the counts follow from what each proposal is and has.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Site.Source.Today).Add(Site.FacetsKey).Add(Site.Catalog.Processes.Select(p => p.Digest));
        foreach (var entry in Site.Catalog.Entries)
        {
            key.Add(entry.Process.Name).Add(entry.Status).Add(entry.StatusText).Add((int?)entry.Kind ?? -1).Add(entry.Created).Add(SiteModel.YearOf(entry) ?? 0).Add(entry.StatusSince);
            foreach (var happened in Site.TimelineOf(entry)?.Events ?? [])
            {
                if (happened.Kind == TimelineEventKind.Status) key.Add(happened);
            }
            if (Staleness.IsStale(Site.Catalog, entry, Site.Source.Today)) key.Add(entry.Id).Add(Site.Addresses.Of(entry)).Add(entry.Title).Add(entry.Updated);
        }
        foreach (var finding in Site.Source.Report.Findings) key.Add(finding.Diagnostic.Rule);
        return key.Finish();
    }

    // Years without any are bars too: a gap says something.
    private static ImmutableArray<Bar> ByYear(IEnumerable<int?> years)
    {
        var counts = years.OfType<int>().GroupBy(y => y).ToDictionary(g => g.Key, g => g.Count());
        if (counts.Count == 0) return [];
        var first = Math.Max(counts.Keys.Min(), counts.Keys.Max() - 60);
        return [.. Enumerable.Range(first, counts.Keys.Max() - first + 1).Select(y => new Bar(y.ToString(CultureInfo.InvariantCulture), counts.GetValueOrDefault(y), Words.Number(counts.GetValueOrDefault(y))))];
    }
}
