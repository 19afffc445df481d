using System.Text.RegularExpressions;
using Gavel.Core.Templates;

namespace Core.Tests.Templates;

/// <summary>
/// Rewrites a template so that it means the same in other words: another process, other statuses, field names, section titles, number width, bullets,
/// order of sections, header style. What is learned from it must be what was learned before, in the other words.
/// </summary>
/// <param name="Words">Phrases that are replaced wherever they stand as whole words: the process's name, statuses, placeholders.</param>
/// <param name="Fields">Names of header fields.</param>
/// <param name="Titles">Headings, without what must go.</param>
internal sealed record TemplateRewriter(
    IReadOnlyList<(string From, string To)> Words, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Titles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public bool RotatesSections { get; init; }

    public bool SwapsBullets { get; init; }

    public HeaderForm Header { get; init; }

    public enum HeaderForm
    {
        AsItIs,
        ColonInsideBold,
        PlainList,
        BoldLines,
    }

    public string Rewrite(string template)
    {
        var lines = template.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = RewriteHeading(lines[i]);
            lines[i] = RewriteEntry(lines[i]);
            lines[i] = RewriteField(lines[i]);
        }
        if (SwapsBullets) SwapBullets(lines);
        if (RotatesSections) lines = Rotate(lines);
        return InWords(string.Join('\n', lines));
    }

    /// <summary>Any text of the schema in the other words.</summary>
    public string InWords(string text)
    {
        foreach (var (from, to) in Words) text = Regex.Replace(text, $@"(?<![\p{{L}}\d]){Regex.Escape(from)}(?![\p{{L}}\d])", to.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.None, Patience);
        foreach (var (from, to) in Titles) text = text.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal);
        return text;
    }

    /// <summary>What was learned, one item a line, without places and in no order.</summary>
    public static string Facts(Schema schema, TemplateRewriter? rewriter = null)
    {
        string Say(string? text) => text is null ? "-" : rewriter?.InWords(text) ?? text;
        string Title(string? key) => key is not null && schema.FindSection(key) is { } s ? Named(s.Text, rewriter?.Titles) : "-";
        var facts = new List<string>();
        if (schema.Title is { } title) facts.Add($"title {Say(title.Pattern.ToString())}");
        if (schema.Naming is { } naming) facts.Add($"naming {Say(naming.Pattern)} {naming.NumberIsIssue}");
        foreach (var f in schema.All<Demand.Field>())
            facts.Add($"field {Named(f.Name, rewriter?.Fields)} {f.Kind} [{string.Join('|', f.Values.Select(Say))}] {f.Requirement} {Say(f.When.Text)} pattern {Say(f.Pattern)} gap {f.Placeholder is not null} empty {f.MayBeEmpty}");
        foreach (var s in schema.All<Demand.Section>())
            facts.Add($"section {Named(s.Text, rewriter?.Titles)} level {s.Level} under {Title(s.Parent)} {s.Requirement} {Say(s.When.Text)} from {Say(s.When.FromStatus)} offered {s.IsOffered} repeatable {s.IsRepeatable} suffix {s.Suffix}");
        foreach (var p in schema.All<Demand.Prompt>()) facts.Add($"prompt {Title(p.SectionKey)}: {p.Kind} {Say(p.Text)}");
        foreach (var l in schema.All<Demand.Limit>()) facts.Add($"limit {Title(l.SectionKey)}: {l.Max} {l.Unit} {l.Of}");
        foreach (var m in schema.All<Demand.Media>()) facts.Add($"media {Title(m.SectionKey)}: {m.Kind} {Say(m.Text)}");
        foreach (var t in schema.All<Demand.TaskSize>()) facts.Add($"task {Title(t.SectionKey)}: {t.MaxDays}");
        foreach (var l in schema.All<Demand.Licence>()) facts.Add($"licence {Say(l.Text)}");
        foreach (var step in schema.Checklist) facts.Add($"step {Say(step.Text)}");
        foreach (var l in schema.Leftovers.Where(l => l.Section is not null)) facts.Add($"leftover {Title(l.Section)}: {l.Kind} {l.Style} {l.MayStay} {Say(l.Text)}");
        facts.Add($"goes {schema.SaysInstructionsGo} contents {schema.All<Demand.Contents>().Any()}");
        facts.Sort(StringComparer.Ordinal);
        return string.Join('\n', facts);
    }

    private static string Named(string name, IReadOnlyDictionary<string, string>? names) => names is not null && names.TryGetValue(name, out var other) ? other : name;

    private string RewriteHeading(string line)
    {
        var marks = line.TakeWhile(c => c == '#').Count();
        if (marks == 0 || marks >= line.Length || line[marks] != ' ') return line;
        var text = line[(marks + 1)..];
        foreach (var (from, to) in Titles.OrderByDescending(t => t.Key.Length))
            if (text.StartsWith(from, StringComparison.Ordinal)) return $"{line[..marks]} {to}{text[from.Length..]}";
        return line;
    }

    // An entry of the table of contents: "- [Title](#anchor)".
    private string RewriteEntry(string line)
    {
        var match = Regex.Match(line, @"^(\s*[-*] )\[([^\]]+)\]\(#[^)]*\)(.*)$", RegexOptions.None, Patience);
        if (!match.Success) return line;
        var other = Titles.FirstOrDefault(t => string.Equals(t.Key, match.Groups[2].Value, StringComparison.OrdinalIgnoreCase)).Value;
        return other is null ? line : $"{match.Groups[1].Value}[{other}](#{other.ToLowerInvariant().Replace(' ', '-')}){match.Groups[3].Value}";
    }

    private string RewriteField(string line)
    {
        foreach (var (from, to) in Fields.OrderByDescending(f => f.Key.Length))
        {
            if (line.StartsWith(from + ":", StringComparison.Ordinal)) return to + line[from.Length..];
            var at = line.IndexOf($"**{from}", StringComparison.Ordinal);
            if (at < 0 || at > 4) continue;
            line = $"{line[..at]}**{to}{line[(at + 2 + from.Length)..]}";
            break;
        }
        var match = Regex.Match(line, @"^([*-] )\*\*([^*:]+):?\*\*:? ?(.*)$", RegexOptions.None, Patience);
        if (!match.Success || !line.Contains("**:", StringComparison.Ordinal) && !line.Contains(":**", StringComparison.Ordinal)) return line;
        var (bullet, name, value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        return Header switch
        {
            HeaderForm.ColonInsideBold => $"{bullet}**{name}:** {value}",
            HeaderForm.PlainList => $"{bullet}{name}: {value}",
            HeaderForm.BoldLines => $"**{name}**: {value}",
            _ => line,
        };
    }

    private static void SwapBullets(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            var rest = lines[i][indent..];
            if (rest.StartsWith("* ", StringComparison.Ordinal)) lines[i] = lines[i][..indent] + "- " + rest[2..];
            else if (rest.StartsWith("- ", StringComparison.Ordinal)) lines[i] = lines[i][..indent] + "* " + rest[2..];
        }
    }

    // The first section of level 2 becomes the last.
    private static List<string> Rotate(List<string> lines)
    {
        var starts = new List<int>();
        var inComment = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!inComment && lines[i].StartsWith("## ", StringComparison.Ordinal)) starts.Add(i);
            if (lines[i].Contains("<!--", StringComparison.Ordinal)) inComment = true;
            if (lines[i].Contains("-->", StringComparison.Ordinal)) inComment = false;
        }
        if (starts.Count < 2) return lines;
        return [.. lines[..starts[0]], .. lines[starts[1]..], "", .. lines[starts[0]..starts[1]]];
    }
}
