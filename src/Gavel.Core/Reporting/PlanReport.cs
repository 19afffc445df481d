using System.Globalization;
using System.Text;
using System.Text.Json;
using Gavel.Core.Diagnostics;
using Gavel.Core.Plans;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Reporting;

/// <summary>The work of one proposal: for scripts, for people, for a spreadsheet.</summary>
public static class PlanReport
{
    private const string CsvHead = "kind,text,parent,days_min,days_max,due,people,state,line,too_big";

    public static string RenderJson(Proposal proposal, Plan plan) => JsonText.Object(writer =>
    {
        writer.WriteText("id", proposal.Id);
        writer.WriteNumber("done", plan.Done);
        writer.WriteNumber("total", plan.Total);
        writer.WriteObjects("items", plan.Items, item =>
        {
            writer.WriteString("kind", NameOf(item.Kind));
            writer.WriteText("text", item.Text);
            writer.WriteCount("parent", item.Parent);
            WriteEffort(writer, item.Days);
            writer.WriteDate("due", item.Due);
            writer.WriteTexts("people", item.People);
            writer.WriteString("state", NameOf(item.State));
            writer.WriteNumber("line", LineOf(proposal, item));
            writer.WriteBoolean("tooBig", item.IsTooBig);
        });
    });

    /// <summary>RFC 4180 with LF; a cell that a spreadsheet would run as a formula begins with an apostrophe. A parent is the number of its row, from 1.</summary>
    public static string RenderCsv(Proposal proposal, Plan plan)
    {
        var text = new StringBuilder(CsvHead).Append('\n');
        foreach (var item in plan.Items)
        {
            string[] cells =
            [
                NameOf(item.Kind), item.Text, item.Parent is { } parent ? Whole(parent + 1) : "", Amount(item.Days?.Min), Amount(item.Days?.Max),
                item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", string.Join("; ", item.People.Select(p => p.TrimStart('@'))), NameOf(item.State), Whole(LineOf(proposal, item)), item.IsTooBig ? "true" : "false",
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }
        return text.ToString();
    }

    public static string RenderText(Proposal proposal, Plan plan, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold(TerminalText.Safe($"{proposal.Id}: {proposal.Title}"))).Append('\n').Append(style.Dim(TerminalText.Safe(proposal.Path))).Append("\n\n");
        var depth = new int[plan.Items.Length];
        for (var i = 0; i < plan.Items.Length; i++)
        {
            var item = plan.Items[i];
            depth[i] = item.Parent is { } parent ? depth[parent] + 1 : 0;
            var lead = $"  {new string(' ', 4 * depth[i])}{MarkOf(item.State, style)} ";
            var said = Said(item);
            var room = style.Width is { } width ? Math.Max(24, width - 6 - 4 * depth[i] - TerminalText.WidthOf(said) - (said.Length > 0 ? 2 : 0)) : int.MaxValue;
            text.Append(lead).Append(Dressed(item, TerminalText.Cut(TerminalText.Safe(item.Text), room), style));
            if (said.Length > 0) text.Append("  ").Append(item.IsTooBig ? style.Yellow(said) : style.Dim(said));
            text.Append('\n');
        }
        if (!plan.Items.IsEmpty) text.Append('\n');
        return text.Append(TerminalText.Safe(Summary(proposal, plan))).Append('\n').ToString();
    }

    /// <summary>How far the work is; why there is none, where there is none.</summary>
    public static string Summary(Proposal proposal, Plan plan)
    {
        if (plan.Items.IsEmpty) return Nothing(proposal);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{plan.Done} of {plan.Total} done"));
        var active = plan.Items.Count(i => i.State == PlanItemState.Active);
        var dropped = plan.Dropped;
        if (active > 0) text.Append(CultureInfo.InvariantCulture, $", {active} in progress");
        if (dropped > 0) text.Append(CultureInfo.InvariantCulture, $", {dropped} dropped");
        text.Append('.');
        if (plan.Items.Count(i => i.IsTooBig) is var big and > 0 && proposal.Schema.All<Demand.TaskSize>().FirstOrDefault() is { } size)
            text.Append(CultureInfo.InvariantCulture, $" {big} {(big == 1 ? "is" : "are")} larger than the {size.MaxDays} days that {Where(size.Source)} allows for one.");
        return text.ToString();
    }

    public static string NameOf(PlanItemKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(PlanItemState state) => state.ToString().ToLowerInvariant();

    /// <summary><c>3 days</c>, <c>1-2 weeks</c>; empty for null.</summary>
    public static string TextOf(Effort? effort)
    {
        if (effort is not { } days) return "";
        var isWeeks = days.Min % 5 == 0 && days.Max % 5 == 0;
        var (min, max) = isWeeks ? (days.Min / 5, days.Max / 5) : (days.Min, days.Max);
        var amount = min == max ? Amount(min) : $"{Amount(min)}-{Amount(max)}";
        return $"{amount} {(isWeeks ? "week" : "day")}{(max == 1 ? "" : "s")}";
    }

    internal static int LineOf(Proposal proposal, PlanItem item) => proposal.Text.Lines.LineOf(item.At.Start);

    private static string Where(Reason source) => source switch
    {
        Reason.TemplateLine line => string.Create(CultureInfo.InvariantCulture, $"{line.At.Path}:{line.At.Start.Line}"),
        Reason.Configuration line => string.Create(CultureInfo.InvariantCulture, $"{line.At.Path}:{line.At.Start.Line}"),
        Reason.Standard standard => standard.Name,
        _ => "",
    };

    private static string Nothing(Proposal proposal)
    {
        if (PlanReader.DemandIn(proposal) is not { } demand) return $"{proposal.Id} lists no work, and its template asks for none.";
        var answer = proposal.AnswerTo(demand.SectionKey);
        var asked = $"its template asks for it ({Where(demand.Source)})";
        if (answer?.Section?.Heading is not { } heading) return $"{proposal.Id} lists no work; {asked}.";
        return string.Create(CultureInfo.InvariantCulture, $"{proposal.Id} lists no work under '{TerminalText.Safe(heading.Text)}' (line {proposal.Text.Lines.LineOf(heading.Span.Start)}); {asked}.");
    }

    private static string Said(PlanItem item)
    {
        var parts = new List<string>();
        if (item.Days is not null) parts.Add(TextOf(item.Days));
        if (item.Due is { } due) parts.Add($"due {due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (!item.People.IsEmpty) parts.Add(TerminalText.Safe(string.Join(", ", item.People)));
        if (item.IsTooBig) parts.Add("too big");
        return string.Join(" · ", parts);
    }

    private static string MarkOf(PlanItemState state, TextStyle style) => state switch
    {
        PlanItemState.Done => style.Green("[x]"),
        PlanItemState.Active => style.Blue("[~]"),
        PlanItemState.Dropped => style.Dim("[-]"),
        _ => "[ ]",
    };

    private static string Dressed(PlanItem item, string text, TextStyle style) =>
        item.State == PlanItemState.Dropped ? style.Dim(text) : item.Kind == PlanItemKind.Milestone ? style.Bold(text) : text;

    private static void WriteEffort(Utf8JsonWriter writer, Effort? effort)
    {
        if (effort is not { } days)
        {
            writer.WriteNull("days");
            return;
        }
        writer.WriteStartObject("days");
        writer.WritePropertyName("min");
        writer.WriteRawValue(Amount(days.Min));
        writer.WritePropertyName("max");
        writer.WriteRawValue(Amount(days.Max));
        writer.WriteEndObject();
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Amount(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string value)
    {
        if (value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) value = "'" + value;
        return value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
