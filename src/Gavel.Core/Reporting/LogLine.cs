using System.Collections.Immutable;
using Gavel.Core.Timelines;

namespace Gavel.Core.Reporting;

/// <summary>A line of a history as people read it: one event, or the sections or fields that one commit changed.</summary>
/// <param name="Told">The first of its events.</param>
/// <param name="Words">What happened, without date, person and commit.</param>
public sealed record LogLine(TimelineEvent Told, string Words)
{
    private const int LongestValue = 60;

    /// <summary>When it was decided where that is known, else when it was recorded.</summary>
    public DateOnly Date => Told.Effective ?? Recorded;

    /// <summary>The day of the record where it is more than a day from <see cref="Date"/> (clocks and zones differ by one); else null.</summary>
    public DateOnly? RecordedLater => Math.Abs(Date.DayNumber - Recorded.DayNumber) > 1 ? Recorded : null;

    /// <summary>That the commit did the same to many proposals; null where it did not.</summary>
    public string? BulkWords => Told switch
    {
        { Bulk: null } or { Kind: TimelineEventKind.Mentioned } => null,
        { Kind: TimelineEventKind.Created } => $"with {Told.Bulk - 1} others in one commit",
        _ => $"bulk: {Told.Bulk} proposals in one commit",
    };

    private DateOnly Recorded => DateOnly.FromDateTime(Told.Recorded.DateTime);

    /// <summary>Oldest first.</summary>
    public static ImmutableArray<LogLine> Of(Timeline timeline) => [.. Groups(timeline).Select(g => new LogLine(g[0], g.Count == 1 || g[0].Kind == TimelineEventKind.Field ? string.Join("; ", g.Select(Say)) : Sections(g)))];

    /// <summary>What an event says in words, without date, person and commit.</summary>
    public static string Say(TimelineEvent told) => told.Kind switch
    {
        TimelineEventKind.Created => "created",
        TimelineEventKind.Renamed => $"renamed from {told.From} to {told.To}",
        TimelineEventKind.Title => $"title changed from {Quoted(told.From)} to {Quoted(told.To)}",
        TimelineEventKind.Status => told switch { { From: null } => $"status {Cut(told.To)}", { To: null } => $"status {Cut(told.From)} removed", _ => $"status {Cut(told.From)} → {Cut(told.To)}" },
        TimelineEventKind.Field => told switch { { From: null } => $"{told.Name} set to {Quoted(told.To)}", { To: null } => $"{told.Name} removed, was {Quoted(told.From)}", _ => $"{told.Name} changed from {Quoted(told.From)} to {Quoted(told.To)}" },
        TimelineEventKind.Section => told switch { { From: null } => $"section {Quoted(told.To)} added", { To: null } => $"section {Quoted(told.From)} removed", _ when string.Equals(told.From, told.To, StringComparison.Ordinal) => $"section {Quoted(told.To)} rewritten", _ => $"section {Quoted(told.From)} renamed to {Quoted(told.To)}" },
        TimelineEventKind.Template => $"held to {told.Name} of {Short(told.To)}",
        TimelineEventKind.Index => IndexWords(told),
        TimelineEventKind.Decision => DecisionWords(told),
        _ => $"named in {Quoted(told.Subject)}",
    };

    private static string DecisionWords(TimelineEvent told) => told.Name switch
    {
        "approve" => "approved",
        "object" => "objected",
        "resolve" => "objection resolved",
        "hold" => "put on hold",
        "vote" => $"voted {told.To ?? "without saying how"}",
        "move" => $"decided to move {(told.From is null ? "to" : $"from {Cut(told.From)} to")} {Cut(told.To)}",
        var other => other ?? "decided",
    };

    private static string IndexWords(TimelineEvent told) => told switch
    {
        { From: null } => $"index lists it{(told.To is null ? "" : $" as {Quoted(told.To)}")}",
        { To: null } => $"index lists it no more, was {Quoted(told.From)}",
        _ => $"index {told.Name} {Cut(told.From)} → {Cut(told.To)}",
    };

    // The sections, fields and mentions of one commit in one line; a mention says nothing where the commit did something to the proposal itself.
    private static IEnumerable<List<TimelineEvent>> Groups(Timeline timeline)
    {
        var own = timeline.Events.Where(e => e.Kind is not TimelineEventKind.Mentioned).Select(e => e.Commit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<TimelineEvent>? open = null;
        foreach (var told in timeline.Events)
        {
            if (told.Kind == TimelineEventKind.Mentioned && told.Commit is { } commit && own.Contains(commit)) continue;
            if (open is [var first, ..] && first.Kind == told.Kind && first.Kind is TimelineEventKind.Section or TimelineEventKind.Field && string.Equals(open[0].Commit, told.Commit, StringComparison.Ordinal))
            {
                open.Add(told);
                continue;
            }
            if (open is not null) yield return open;
            open = [told];
        }
        if (open is not null) yield return open;
    }

    private static string Sections(List<TimelineEvent> group)
    {
        var parts = new List<string>();
        Add("added", group.Where(e => e.From is null).Select(e => e.To));
        Add("rewritten", group.Where(e => e.To is not null && string.Equals(e.From, e.To, StringComparison.Ordinal)).Select(e => e.To));
        parts.AddRange(group.Where(e => e.From is not null && e.To is not null && !string.Equals(e.From, e.To, StringComparison.Ordinal)).Select(Say));
        Add("removed", group.Where(e => e.To is null).Select(e => e.From));
        return string.Join("; ", parts);

        void Add(string what, IEnumerable<string?> titles)
        {
            var all = titles.ToList();
            if (all.Count == 1) parts.Add($"section {Quoted(all[0])} {what}");
            else if (all.Count > 1) parts.Add($"{all.Count} sections {what}: {string.Join(", ", all.Select(Cut))}");
        }
    }

    private static string Short(string? revision) => revision is { Length: >= 7 } ? revision[..7] : revision ?? "?";

    private static string Quoted(string? value) => value is null ? "nothing" : $"'{Cut(value)}'";

    private static string Cut(string? value) => TerminalText.Cut(value ?? "none", LongestValue);
}
