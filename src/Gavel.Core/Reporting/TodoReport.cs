using System.Text;
using Gavel.Core.Authoring;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;

namespace Gavel.Core.Reporting;

/// <summary>What stands between a proposal and its next status.</summary>
public static class TodoReport
{
    public static string RenderJson(Todo todo) => JsonText.Object(writer =>
    {
        writer.WriteText("id", todo.Id);
        writer.WriteText("status", todo.Status);
        writer.WriteText("for", todo.Target?.Name);
        writer.WriteBoolean("ready", todo.IsReady);
        writer.WriteObjects("items", todo.Items, item =>
        {
            writer.WriteString("kind", NameOf(item.Kind));
            writer.WriteText("text", item.Text);
            writer.WriteBoolean("done", item.IsDone);
            writer.WriteBoolean("required", item.IsRequired);
            writer.WriteCount("line", item.Line);
            if (item.Source is { } source) JsonReport.WriteSource(writer, source);
            else writer.WriteNull("source");
        });
    });

    public static string RenderText(Todo todo, string path, TextStyle style)
    {
        var text = new StringBuilder();
        var way = todo.Target is { } target ? $": {todo.Status ?? "no status"} → {target.Name}" : $": {todo.Status ?? "no status"}";
        text.Append(style.Bold(TerminalText.Safe(todo.Id + way))).Append('\n');
        foreach (var (title, items) in (ReadOnlySpan<(string, List<TodoItem>)>)
        [
            ("To do first", [.. todo.Items.Where(i => i.Blocks)]),
            ("Worth doing", [.. todo.Items.Where(i => i is { IsDone: false, IsRequired: false })]),
            ("Done", [.. todo.Items.Where(i => i.IsDone)]),
        ])
        {
            if (items.Count == 0) continue;
            text.Append('\n').Append(style.Dim(title)).Append('\n');
            foreach (var item in items) Append(text, item, path, style);
        }
        return text.Append('\n').Append(Summary(todo, style)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, TodoItem item, string path, TextStyle style)
    {
        var mark = item.IsDone ? style.Green("[x]") : item.IsRequired ? style.Red("[ ]") : style.Yellow("[ ]");
        text.Append("  ").Append(mark).Append(' ').Append(TerminalText.Safe(item.Text));
        if (item.Line is { } line && !item.IsDone) text.Append(style.Dim($"  {TerminalText.Safe(path)}:{line}"));
        if (!item.IsDone && item.Source is Reason.TemplateLine template) text.Append(style.Dim($"  (template line {template.At.Start.Line})"));
        text.Append('\n');
    }

    private static string Summary(Todo todo, TextStyle style)
    {
        var open = todo.Items.Count(i => i.Blocks);
        return todo.Verdict switch
        {
            Verdict.Allowed => style.Green(TerminalText.Safe($"Ready: gavel move {todo.Id} \"{todo.Target!.Name}\"")),
            Verdict.Blocked => style.Bold($"{open} {(open == 1 ? "thing stands" : "things stand")} in the way of '{TerminalText.Safe(todo.Target!.Name)}'."),
            Verdict.NoSuchTransition no => TerminalText.Safe(no.Possible.IsEmpty
                ? $"{todo.Id} is '{no.From}' and may go nowhere from there."
                : $"{todo.Id} is '{no.From}' and cannot become '{no.To}'; it may go to {string.Join(", ", no.Possible.Select(p => $"'{p}'"))}."),
            _ => TerminalText.Safe($"{todo.Id} is at the end of its way{(open == 0 ? "" : $", with {open} {(open == 1 ? "thing" : "things")} to mend")}."),
        };
    }

    internal static string NameOf(GateKind kind) => kind.ToString().ToLowerInvariant();
}
