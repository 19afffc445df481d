using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gavel.Core.Diagnostics;
using Gavel.Core.Templates;

namespace Gavel.Core.Reporting;

/// <summary>What a template asks for, as JSON (CONTRACT.md, section 5).</summary>
public static class LearnReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object on one line, without a line end.</summary>
    /// <param name="against">Writes what <c>--against</c> adds; null without it.</param>
    public static string RenderJson(Schema schema, Action<Utf8JsonWriter>? against = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            WriteTitle(json, schema);
            WriteFields(json, schema);
            WriteSections(json, schema);
            WriteLeftovers(json, schema);
            WriteRest(json, schema);
            against?.Invoke(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The text for people; its width in columns.</summary>
    public static string RenderText(Schema schema, int width, bool colour) => LearnText.Render(schema, width, colour);

    /// <summary>The 1-based line of the template (or of gavel.yml) that asks; 0 for none.</summary>
    public static int LineOf(Reason reason) => reason switch
    {
        Reason.TemplateLine line => line.At.Start.Line,
        Reason.Configuration line => line.At.Start.Line,
        _ => 0,
    };

    internal static string NameOf<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void WriteTitle(Utf8JsonWriter json, Schema schema)
    {
        if (schema.Title is not { } title)
        {
            json.WriteNull("title");
            return;
        }
        json.WriteStartObject("title");
        json.WriteString("pattern", title.Pattern.ToString());
        json.WriteNumber("line", LineOf(title.Source));
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Schema schema)
    {
        json.WriteStartArray("fields");
        foreach (var field in schema.All<Demand.Field>())
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("kind", NameOf(field.Kind));
            json.WriteStartArray("values");
            foreach (var value in field.Values) json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteBoolean("required", field.Requirement == Requirement.Required);
            json.WriteString("placeholder", field.Placeholder);
            json.WriteNumber("line", LineOf(field.Source));
            json.WriteString("confidence", NameOf(field.Confidence));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, Schema schema)
    {
        var prompts = schema.All<Demand.Prompt>().ToLookup(p => p.SectionKey ?? "", StringComparer.Ordinal);
        var words = schema.All<Demand.Limit>().Where(l => l.Unit == LimitUnit.Words && l.Of is null).ToLookup(l => l.SectionKey ?? "", StringComparer.Ordinal);
        json.WriteStartArray("sections");
        foreach (var section in schema.All<Demand.Section>())
        {
            json.WriteStartObject();
            json.WriteString("title", section.Text);
            json.WriteNumber("level", section.Level);
            json.WriteString("requirement", NameOf(section.Requirement));
            json.WriteString("condition", section.When.Text);
            json.WriteString("requiredFrom", section.When.FromStatus);
            if (words[section.Key].FirstOrDefault() is { } limit) json.WriteNumber("maxWords", limit.Max);
            else json.WriteNull("maxWords");
            json.WriteBoolean("offered", section.IsOffered);
            json.WriteNumber("line", LineOf(section.Source));
            json.WriteString("confidence", NameOf(section.Confidence));
            json.WriteStartArray("prompts");
            foreach (var prompt in prompts[section.Key])
            {
                json.WriteStartObject();
                json.WriteString("text", prompt.Text);
                json.WriteNumber("line", LineOf(prompt.Source));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLeftovers(Utf8JsonWriter json, Schema schema)
    {
        json.WriteStartArray("instructions");
        foreach (var leftover in schema.Leftovers)
        {
            if (leftover.Kind != LeftoverKind.Instruction) continue;
            json.WriteStartObject();
            json.WriteString("text", leftover.Text);
            json.WriteString("style", NameOf(leftover.Style));
            json.WriteNumber("line", LineOf(leftover.Source));
            json.WriteBoolean("keep", leftover.MayStay);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("placeholders");
        foreach (var leftover in schema.Leftovers)
            if (leftover.Kind == LeftoverKind.Placeholder) WriteText(json, leftover.Text, leftover.Source);
        json.WriteEndArray();
    }

    private static void WriteRest(Utf8JsonWriter json, Schema schema)
    {
        json.WriteStartArray("checklist");
        foreach (var step in schema.Checklist) WriteText(json, step.Text, step.Source);
        json.WriteEndArray();
        if (schema.Naming is { } naming)
        {
            json.WriteStartObject("naming");
            json.WriteString("pattern", naming.Pattern);
            json.WriteNumber("line", LineOf(naming.Source));
            json.WriteEndObject();
        }
        else json.WriteNull("naming");
        json.WriteStartArray("limits");
        foreach (var limit in schema.All<Demand.Limit>())
        {
            json.WriteStartObject();
            json.WriteString("kind", NameOf(limit.Unit));
            json.WriteNumber("value", limit.Max);
            json.WriteNumber("line", LineOf(limit.Source));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string text, Reason source)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteNumber("line", LineOf(source));
        json.WriteEndObject();
    }
}
