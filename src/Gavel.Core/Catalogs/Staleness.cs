using Gavel.Core.Processes;

namespace Gavel.Core.Catalogs;

/// <summary>Since when nothing happened to a proposal, and whether that is too long.</summary>
public static class Staleness
{
    /// <summary>What figures take for too long where gavel.yml says nothing of a status in which a proposal waits for somebody. No rule reports by it.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(180);

    /// <summary>What gavel.yml allows; null where it says nothing.</summary>
    public static TimeSpan? LimitOf(CatalogEntry entry) =>
        entry.Status is { } name ? entry.Process.Statuses.Statuses.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal))?.StaleAfter : null;

    /// <summary>The last commit of its file, or the last decision about it; null where git knows nothing.</summary>
    /// <param name="entry">With its dates.</param>
    public static DateOnly? LastOf(Catalog catalog, CatalogEntry entry, DateOnly today)
    {
        if (entry.Updated is not { } last) return null;
        foreach (var decision in catalog.Decisions.Of(entry.Id))
        {
            var day = DateOnly.FromDateTime(decision.On.UtcDateTime);
            if (day <= today && day > last) last = day;
        }
        return last;
    }

    /// <summary>For figures: by gavel.yml, else by <see cref="Usual"/> while it is a draft or open.</summary>
    public static bool IsStale(Catalog catalog, CatalogEntry entry, DateOnly today) =>
        (LimitOf(entry) ?? (entry.Kind is StatusKind.Draft or StatusKind.Open ? Usual : null)) is { } limit && LastOf(catalog, entry, today) is { } last && today.DayNumber - last.DayNumber > limit.TotalDays;
}
