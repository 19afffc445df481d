using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Reporting;

/// <summary>One proposal: its header, its sections with what they hold, its relations both ways.</summary>
public static class ShowReport
{
    private sealed record SectionRow(string Title, int Level, int? Line, int Words, AnswerState Answer);

    public static string RenderJson(Catalog catalog, CatalogEntry entry, Proposal proposal, Report report) => JsonText.Object(writer =>
    {
        writer.WriteStartObject("proposal");
        ListReport.WriteRow(writer, entry);
        writer.WriteEndObject();
        writer.WriteObjects("header", proposal.Document.Header, field =>
        {
            writer.WriteText("name", field.Name);
            writer.WriteText("value", field.Value);
            writer.WriteNumber("line", proposal.Document.TextOf(field).Lines.LineOf(field.Span.Start));
        });
        writer.WriteObjects("sections", Sections(proposal), row =>
        {
            writer.WriteText("title", row.Title);
            writer.WriteNumber("level", row.Level);
            writer.WriteCount("line", row.Line);
            writer.WriteNumber("words", row.Words);
            writer.WriteString("answer", row.Answer.ToString().ToLowerInvariant());
        });
        writer.WriteObjects("relations", entry.References, reference =>
        {
            writer.WriteString("kind", NameOf(reference.Kind));
            writer.WriteText("to", reference.To);
            writer.WriteText("path", catalog.Find(reference.To)?.Path);
            writer.WriteNumber("line", reference.At.Start.Line);
        });
        writer.WriteObjects("incoming", Incoming(catalog, entry), pair =>
        {
            writer.WriteString("kind", NameOf(pair.Kind));
            writer.WriteText("from", pair.From);
        });
        writer.WriteStartObject("diagnostics");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info])
            writer.WriteNumber(TextReport.Name(severity), report.Findings.Count(f => f.Diagnostic.Severity == severity));
        writer.WriteEndObject();
    });

    public static string RenderText(Catalog catalog, CatalogEntry entry, Proposal proposal, Report report, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold(TerminalText.Safe($"{entry.Id}: {entry.Title}"))).Append('\n').Append(style.Dim(TerminalText.Safe(entry.Path))).Append("\n\n");
        var width = proposal.Document.Header.Select(f => f.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var field in proposal.Document.Header)
            text.Append("  ").Append(TerminalText.Safe(field.Name).PadRight(width)).Append("  ").Append(Fit(field.Value, style, width + 4)).Append('\n');
        if (!proposal.Document.Header.IsEmpty) text.Append('\n');
        foreach (var row in Sections(proposal))
        {
            var state = row.Answer switch { AnswerState.Given => row.Words == 1 ? "1 word" : $"{row.Words} words", AnswerState.None => "none", var other => style.Yellow(other.ToString().ToLowerInvariant()) };
            text.Append("  ").Append(new string(' ', 2 * Math.Max(0, row.Level - 2))).Append(TerminalText.Safe(row.Title)).Append("  ").Append(style.Dim("· ")).Append(state).Append('\n');
        }
        var relations = entry.References.Select(r => $"{Words(r.Kind)} {r.To}").Concat(Incoming(catalog, entry).Select(i => $"{i.From} {Words(i.Kind)} it")).Distinct(StringComparer.Ordinal).ToList();
        if (relations.Count > 0) text.Append('\n');
        foreach (var relation in relations) text.Append("  ").Append(TerminalText.Safe(relation)).Append('\n');
        return text.Append('\n').Append(TextReport.Summary(report, style, catalog.Entries.Length)).Append('\n').ToString();
    }

    /// <summary>The demanded sections in the order of the template, then those that the template does not know in the order of the text.</summary>
    private static IEnumerable<SectionRow> Sections(Proposal proposal)
    {
        var lines = proposal.Text.Lines;
        var known = new HashSet<Section>(ReferenceEqualityComparer.Instance);
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.Section is { } section) known.Add(section);
            else if (demand.IsOffered || demand.IsRepeatable) continue;
            yield return new SectionRow(
                answer.Section?.Heading?.Text ?? demand.Text, answer.Section?.Heading?.Level ?? demand.Level,
                answer.Section?.Heading is { } heading ? lines.LineOf(heading.TextSpan.Start) : null, answer.Section is { } found ? WordCount.Of(found) : 0, answer.State);
        }
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { } heading || known.Contains(section) || ReferenceEquals(heading, proposal.Document.Title)) continue;
            yield return new SectionRow(heading.Text, heading.Level, lines.LineOf(heading.TextSpan.Start), WordCount.Of(section), section.Blocks.IsEmpty && section.Children.IsEmpty ? AnswerState.Empty : AnswerState.Given);
        }
    }

    private static IEnumerable<(ReferenceKind Kind, string From)> Incoming(Catalog catalog, CatalogEntry entry) =>
        from other in catalog.Entries
        where !ReferenceEquals(other, entry)
        from reference in other.References
        where string.Equals(reference.To, entry.Id, StringComparison.OrdinalIgnoreCase)
        select (reference.Kind, other.Id);

    internal static string NameOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.SupersededBy => "superseded-by",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Words(ReferenceKind kind) => kind switch
    {
        ReferenceKind.SupersededBy => "is superseded by",
        ReferenceKind.Related => "is related to",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Fit(string value, TextStyle style, int taken) =>
        style.Width is { } width ? TerminalText.Cut(TerminalText.Safe(value), Math.Max(20, width - taken)) : TerminalText.Safe(value);
}
