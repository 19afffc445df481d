using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Timelines;

namespace Gavel.Core.Catalogs;

/// <summary>How long proposals stay in a status.</summary>
/// <param name="N">How many stays ended, with both ends known.</param>
/// <param name="Median">In days.</param>
/// <param name="P90">In days: nine of ten stays were no longer.</param>
public sealed record StayFigures(int N, double Median, double P90);

/// <summary>The figures of one process.</summary>
/// <param name="ByStatus">By the process's name, else as written; in the order of the process, then by name. A proposal without status counts under <c>none</c>.</param>
/// <param name="Open">Draft or open.</param>
/// <param name="Stale">Nothing happened to it for longer than its status allows (<see cref="Staleness"/>).</param>
/// <param name="CreatedByYear">By year.</param>
/// <param name="DecidedByYear">First decisions (accepted, rejected, withdrawn …), by the year of the effective date where it is known.</param>
/// <param name="DaysInStatus">In the order of <see cref="ByStatus"/>; a status that nothing left yet is not there.</param>
/// <param name="BulkExcluded">Status changes that were recorded in bulk without saying when they were decided: they begin and end no stay and decide nothing.</param>
public sealed record ProcessFigures(
    string Name, int Proposals, ImmutableArray<KeyValuePair<string, int>> ByStatus, int Open, int Stale, ImmutableArray<KeyValuePair<int, int>> CreatedByYear,
    ImmutableArray<KeyValuePair<int, int>> DecidedByYear, ImmutableArray<KeyValuePair<string, StayFigures>> DaysInStatus, int BulkExcluded)
{
    private const string NoStatus = "none";

    /// <summary>gavel.yml says of no status after how long it is stale, so that <see cref="Staleness.Usual"/> counts.</summary>
    public bool IsStaleByDefault { get; init; }

    /// <param name="dated">A catalog with dates (<see cref="CatalogDates"/>).</param>
    /// <returns>One for each process, in the order of the catalog.</returns>
    public static ImmutableArray<ProcessFigures> Of(Catalog dated, TimelineSet timelines, DateOnly today) =>
        [.. dated.Processes.Select(p => Of(p, [.. dated.Entries.Where(e => string.Equals(e.Process.Name, p.Name, StringComparison.Ordinal))], dated, timelines, today))];

    private static ProcessFigures Of(Process process, ImmutableArray<CatalogEntry> entries, Catalog dated, TimelineSet timelines, DateOnly today)
    {
        var stays = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var decided = new SortedDictionary<int, int>();
        var created = new SortedDictionary<int, int>();
        var bulk = 0;
        foreach (var entry in entries)
        {
            if (entry.Created is { } day) created[day.Year] = created.GetValueOrDefault(day.Year) + 1;
            var statuses = timelines.Of(entry.Id).Events.Where(e => e.Kind == TimelineEventKind.Status).ToList();
            bulk += statuses.Count(IsUndated);
            if (DecidedIn(process, statuses) is { } year) decided[year] = decided.GetValueOrDefault(year) + 1;
            for (var i = 1; i < statuses.Count; i++)
            {
                if (statuses[i - 1].To is not { } status || IsUndated(statuses[i - 1]) || IsUndated(statuses[i])) continue;
                if (!stays.TryGetValue(status, out var days)) stays[status] = days = [];
                days.Add(Math.Max(0, DayOf(statuses[i]).DayNumber - DayOf(statuses[i - 1]).DayNumber));
            }
        }
        var order = process.Statuses.Statuses.Select(s => s.Name).ToList();
        return new ProcessFigures(
            process.Name, entries.Length, [.. Ordered(entries.GroupBy(e => e.Status ?? e.StatusText ?? NoStatus, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count())), order)],
            entries.Count(e => e.Kind is StatusKind.Draft or StatusKind.Open), entries.Count(e => Staleness.IsStale(dated, e, today)), [.. created], [.. decided],
            [.. Ordered(stays.Select(s => KeyValuePair.Create(s.Key, FiguresOf(s.Value))), order)], bulk)
        {
            IsStaleByDefault = process.Statuses.Statuses.All(s => s.StaleAfter is null),
        };
    }

    private static IEnumerable<KeyValuePair<string, T>> Ordered<T>(IEnumerable<KeyValuePair<string, T>> pairs, List<string> order) =>
        pairs.OrderBy(p => order.IndexOf(p.Key) is >= 0 and var at ? at : int.MaxValue).ThenBy(p => p.Key, StringComparer.Ordinal);

    // When many were written down at once, that day says nothing of any of them.
    private static bool IsUndated(TimelineEvent status) => status is { Bulk: not null, Effective: null };

    private static DateOnly DayOf(TimelineEvent status) => status.Effective ?? DateOnly.FromDateTime(status.Recorded.DateTime);

    // The first move out of draft and open; a proposal that began decided was decided then.
    private static int? DecidedIn(Process process, List<TimelineEvent> statuses)
    {
        var first = statuses.Find(s => s.To is { } to && process.Statuses.Find(to)?.Status.Kind is not (null or StatusKind.Draft or StatusKind.Open or StatusKind.Deferred));
        return first is null || IsUndated(first) ? null : DayOf(first).Year;
    }

    private static StayFigures FiguresOf(List<int> days)
    {
        days.Sort();
        var middle = days.Count / 2;
        var median = days.Count % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2.0;
        return new StayFigures(days.Count, median, days[(int)Math.Ceiling(0.9 * days.Count) - 1]);
    }
}
