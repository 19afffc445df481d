using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>When a period ends that objections may stop.</summary>
/// <param name="End">The day on which it is over; null while an open objection holds the clock.</param>
/// <param name="Stopped">The objection that holds the clock; null where none does.</param>
internal readonly record struct CommentPeriod(DateOnly? End, Concern? Stopped, bool WasStopped)
{
    /// <param name="concerns">Oldest first.</param>
    public static CommentPeriod Of(DateOnly start, TimeSpan length, ClockEffect effect, ImmutableArray<Concern> concerns)
    {
        var days = (int)Math.Ceiling(length.TotalDays);
        var end = Add(start, days);
        if (effect == ClockEffect.Continue) return new CommentPeriod(end, null, false);
        var wasStopped = false;
        var clock = start; // up to here the clock was accounted for
        foreach (var concern in concerns.OrderBy(c => Record.DayOf(c.Raised)))
        {
            var raised = Record.DayOf(concern.Raised);
            if (raised >= end) break; // the period was over
            if (concern.EndedBy is not { } ending) return new CommentPeriod(null, concern, true);
            var ended = Record.DayOf(ending);
            var from = raised > clock ? raised : clock;
            if (ended <= from) continue;
            end = effect == ClockEffect.Restart ? Add(ended, days) : Add(end, ended.DayNumber - from.DayNumber);
            clock = ended;
            wasStopped = true;
        }
        return new CommentPeriod(end, null, wasStopped);
    }

    private static DateOnly Add(DateOnly day, int days) => days > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(days);
}
