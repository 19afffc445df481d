using System.Globalization;
using System.Text;
using System.Text.Json;
using Gavel.Core.Checking;

namespace Gavel.Core.Reporting;

/// <summary>What a change of a template changes: the part that <c>learn --against</c> adds.</summary>
public static class LearnAgainstReport
{
    private const int MostErrors = 5; // of one proposal, for people

    /// <param name="revision">The commit that was compared with.</param>
    public static void Write(Utf8JsonWriter json, string revision, DateOnly? date, TemplateComparison comparison)
    {
        json.WriteStartObject("against");
        json.WriteText("revision", revision);
        json.WriteDate("date", date);
        json.WriteObjects("added", comparison.Added, d => WriteDemand(json, d));
        json.WriteObjects("removed", comparison.Removed, d => WriteDemand(json, d));
        json.WriteObjects("changed", comparison.Changed, change =>
        {
            json.WriteText("kind", change.Kind);
            json.WriteText("text", change.Text);
            json.WriteNumber("line", change.Line);
            json.WriteText("from", change.From);
            json.WriteText("to", change.To);
        });
        json.WriteObjects("failing", comparison.Failing, failing =>
        {
            json.WriteText("id", failing.Entry.Id);
            json.WriteText("path", failing.Entry.Path);
            json.WriteObjects("errors", failing.Errors, error =>
            {
                json.WriteText("rule", error.Rule);
                json.WriteText("message", error.Message);
                json.WriteNumber("line", error.At.Start.Line);
            });
        });
        json.WriteEndObject();
    }

    public static string RenderText(string template, string revision, DateOnly? date, TemplateComparison comparison, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold($"{TerminalText.Safe(template)} against {revision[..Math.Min(7, revision.Length)]}{(date is { } day ? $" of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}")).Append("\n\n");
        foreach (var d in comparison.Added) text.Append("  ").Append(style.Green("+")).Append(CultureInfo.InvariantCulture, $" {d.Kind} {TerminalText.Safe(d.Text)}  ").Append(style.Dim($"line {d.Line}")).Append('\n');
        foreach (var d in comparison.Removed) text.Append("  ").Append(style.Red("-")).Append(CultureInfo.InvariantCulture, $" {d.Kind} {TerminalText.Safe(d.Text)}\n");
        foreach (var d in comparison.Changed) text.Append("  ").Append(style.Yellow("~")).Append(CultureInfo.InvariantCulture, $" {d.Kind} {TerminalText.Safe(d.Text)}: {TerminalText.Safe(d.From)} → {TerminalText.Safe(d.To)}  ").Append(style.Dim($"line {d.Line}")).Append('\n');
        if (comparison.Added.IsEmpty && comparison.Removed.IsEmpty && comparison.Changed.IsEmpty) text.Append("  It asks for the same.\n");
        foreach (var failing in comparison.Failing)
        {
            text.Append('\n').Append("  ").Append(style.Bold(TerminalText.Safe(failing.Entry.Id))).Append("  ").Append(style.Dim(TerminalText.Safe(failing.Entry.Path))).Append('\n');
            foreach (var error in failing.Errors.Take(MostErrors)) text.Append(CultureInfo.InvariantCulture, $"    {error.Rule}: {TerminalText.Safe(error.Message)}\n");
            if (failing.Errors.Length > MostErrors) text.Append(CultureInfo.InvariantCulture, $"    and {failing.Errors.Length - MostErrors} more\n");
        }
        return text.Append('\n').Append(Summary(comparison)).Append('\n').ToString();
    }

    private static string Summary(TemplateComparison comparison) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Added.Length} demands come, {comparison.Removed.Length} go, {comparison.Changed.Length} change; {(comparison.Failing.Length == 1 ? "1 proposal" : $"{comparison.Failing.Length} proposals")} would newly fail if held to it.");

    private static void WriteDemand(Utf8JsonWriter json, DemandDifference demand)
    {
        json.WriteText("kind", demand.Kind);
        json.WriteText("text", demand.Text);
        json.WriteNumber("line", demand.Line);
    }
}
