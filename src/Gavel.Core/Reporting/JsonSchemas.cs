using System.Text;
using System.Text.Json;

namespace Gavel.Core.Reporting;

/// <summary>JSON Schemas (draft 2020-12) of the objects that commands print, from the table of their keys.</summary>
public static class JsonSchemas
{
    public static IEnumerable<string> Names => JsonKeys.Commands.Select(c => c.Name);

    public static string Render(string command)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", $"gavel {command} --format json");
            WriteObject(writer, "version:1 " + JsonKeys.Commands.Single(c => string.Equals(c.Name, command, StringComparison.Ordinal)).Keys);
            writer.WriteStartObject("$defs");
            foreach (var (name, keys) in JsonKeys.Parts)
            {
                writer.WriteStartObject(name);
                WriteObject(writer, keys);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteObject(Utf8JsonWriter writer, string keys)
    {
        var pairs = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => k.Split(':', 2)).ToList();
        writer.WriteString("type", "object");
        writer.WriteStartArray("required");
        foreach (var pair in pairs) writer.WriteStringValue(pair[0]);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var pair in pairs)
        {
            writer.WriteStartObject(pair[0]);
            WriteType(writer, pair[1]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    /// <summary><c>int</c>, <c>text</c>, <c>date</c>, <c>bool</c>, <c>map</c> (of texts), <c>counted</c> (a map of numbers), <c>stays</c>, the name of a part, <c>a|b</c> for an enumeration, <c>[…]</c> for an array, <c>?</c> for "or null".</summary>
    private static void WriteType(Utf8JsonWriter writer, string type)
    {
        if (type.EndsWith('?'))
        {
            writer.WriteStartArray("anyOf");
            writer.WriteStartObject();
            WriteType(writer, type[..^1]);
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.WriteString("type", "null");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        else if (type[0] == '[')
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            WriteType(writer, type[1..^1]);
            writer.WriteEndObject();
        }
        else if (type.Contains('|', StringComparison.Ordinal))
        {
            writer.WriteStartArray("enum");
            foreach (var value in type.Split('|')) writer.WriteStringValue(value);
            writer.WriteEndArray();
        }
        else
        {
            WriteSimple(writer, type);
        }
    }

    private static void WriteSimple(Utf8JsonWriter writer, string type)
    {
        switch (type)
        {
            case "1": writer.WriteNumber("const", 1); break;
            case "int": writer.WriteString("type", "integer"); break;
            case "number": writer.WriteString("type", "number"); break;
            case "bool": writer.WriteString("type", "boolean"); break;
            case "text": writer.WriteString("type", "string"); break;
            case "date":
                writer.WriteString("type", "string");
                writer.WriteString("format", "date");
                break;
            case "map": WriteMap(writer, "text?"); break;
            case "counted": WriteMap(writer, "int"); break;
            case "stays": WriteMap(writer, "stay"); break;
            default: writer.WriteString("$ref", $"#/$defs/{type}"); break;
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, string type)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        WriteType(writer, type);
        writer.WriteEndObject();
    }
}
