using System.Globalization;
using System.Text;
using Gavel.Core.Timelines;

namespace Gavel.Core.Reporting;

/// <summary>The timeline of one proposal: what happened, when, by whom.</summary>
public static class LogReport
{
    private const string Partial = "The clone is partial: texts of earlier versions are missing, and what they changed is not told. 'git fetch --refetch --no-filter' brings them.";
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
        text.Append(style.Bold(TerminalText.Safe($"{timeline.Id}: {title}"))).Append('\n');
        if (timeline.Events.IsEmpty) return text.Append(timeline.IsComplete ? "Nothing is recorded of it yet: it is not committed." : timeline.Missing > 0 ? Partial : Shallow).Append('\n').ToString();
        text.Append('\n');
        var lines = 0;
        foreach (var line in LogLine.Of(timeline))
        {
            Append(text, line, style);
            lines++;
        }
        text.Append('\n').Append(Summary(timeline, lines)).Append('\n');
        if (timeline.Missing > 0) text.Append(style.Yellow(Partial)).Append('\n');
        else if (!timeline.IsComplete) text.Append(style.Yellow(Shallow)).Append('\n');
        return text.ToString();
    }

    public static string NameOf(TimelineEventKind kind) => kind.ToString().ToLowerInvariant();

    private static void Append(StringBuilder text, LogLine line, TextStyle style)
    {
        var told = line.Told;
        var words = line.Words;
        if (line.RecordedLater is { } recorded) words += $" (recorded {Iso(recorded)})";
        if (line.BulkWords is { } bulk) words += $" [{bulk}]";
        var tail = $"{told.By ?? "?"}{(told.Commit is { } commit ? $" {commit[..7]}" : " (not committed)")}";
        var safe = TerminalText.Safe(words);
        if (style.Width is { } width) safe = TerminalText.Cut(safe, Math.Max(30, width - 14 - TerminalText.WidthOf(tail)));
        text.Append(style.Dim(Iso(line.Date))).Append("  ").Append(told.Kind == TimelineEventKind.Status ? style.Bold(safe) : safe).Append("  ").Append(style.Dim(TerminalText.Safe(tail))).Append('\n');
    }

    private static string Summary(Timeline timeline, int lines)
    {
        var commits = timeline.Events.Select(e => e.Commit).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var people = timeline.Events.Select(e => e.By).Where(b => b is not null).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{Count(lines, "line")} from {Count(timeline.Events.Length, "event")} in {Count(commits, "commit")} by {(people == 1 ? "1 person" : $"{people} people")}.");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
