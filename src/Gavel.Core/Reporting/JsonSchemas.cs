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
            WriteObject(new Target(writer, "#/$defs/"), "version:1 " + JsonKeys.Commands.Single(c => string.Equals(c.Name, command, StringComparison.Ordinal)).Keys);
            writer.WriteStartObject("$defs");
            foreach (var (name, keys) in JsonKeys.Parts)
            {
                writer.WriteStartObject(name);
                WriteObject(new Target(writer, "#/$defs/"), keys);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The schemas of some commands and of the parts that they share, side by side in an open object of named schemas.</summary>
    /// <param name="place">Where that object stands in its document: <c>#/components/schemas/</c>. A part is named <c>part.NAME</c> there.</param>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<string> commands, string place)
    {
        var writer = new Target(json, place + "part.");
        foreach (var command in commands) Write(command, "version:1 " + JsonKeys.Commands.Single(c => string.Equals(c.Name, command, StringComparison.Ordinal)).Keys);
        foreach (var (name, keys) in JsonKeys.Parts) Write($"part.{name}", keys);

        void Write(string name, string keys)
        {
            json.WriteStartObject(name);
            WriteObject(writer, keys);
            json.WriteEndObject();
        }
    }

    // Where parts are referred to.
    private readonly record struct Target(Utf8JsonWriter Json, string Parts);

    private static void WriteObject(Target target, string keys)
    {
        var writer = target.Json;
        var pairs = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => k.Split(':', 2)).ToList();
        writer.WriteString("type", "object");
        writer.WriteStartArray("required");
        foreach (var pair in pairs) writer.WriteStringValue(pair[0]);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var pair in pairs)
        {
            writer.WriteStartObject(pair[0]);
            WriteType(target, pair[1]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    /// <summary><c>int</c>, <c>text</c>, <c>date</c>, <c>bool</c>, <c>map</c> (of texts), <c>counted</c> (a map of numbers), <c>stays</c>, the name of a part, <c>a|b</c> for an enumeration, <c>[…]</c> for an array, <c>?</c> for "or null".</summary>
    private static void WriteType(Target target, string type)
    {
        var writer = target.Json;
        if (type.EndsWith('?'))
        {
            writer.WriteStartArray("anyOf");
            writer.WriteStartObject();
            WriteType(target, type[..^1]);
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
            WriteType(target, type[1..^1]);
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
            WriteSimple(target, type);
        }
    }

    private static void WriteSimple(Target target, string type)
    {
        var writer = target.Json;
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
            case "map": WriteMap(target, "text?"); break;
            case "counted": WriteMap(target, "int"); break;
            case "stays": WriteMap(target, "stay"); break;
            default: writer.WriteString("$ref", target.Parts + type); break;
        }
    }

    private static void WriteMap(Target target, string type)
    {
        var writer = target.Json;
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        WriteType(target, type);
        writer.WriteEndObject();
    }
}
