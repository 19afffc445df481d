using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking.Rules.Life;

/// <summary>Reports a proposal that nobody changed or decided about for longer than its status allows.</summary>
internal sealed class Stale : ICatalogRule
{
    private static readonly Reason Configured = new Reason.Standard("the stale-after of the status");

    public RuleInfo Info { get; } = new("stale", Severity.Warning, "Nothing happened to the proposal for longer than its status allows.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var entry in catalog.Entries)
        {
            if (Staleness.LimitOf(entry) is not { } patience || Staleness.LastOf(catalog, entry, today) is not { } last) continue;
            var days = today.DayNumber - last.DayNumber;
            if (days <= patience.TotalDays) continue;
            var message = string.Create(CultureInfo.InvariantCulture, $"{entry.Id} is {Subjects.Quote(entry.Status!)} and nothing happened since {last:yyyy-MM-dd}; the status allows {patience.TotalDays:0} days");
            yield return Info.Report(entry, entry.StatusAt ?? entry.TitleAt, message, WhyOf(entry.Process), entry.Status!) with { Help = "Move it on, defer it or withdraw it." };
        }
    }

    private static Reason WhyOf(Process process) => process.StatusesAt is { } at ? new Reason.Configuration(at, "stale-after") : Configured;
}
