using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>When a period ends that objections may stop.</summary>
/// <param name="End">When it is over, midnight in UTC where it is counted in days; null while an open objection holds the clock.</param>
/// <param name="Stopped">The objection that holds the clock; null where none does.</param>
internal readonly record struct CommentPeriod(DateTimeOffset? End, Concern? Stopped, bool WasStopped)
{
    /// <param name="concerns">Oldest first.</param>
    public static CommentPeriod Of(When begin, Period period, ClockEffect effect, ImmutableArray<Concern> concerns)
    {
        var length = period.IsInHours ? period.Length : TimeSpan.FromDays(Math.Ceiling(period.Length.TotalDays));
        var start = begin.By(period.IsInHours);
        var end = Add(start, length);
        if (effect == ClockEffect.Continue) return new CommentPeriod(end, null, false);
        var wasStopped = false;
        var clock = start; // up to here the clock was accounted for
        foreach (var concern in concerns.OrderBy(c => TimeOf(c.Raised)))
        {
            var raised = TimeOf(concern.Raised);
            if (raised >= end) break; // the period was over
            if (concern.EndedBy is not { } ending) return new CommentPeriod(null, concern, true);
            var ended = TimeOf(ending);
            var from = raised > clock ? raised : clock;
            if (ended < from) continue;
            var later = effect == ClockEffect.Restart ? Add(ended, length) : Add(end, ended - from);
            wasStopped |= later > end;
            (end, clock) = (later, ended);
        }
        return new CommentPeriod(end, null, wasStopped);

        DateTimeOffset TimeOf(Decisions.Decision decision) => Record.WhenOf(decision).By(period.IsInHours);
    }

    private static DateTimeOffset Add(DateTimeOffset time, TimeSpan length) => length > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + length;
}
