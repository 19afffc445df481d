using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Writes a gavel.yml of what was mined, each line with a comment that says from what.</summary>
public static class ConfigurationWriter
{
    private const int LongestComment = 100; // characters

    /// <summary>Keys that are told but not written: they are no keys of gavel.yml, or follow from the template.</summary>
    private static readonly string[] Told = ["index.columns", "sections"];

    /// <param name="outlines">The templates that are written with it, by the names of processes that have none; null for none.</param>
    /// <returns>A text that <see cref="Configuration.Parse"/> reads without fault.</returns>
    public static string Render(ProcessesFound found, IReadOnlyDictionary<string, string>? outlines = null)
    {
        var text = new StringBuilder("version: 1\nprocesses:\n");
        for (var i = 0; i < found.Processes.Length; i++) Process(text, found.Processes[i], found.Mined[i], outlines?.GetValueOrDefault(found.Processes[i].Name));
        if (found.Processes.IsEmpty) text.Length -= "processes:\n".Length;
        return text.ToString();
    }

    private static void Process(StringBuilder text, Process process, MinedFacts mined, string? outline)
    {
        Line(text, "  - ", "name", Scalar(process.Name), From(mined, "name"));
        // A template that most proposals only share has no file yet.
        if (mined.Items.All(i => i.Key is not "template"))
            Line(text, "    ", "template", Scalar(outline ?? process.Templates[^1].Path), outline is null ? "no template was found: this stands in for it; write one" : "no template was found: this has what most proposals have; say in it what you ask for");
        foreach (var item in mined.Items.Where(i => i.Key is not "name" && !Told.Contains(i.Key, StringComparer.Ordinal) && !i.Key.StartsWith("statuses.", StringComparison.Ordinal)))
        {
            if (item.Key is "statuses") Statuses(text, process, mined, item);
            else if (item.Key is "template" or "files" or "exclude") Line(text, "    ", item.Key, item.Parts.Length == 1 ? Scalar(item.Parts[0]) : Flow(item.Parts), item.From);
            else Line(text, "    ", item.Key, Scalar(item.Value), item.From);
        }
    }

    private static void Statuses(StringBuilder text, Process process, MinedFacts mined, MinedItem item)
    {
        Line(text, "    ", "statuses", "", item.From);
        foreach (var status in process.Statuses.Statuses)
        {
            var inForce = status.Aliases.IsEmpty ? "" : $", aliases: {Flow(status.Aliases)}";
            var from = From(mined, $"statuses.{status.Name}");
            if (mined.Items.FirstOrDefault(i => string.Equals(i.Key, $"statuses.{status.Name}.aliases", StringComparison.Ordinal)) is { } aliases)
                from += $"; perhaps aliases: {Flow(aliases.Parts)}, which {aliases.From}";
            text.Append("      ").Append(Scalar(status.Name)).Append(": { kind: ").Append(status.Kind.ToString().ToLowerInvariant()).Append(inForce).Append(" }");
            if (from.Length > 0) text.Append(" # ").Append(from.ReplaceLineEndings(" "));
            text.Append('\n');
        }
    }

    private static string Flow(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(v => Scalar(v, inFlow: true)))}]";

    private static void Line(StringBuilder text, string indentation, string key, string value, string from)
    {
        text.Append(indentation).Append(key).Append(':');
        if (value.Length > 0) text.Append(' ').Append(value);
        var comment = from.Length > LongestComment ? $"{Letters.Beginning(from, LongestComment - 1).TrimEnd()}…" : from;
        if (comment.Length > 0) text.Append(" # ").Append(comment.ReplaceLineEndings(" "));
        text.Append('\n');
    }

    private static string From(MinedFacts mined, string key) => mined.Items.FirstOrDefault(i => string.Equals(i.Key, key, StringComparison.Ordinal))?.From ?? "";

    private static string Scalar(string value, bool inFlow = false)
    {
        var isPlain = value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] is '/' or '_' or '.' or '(')
            && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !value.EndsWith(':')
            && !char.IsWhiteSpace(value[^1]) && !value.AsSpan().ContainsAnyInRange('\0', '\u001f')
            && !(inFlow && value.AsSpan().ContainsAny(",[]{}"))
            && value is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off");
        return isPlain ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
    }
}
