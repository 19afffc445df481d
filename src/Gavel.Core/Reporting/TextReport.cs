using System.Text;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Reporting;

/// <summary>A report for people: each finding with the source it is about, the reason and the way out, and a summary at the end.</summary>
public static class TextReport
{
    /// <summary>A line of source is shown in a window of at most so many characters, whatever its length.</summary>
    private const int LongestExcerpt = 240;

    private const string Spaces = "            "; // as many as a line number has digits, and more

    /// <param name="total">How many proposals the catalog has, for the summary.</param>
    public static string Render(Report report, SourceLookup sources, TextStyle style, int total)
    {
        var text = new StringBuilder();
        var cache = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            Append(text, finding.Diagnostic, path => cache.TryGetValue(path, out var known) ? known : cache[path] = sources(path), style);
            text.Append('\n');
        }
        return text.Append(Summary(report, style, total)).Append('\n').ToString();
    }

    /// <summary>What was found, in one line, with the next step.</summary>
    public static string Summary(Report report, TextStyle style, int total)
    {
        var owed = report.Owed > 0 ? $" {report.Owed} {(report.Owed == 1 ? "is" : "are")} owed (baseline)." : "";
        if (report.Findings.IsEmpty) return style.Green($"Checked {Count(report.Proposals, "proposal")}, found nothing to mend.") + owed;
        var parts = new List<string>();
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info])
        {
            var number = report.Findings.Count(f => f.Diagnostic.Severity == severity);
            if (number > 0) parts.Add(severity == Severity.Info ? Count(number, "note") : Count(number, severity == Severity.Error ? "error" : "warning"));
        }
        var fixable = report.Findings.Count(f => f.Diagnostic.Fix is { IsSafe: true });
        var where = report.ProposalsWithFindings > 0 ? $" in {report.ProposalsWithFindings} of {Count(Math.Max(total, report.ProposalsWithFindings), "proposal")}" : "";
        return style.Bold($"Found {string.Join(", ", parts)}{where}")
            + (fixable > 0 ? $" ({fixable} fixable with --fix)." : ".") + owed;
    }

    private static void Append(StringBuilder text, Diagnostic diagnostic, SourceLookup sources, TextStyle style)
    {
        var at = diagnostic.At;
        text.Append(style.Bold($"{TerminalText.Safe(at.Path)}:{at.Start.Line}:{at.Start.Column}")).Append(": ")
            .Append(Dress(diagnostic.Severity, style, $"{Name(diagnostic.Severity)}[{diagnostic.Rule}]")).Append(": ")
            .Append(TerminalText.Safe(diagnostic.Message)).Append('\n');
        var gutter = Spaces[..at.Start.Line.ToString().Length];
        if (sources(at.Path) is { } source && at.Start.Line <= source.Lines.Count) AppendExcerpt(text, source, diagnostic, gutter, style);
        if (!diagnostic.Also.IsEmpty)
        {
            var lines = string.Join(", ", diagnostic.Also.Take(12).Select(p => p.Start.Line));
            Note(text, gutter, style, "also", $"on line{(diagnostic.Also.Length == 1 ? "" : "s")} {lines}{(diagnostic.Also.Length > 12 ? $" and {diagnostic.Also.Length - 12} more" : "")}");
        }
        foreach (var related in diagnostic.Related)
            Note(text, gutter, style, "see", $"{related.At.Path}:{related.At.Start.Line}: {related.Message}");
        switch (diagnostic.Reason)
        {
            case Reason.TemplateLine line:
                Note(text, gutter, style, "template", $"{line.At.Path}:{line.At.Start.Line} says \"{TerminalText.Cut(line.Text, 160)}\"");
                break;
            case Reason.Configuration line:
                Note(text, gutter, style, "from", $"{line.At.Path}:{line.At.Start.Line} says \"{TerminalText.Cut(line.Text, 160)}\"");
                break;
            case Reason.Standard standard:
                Note(text, gutter, style, "why", standard.Name);
                break;
        }
        if (diagnostic.Help is { } help) Note(text, gutter, style, "help", help);
        if (diagnostic.Fix is { } fix)
            Note(text, gutter, style, "fix", $"{fix.Description}: gavel check --fix{(fix.IsSafe ? "" : "=all")} {Quoted(at.Path)}");
    }

    private static void AppendExcerpt(StringBuilder text, SourceText source, Diagnostic diagnostic, string gutter, TextStyle style)
    {
        var at = diagnostic.At;
        var line = source.Lines.SpanOf(at.Start.Line);
        var from = Math.Min(at.Start.Column - 1, line.Length);
        var to = at.End.Line > at.Start.Line ? line.Length : Math.Min(Math.Max(at.End.Column - 1, from), line.Length);
        var room = Math.Min(LongestExcerpt, (style.Width ?? int.MaxValue) - gutter.Length - 4);
        var start = line.Length <= room || from < room * 2 / 3 ? 0 : from - room / 3;
        if (start > 0 && char.IsLowSurrogate(source.Chars[line.Start + start])) start--;
        var shown = source.Chars.AsSpan(line.Start + start, Math.Min(line.Length - start, Math.Max(room, 20)));
        if (start + shown.Length < line.Length && char.IsHighSurrogate(shown[^1])) shown = shown[..^1];
        var excerpt = TerminalText.Safe(shown.ToString());
        var before = excerpt.AsSpan(0, Math.Min(from - start, excerpt.Length));
        var marked = excerpt.AsSpan(before.Length, Math.Clamp(to - start - before.Length, 0, excerpt.Length - before.Length));
        var bar = style.Blue("|");
        text.Append(gutter).Append(' ').Append(bar).Append('\n')
            .Append(style.Blue(at.Start.Line.ToString())).Append(' ').Append(bar).Append(' ')
            .Append(start > 0 ? "…" : "").Append(excerpt).Append(start + shown.Length < line.Length ? "…" : "").Append('\n')
            .Append(gutter).Append(' ').Append(bar).Append(' ').Append(start > 0 ? " " : "");
        foreach (var rune in before.EnumerateRunes()) text.Append(rune.Value == '\t' ? '\t' : ' ', TerminalText.WidthOf(rune.ToString()));
        text.Append(Dress(diagnostic.Severity, style, new string('^', Math.Max(TerminalText.WidthOf(marked), 1)))).Append('\n');
    }

    private static void Note(StringBuilder text, string gutter, TextStyle style, string name, string words) =>
        text.Append(gutter).Append(' ').Append(style.Blue("=")).Append(' ').Append(style.Bold(name)).Append(": ").Append(TerminalText.Safe(words)).Append('\n');

    private static string Quoted(string path) => IsQuotable(path) ? $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'" : path;

    // A plain loop: searching for a set of characters is compiled at start.
    private static bool IsQuotable(string path)
    {
        foreach (var c in path)
        {
            if (c is ' ' or '\'' or '"' or '$' or '`' or '\\' or '&' or ';' or '(' or ')') return true;
        }
        return false;
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    internal static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "off",
    };

    private static string Dress(Severity severity, TextStyle style, string text) => severity switch
    {
        Severity.Error => style.Red(text),
        Severity.Warning => style.Yellow(text),
        _ => style.Cyan(text),
    };
}
