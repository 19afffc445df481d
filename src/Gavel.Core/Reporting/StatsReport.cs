using System.Globalization;
using System.Text;
using Gavel.Core.Catalogs;

namespace Gavel.Core.Reporting;

/// <summary>The figures of processes: an object for scripts, bars of text for people.</summary>
public static class StatsReport
{
    private const int WidthInPipe = 80;

    public static string RenderJson(IReadOnlyList<ProcessFigures> figures, DateOnly today) => JsonText.Object(writer =>
    {
        writer.WriteDate("today", today);
        writer.WriteObjects("processes", figures, process =>
        {
            writer.WriteText("name", process.Name);
            writer.WriteNumber("proposals", process.Proposals);
            writer.WriteStartObject("byStatus");
            foreach (var (status, count) in process.ByStatus) writer.WriteNumber(JsonText.Sound(status), count);
            writer.WriteEndObject();
            writer.WriteNumber("open", process.Open);
            writer.WriteNumber("stale", process.Stale);
            writer.WriteStartObject("createdByYear");
            foreach (var (year, count) in process.CreatedByYear) writer.WriteNumber(Year(year), count);
            writer.WriteEndObject();
            writer.WriteStartObject("decidedByYear");
            foreach (var (year, count) in process.DecidedByYear) writer.WriteNumber(Year(year), count);
            writer.WriteEndObject();
            writer.WriteStartObject("daysInStatus");
            foreach (var (status, stays) in process.DaysInStatus)
            {
                writer.WriteStartObject(JsonText.Sound(status));
                writer.WriteNumber("n", stays.N);
                writer.WriteNumber("median", stays.Median);
                writer.WriteNumber("p90", stays.P90);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteNumber("bulkExcluded", process.BulkExcluded);
        });
    });

    public static string RenderText(IReadOnlyList<ProcessFigures> figures, TextStyle style)
    {
        var text = new StringBuilder();
        var width = Math.Max(40, style.Width ?? WidthInPipe);
        foreach (var process in figures)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(style.Bold($"{process.Name}: {Count(process.Proposals, "proposal")}")).Append(CultureInfo.InvariantCulture, $", {process.Open} open, {process.Stale} stale{(process.Stale > 0 && process.IsStaleByDefault ? string.Create(CultureInfo.InvariantCulture, $" (nothing happened for {Staleness.Usual.TotalDays:0} days)") : "")}\n");
            Chart(text, "By status", [.. process.ByStatus.Select(s => (TerminalText.Safe(s.Key), (double)s.Value, Number(s.Value)))], width, style);
            Chart(text, "Created", Years(process.CreatedByYear), width, style);
            Chart(text, "Decided", Years(process.DecidedByYear), width, style);
            Chart(text, "Days in a status (median; nine of ten took no longer than)", [.. process.DaysInStatus.Select(s => (TerminalText.Safe(s.Key), s.Value.Median, $"{Number(s.Value.Median)}; {Number(s.Value.P90)} ({Count(s.Value.N, "stay")})"))], width, style);
            if (process.BulkExcluded > 0) text.Append('\n').Append(style.Dim($"Left out: {Count(process.BulkExcluded, "status change")} recorded in bulk, three or more proposals in one commit, with nothing that says when they were decided.")).Append('\n');
        }
        return text.Length == 0 ? "No process.\n" : text.ToString();
    }

    // Years without anything stand between the others: a gap says something too.
    private static List<(string, double, string)> Years(IReadOnlyList<KeyValuePair<int, int>> years)
    {
        if (years.Count == 0) return [];
        var counts = years.ToDictionary(y => y.Key, y => y.Value);
        var (first, last) = (years[0].Key, years[^1].Key);
        if (last - first > 60) return [.. years.Select(y => (Year(y.Key), (double)y.Value, Number(y.Value)))]; // a clock was wrong somewhere
        return [.. Enumerable.Range(first, last - first + 1).Select(y => (Year(y), (double)counts.GetValueOrDefault(y), Number(counts.GetValueOrDefault(y))))];
    }

    private static void Chart(StringBuilder text, string title, List<(string Name, double Value, string Label)> rows, int width, TextStyle style)
    {
        if (rows.Count == 0) return;
        text.Append('\n').Append(title).Append('\n');
        var names = Math.Min(24, rows.Max(r => TerminalText.WidthOf(r.Name)));
        var room = Math.Max(10, width - names - 6 - rows.Max(r => r.Label.Length));
        var most = Math.Max(1, rows.Max(r => r.Value));
        foreach (var (name, value, label) in rows)
        {
            var cut = TerminalText.Cut(name, names);
            text.Append("  ").Append(cut).Append(' ', names - TerminalText.WidthOf(cut)).Append("  ");
            var bar = Bar(value / most * room);
            if (bar.Length > 0) text.Append(style.Cyan(bar)).Append(' ');
            text.Append(label).Append('\n');
        }
    }

    // Whole blocks and one of eighths; what is not nothing shows.
    private static string Bar(double cells)
    {
        var eighths = (int)Math.Round(cells * 8, MidpointRounding.AwayFromZero);
        if (cells > 0) eighths = Math.Max(1, eighths);
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : "▏▎▍▌▋▊▉"[eighths % 8 - 1].ToString());
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
