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
            var target = new Target(writer, "#/$defs/");
            var shapes = ShapesOf(command);
            if (shapes.Length == 1)
            {
                WriteObject(target, shapes[0]);
            }
            else
            {
                writer.WriteStartArray("anyOf");
                foreach (var shape in shapes) WriteObject(target, "", shape);
                writer.WriteEndArray();
            }
            writer.WriteStartObject("$defs");
            foreach (var (name, keys) in PartsOf(shapes)) WriteObject(target, name, keys);
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
        var shown = commands.Select(c => (Name: c, Keys: ShapesOf(c)[0])).ToList();
        foreach (var (name, keys) in shown) WriteObject(writer, name, keys);
        foreach (var (name, keys) in PartsOf(shown.Select(s => s.Keys))) WriteObject(writer, $"part.{name}", keys);
    }

    // What a command reads comes before what it answers when it changes something.
    private static string[] ShapesOf(string command) =>
        [.. JsonKeys.Commands.Single(c => string.Equals(c.Name, command, StringComparison.Ordinal)).Keys.Split(" / ").Select(k => "version:1 " + k)];

    // The parts that some objects refer to, also by way of each other.
    private static IEnumerable<(string Name, string Keys)> PartsOf(IEnumerable<string> objects)
    {
        var known = JsonKeys.Parts.ToDictionary(p => p.Name, p => p.Keys, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keys in objects) Follow(keys);
        return JsonKeys.Parts.Where(p => used.Contains(p.Name));

        void Follow(string keys)
        {
            foreach (var key in keys.Split(' '))
            {
                var type = key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim('[', ']', '?');
                if (type == "stays") type = "stay";
                if (known.TryGetValue(type, out var inner) && used.Add(type)) Follow(inner);
            }
        }
    }

    // Where parts are referred to.
    private readonly record struct Target(Utf8JsonWriter Json, string Parts);

    /// <param name="name">Empty in an array.</param>
    private static void WriteObject(Target target, string name, string keys)
    {
        if (name.Length == 0) target.Json.WriteStartObject();
        else target.Json.WriteStartObject(name);
        WriteObject(target, keys);
        target.Json.WriteEndObject();
    }

    // A key with a question mark may be absent.
    private static void WriteObject(Target target, string keys)
    {
        var writer = target.Json;
        var pairs = keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => k.Split(':', 2)).ToList();
        writer.WriteString("type", "object");
        writer.WriteStartArray("required");
        foreach (var pair in pairs.Where(p => !p[0].EndsWith('?'))) writer.WriteStringValue(pair[0]);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        foreach (var pair in pairs)
        {
            writer.WriteStartObject(pair[0].TrimEnd('?'));
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
