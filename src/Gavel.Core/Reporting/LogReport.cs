using System.Globalization;
using System.Text;
using Gavel.Core.Timelines;

namespace Gavel.Core.Reporting;

/// <summary>The timeline of one proposal: what happened, when, by whom.</summary>
public static class LogReport
{
    private const int LongestValue = 60;
    private const string Shallow = "The clone is shallow: what is older is not known. 'git fetch --unshallow' brings it.";

    public static string RenderJson(Timeline timeline) => JsonText.Object(writer =>
    {
        writer.WriteText("id", timeline.Id);
        writer.WriteBoolean("complete", timeline.IsComplete);
        writer.WriteObjects("events", timeline.Events, told =>
        {
            writer.WriteString("kind", NameOf(told.Kind));
            writer.WriteDate("recorded", DateOnly.FromDateTime(told.Recorded.DateTime));
            writer.WriteDate("effective", told.Effective);
            writer.WriteText("by", told.By);
            writer.WriteText("commit", told.Commit);
            writer.WriteText("path", told.Path);
            writer.WriteText("name", told.Name);
            writer.WriteText("from", told.From);
            writer.WriteText("to", told.To);
            writer.WriteCount("bulk", told.Bulk);
        });
    });

    /// <summary>One line for each kind of event in a commit, oldest first.</summary>
    public static string RenderText(Timeline timeline, string title, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold($"{timeline.Id}: {TerminalText.Safe(title)}")).Append('\n');
        if (timeline.Events.IsEmpty) return text.Append(timeline.IsComplete ? "Nothing is recorded of it yet: it is not committed." : Shallow).Append('\n').ToString();
        text.Append('\n');
        var lines = 0;
        foreach (var group in Groups(timeline))
        {
            Append(text, group, style);
            lines++;
        }
        text.Append('\n').Append(Summary(timeline, lines)).Append('\n');
        if (!timeline.IsComplete) text.Append(style.Yellow(Shallow)).Append('\n');
        return text.ToString();
    }

    public static string NameOf(TimelineEventKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What an event says in words, without date, person and commit.</summary>
    public static string Words(TimelineEvent told) => told.Kind switch
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

    private static void Append(StringBuilder text, List<TimelineEvent> group, TextStyle style)
    {
        var told = group[0];
        var recorded = DateOnly.FromDateTime(told.Recorded.DateTime);
        var words = group.Count == 1 || told.Kind == TimelineEventKind.Field ? string.Join("; ", group.Select(Words)) : Sections(group);
        if (told.Effective is { } effective && Math.Abs(effective.DayNumber - recorded.DayNumber) > 1) words += $" (effective {Iso(effective)})";
        if (told.Bulk is { } bulk && told.Kind != TimelineEventKind.Mentioned) words += $" [{BulkWords(told.Kind, bulk)}]";
        var tail = $"{told.By ?? "?"}{(told.Commit is { } commit ? $" {commit[..7]}" : " (not committed)")}";
        var safe = TerminalText.Safe(words);
        if (style.Width is { } width) safe = TerminalText.Cut(safe, Math.Max(30, width - 14 - TerminalText.WidthOf(tail)));
        text.Append(style.Dim(Iso(recorded))).Append("  ").Append(told.Kind == TimelineEventKind.Status ? style.Bold(safe) : safe).Append("  ").Append(style.Dim(TerminalText.Safe(tail))).Append('\n');
    }

    private static string BulkWords(TimelineEventKind kind, int bulk) => kind switch
    {
        TimelineEventKind.Created => $"with {bulk - 1} others in one commit",
        _ => $"bulk: {bulk} proposals in one commit",
    };

    private static string Sections(List<TimelineEvent> group)
    {
        var parts = new List<string>();
        Add("added", group.Where(e => e.From is null).Select(e => e.To));
        Add("rewritten", group.Where(e => e.To is not null && string.Equals(e.From, e.To, StringComparison.Ordinal)).Select(e => e.To));
        parts.AddRange(group.Where(e => e.From is not null && e.To is not null && !string.Equals(e.From, e.To, StringComparison.Ordinal)).Select(Words));
        Add("removed", group.Where(e => e.To is null).Select(e => e.From));
        return string.Join("; ", parts);

        void Add(string what, IEnumerable<string?> titles)
        {
            var all = titles.ToList();
            if (all.Count == 1) parts.Add($"section {Quoted(all[0])} {what}");
            else if (all.Count > 1) parts.Add($"{all.Count} sections {what}: {string.Join(", ", all.Select(Cut))}");
        }
    }

    private static string Summary(Timeline timeline, int lines)
    {
        var commits = timeline.Events.Select(e => e.Commit).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var people = timeline.Events.Select(e => e.By).Where(b => b is not null).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{Count(lines, "line")} from {Count(timeline.Events.Length, "event")} in {Count(commits, "commit")} by {(people == 1 ? "1 person" : $"{people} people")}.");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Short(string? revision) => revision is { Length: >= 7 } ? revision[..7] : revision ?? "?";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string? value) => value is null ? "nothing" : $"'{Cut(value)}'";

    private static string Cut(string? value) => TerminalText.Cut(value ?? "none", LongestValue);
}
