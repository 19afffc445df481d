using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Reporting;

/// <summary>SARIF 2.1.0 (OASIS standard), one run. Columns are UTF-16 code units.</summary>
public static class SarifReport
{
    public static string Render(Report report, ImmutableArray<RuleInfo> rules, string version, SourceLookup sources)
    {
        var used = rules.Where(r => report.Findings.Any(f => string.Equals(f.Diagnostic.Rule, r.Name, StringComparison.Ordinal)))
            .OrderBy(r => r.Name, StringComparer.Ordinal).ToImmutableArray();
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, used, version);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartObject("originalUriBaseIds");
            writer.WriteStartObject("SRCROOT");
            writer.WriteStartObject("description");
            writer.WriteString("text", "The root of the checked tree.");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteObjects("results", report.Findings, finding => WriteResult(writer, finding, used, sources));
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter writer, ImmutableArray<RuleInfo> rules, string version)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "Gavel");
        writer.WriteString("semanticVersion", version);
        writer.WriteObjects("rules", rules, rule =>
        {
            writer.WriteString("id", rule.Name);
            WriteMessage(writer, "shortDescription", rule.Summary);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Finding finding, ImmutableArray<RuleInfo> rules, SourceLookup sources)
    {
        var diagnostic = finding.Diagnostic;
        writer.WriteString("ruleId", diagnostic.Rule);
        var index = rules.Select(r => r.Name).ToList().IndexOf(diagnostic.Rule);
        if (index >= 0) writer.WriteNumber("ruleIndex", index);
        writer.WriteString("level", Level(diagnostic.Severity));
        WriteMessage(writer, "message", diagnostic.Help is { } help ? $"{diagnostic.Message}. {help}" : diagnostic.Message);
        writer.WriteObjects("locations", [diagnostic.At, .. diagnostic.Also], place => WriteLocation(writer, place));
        var related = diagnostic.Reason switch
        {
            Reason.TemplateLine line => diagnostic.Related.Insert(0, new Related(line.At, $"the template says: {line.Text}")),
            Reason.Configuration line => diagnostic.Related.Insert(0, new Related(line.At, line.Text)),
            _ => diagnostic.Related,
        };
        if (!related.IsEmpty)
        {
            writer.WriteObjects("relatedLocations", related, other =>
            {
                WriteLocation(writer, other.At);
                WriteMessage(writer, "message", other.Message);
            });
        }
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("gavel/v1", finding.Fingerprint);
        writer.WriteEndObject();
        if (diagnostic.Fix is { } fix && fix.Changes.Moves.IsEmpty && !fix.Changes.Edits.IsEmpty) WriteFix(writer, fix, sources);
    }

    private static void WriteFix(Utf8JsonWriter writer, Fix fix, SourceLookup sources) =>
        writer.WriteObjects("fixes", [fix], one =>
        {
            WriteMessage(writer, "description", one.Description);
            writer.WriteObjects("artifactChanges", one.Changes.Edits.GroupBy(e => e.Path, StringComparer.Ordinal), file =>
            {
                WriteArtifact(writer, file.Key);
                writer.WriteObjects("replacements", file.Where(_ => sources(file.Key) is not null), edit =>
                {
                    WriteRegion(writer, "deletedRegion", Place.In(sources(file.Key)!, edit.Span));
                    WriteMessage(writer, "insertedContent", edit.NewText);
                });
            });
        });

    private static void WriteLocation(Utf8JsonWriter writer, Place place)
    {
        writer.WriteStartObject("physicalLocation");
        WriteArtifact(writer, place.Path);
        WriteRegion(writer, "region", place);
        writer.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter writer, string path)
    {
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteString("uriBaseId", "SRCROOT");
        writer.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter writer, string name, Place place)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("startLine", place.Start.Line);
        writer.WriteNumber("startColumn", place.Start.Column);
        writer.WriteNumber("endLine", place.End.Line);
        writer.WriteNumber("endColumn", place.End.Column);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };
}
