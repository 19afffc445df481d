using System.Text.Json;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Reporting;

/// <summary>The object of <c>check --format json</c> (CONTRACT.md, section 5).</summary>
public static class JsonReport
{
    /// <param name="sources">For the lines and columns of a fix's edits.</param>
    public static string Render(Report report, SourceLookup sources) => JsonText.Object(writer =>
    {
        writer.WriteNumber("proposals", report.Proposals);
        writer.WriteNumber("owed", report.Owed);
        writer.WriteObjects("diagnostics", report.Findings, finding => Write(writer, finding, sources));
    });

    private static void Write(Utf8JsonWriter writer, Finding finding, SourceLookup sources)
    {
        var diagnostic = finding.Diagnostic;
        writer.WriteString("rule", diagnostic.Rule);
        writer.WriteString("severity", TextReport.Name(diagnostic.Severity));
        writer.WriteText("proposal", diagnostic.Proposal);
        writer.WriteText("path", diagnostic.At.Path);
        WriteRange(writer, diagnostic.At.Start, diagnostic.At.End);
        writer.WriteText("message", diagnostic.Message);
        writer.WriteText("help", diagnostic.Help);
        WriteSource(writer, diagnostic.Reason);
        writer.WriteObjects("also", diagnostic.Also, place => WriteRange(writer, place.Start, place.End));
        writer.WriteObjects("related", diagnostic.Related, related =>
        {
            writer.WriteText("path", related.At.Path);
            writer.WriteNumber("line", related.At.Start.Line);
            writer.WriteNumber("column", related.At.Start.Column);
            writer.WriteText("message", related.Message);
        });
        writer.WriteString("fingerprint", finding.Fingerprint);
        WriteFix(writer, diagnostic.Fix, sources);
    }

    internal static void WriteSource(Utf8JsonWriter writer, Reason reason)
    {
        var (at, revision, text) = reason switch
        {
            Reason.TemplateLine line => (line.At, line.Revision, line.Text),
            Reason.Configuration line => (line.At, null, line.Text),
            _ => ((Place?)null, (ContentId?)null, ""),
        };
        if (at is null)
        {
            writer.WriteNull("source");
            return;
        }
        writer.WriteStartObject("source");
        writer.WriteText("path", at.Path);
        writer.WriteNumber("line", at.Start.Line);
        writer.WriteText("revision", revision?.Sha);
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter writer, Fix? fix, SourceLookup sources)
    {
        if (fix is null)
        {
            writer.WriteNull("fix");
            return;
        }
        writer.WriteStartObject("fix");
        writer.WriteText("description", fix.Description);
        writer.WriteBoolean("safe", fix.IsSafe);
        writer.WriteObjects("edits", fix.Changes.Edits, edit =>
        {
            writer.WriteText("path", edit.Path);
            if (sources(edit.Path) is { } source)
            {
                var place = Place.In(source, edit.Span);
                WriteRange(writer, place.Start, place.End);
            }
            else
            {
                WriteRange(writer, new LinePosition(1, 1), new LinePosition(1, 1));
            }
            writer.WriteText("newText", edit.NewText);
        });
        writer.WriteObjects("moves", fix.Changes.Moves, move =>
        {
            writer.WriteText("from", move.From);
            writer.WriteText("to", move.To);
        });
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, LinePosition start, LinePosition end)
    {
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }
}
