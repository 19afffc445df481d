using System.Globalization;
using System.Text;
using Gavel.Core.Templates;

namespace Gavel.Core.Reporting;

/// <summary>What a template asks for, as text: one item a line, its template line in front.</summary>
internal sealed class LearnText(int width, bool colour)
{
    private const int Gutter = 5;
    private readonly StringBuilder _text = new();

    public static string Render(Schema schema, int width, bool colour)
    {
        var report = new LearnText(Math.Max(width, 40), colour);
        report.Header(schema);
        report.Sections(schema);
        report.Others(schema);
        report.Leftovers(schema);
        foreach (var defect in schema.Defects) report.Line(defect.At.Start.Line, $"! {defect.Message}");
        return report._text.ToString();
    }

    private void Header(Schema schema)
    {
        if (schema.Title is { } title) Line(LearnReport.LineOf(title.Source), $"title    {title.Pattern}{Doubt(title)}");
        if (schema.Naming is { } naming) Line(LearnReport.LineOf(naming.Source), $"file     {naming.Pattern}{(naming.NumberIsIssue ? " (issue number)" : "")}");
        Group("fields", schema.All<Demand.Field>().Any());
        foreach (var field in schema.All<Demand.Field>())
        {
            var name = field.Parent.Length > 0 ? $"{field.Parent}.{field.Name}" : field.Name;
            var says = field.Values.Length > 0 ? ": " + string.Join(" | ", field.Values)
                : field.Constant is { } constant ? $" = {constant}"
                : field.Initial is { } initial ? $", first {initial}"
                : field.Placeholder is { } gap ? $", replace '{gap}'" : "";
            var pattern = field.Pattern is { } form ? $", as {form}" : "";
            Line(LearnReport.LineOf(field.Source), $"  {name} ({LearnReport.NameOf(field.Kind)}){says}{pattern}{Need(field)}{(field.MayBeEmpty ? ", may be empty" : "")}{Doubt(field)}");
        }
    }

    private void Sections(Schema schema)
    {
        var inside = schema.Demands.OfType<Demand.Prompt>().ToLookup(p => p.SectionKey ?? "", StringComparer.Ordinal);
        Group("sections", schema.All<Demand.Section>().Any());
        var top = schema.All<Demand.Section>().Select(s => s.Level).DefaultIfEmpty(1).Min();
        foreach (var section in schema.All<Demand.Section>())
        {
            var indent = new string(' ', 2 + 2 * Math.Max(0, section.Level - top));
            var marks = (section.IsOffered ? ", offered" : "") + (section.IsRepeatable ? ", any number" : "") + (section.Suffix is { } suffix ? $", without '{suffix}'" : "");
            Line(LearnReport.LineOf(section.Source), $"{indent}{section.Text}{Need(section)}{marks}{Doubt(section)}");
            foreach (var prompt in inside[section.Key]) Line(LearnReport.LineOf(prompt.Source), $"{indent}  {(prompt.Kind == PromptKind.Question ? "?" : prompt.Kind == PromptKind.Frame ? "_" : "-")} {prompt.Text}");
        }
    }

    private void Others(Schema schema)
    {
        var others = schema.Demands.Where(d => d is Demand.Limit or Demand.Media or Demand.Plan or Demand.TaskSize or Demand.Licence or Demand.Contents || d is Demand.Prompt { SectionKey: null }).ToList();
        Group("also", others.Count > 0 || schema.SaysInstructionsGo);
        foreach (var demand in others)
        {
            var says = demand switch
            {
                Demand.Limit limit => $"at most {limit.Max.ToString(CultureInfo.InvariantCulture)} {(limit.Max == 1 ? LearnReport.NameOf(limit.Unit)[..^1] : LearnReport.NameOf(limit.Unit))}{(limit.Of is { } of ? $" in the {of}" : In(schema, limit.SectionKey))}",
                Demand.Media media => $"{LearnReport.NameOf(media.Kind)}{In(schema, media.SectionKey)}: {media.AddressPrefix ?? media.Text}",
                Demand.Plan plan => $"plan{In(schema, plan.SectionKey)}",
                Demand.TaskSize size => $"tasks of at most {size.MaxDays.ToString(CultureInfo.InvariantCulture)} days{In(schema, size.SectionKey)}",
                Demand.Licence licence => $"licence: {licence.Text}",
                Demand.Prompt prompt => $"asked before the first section: {prompt.Text}",
                _ => "table of contents",
            };
            Line(LearnReport.LineOf(demand.Source), $"  {says}{(demand.Requirement == Requirement.Required ? "" : Need(demand))}{Doubt(demand)}");
        }
        if (schema.SaysInstructionsGo) Line(0, "  instructions go before the text is done");
    }

    private void Leftovers(Schema schema)
    {
        Group("steps", schema.Checklist.Length > 0);
        foreach (var step in schema.Checklist) Line(LearnReport.LineOf(step.Source), $"  {step.Text}");
        Group("must go", schema.Leftovers.Any(l => !l.MayStay));
        foreach (var leftover in schema.Leftovers.Where(l => !l.MayStay))
            Line(LearnReport.LineOf(leftover.Source), $"  {(leftover.Kind == LeftoverKind.Placeholder ? "placeholder" : LearnReport.NameOf(leftover.Style))}: {leftover.Text}{(leftover.MayStayIn is { } status ? $" (may stay in {status})" : "")}");
        Group("stays", schema.Leftovers.Any(l => l.MayStay));
        foreach (var leftover in schema.Leftovers.Where(l => l.MayStay)) Line(LearnReport.LineOf(leftover.Source), $"  {leftover.Text}");
    }

    private static string In(Schema schema, string? key) => key is not null && schema.FindSection(key) is { } section ? $" in '{section.Text}'" : "";

    private static string Need(Demand demand)
    {
        var need = demand.Requirement switch
        {
            Requirement.Optional => ", optional",
            Requirement.Conditional => $", conditional: {demand.When.Text}",
            _ => "",
        };
        return demand.When.FromStatus is { } from ? $"{need}, from {from} on" : need;
    }

    private static string Doubt(Demand demand) => demand.Confidence == Confidence.High ? "" : $" [{LearnReport.NameOf(demand.Confidence)}]";

    private void Group(string name, bool isThere)
    {
        if (!isThere) return;
        _text.Append(colour ? "\u001b[1m" : "").Append(' ', Gutter + 2).Append(name).Append(colour ? "\u001b[0m" : "").Append('\n');
    }

    private void Line(int line, string text)
    {
        var number = line > 0 ? line.ToString(CultureInfo.InvariantCulture) : "";
        var room = width - Gutter - 2;
        text = TerminalText.Safe(text);
        if (TerminalText.WidthOf(text) > room) text = TerminalText.Cut(text, room)[..^1].TrimEnd() + "…";
        _text.Append(colour ? "\u001b[2m" : "").Append(number.PadLeft(Gutter)).Append(colour ? "\u001b[0m" : "").Append("  ").Append(text).Append('\n');
    }
}
