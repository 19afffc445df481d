using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gavel.Core.Processes;

/// <summary>The JSON Schema (draft 2020-12) of gavel.yml, for editors.</summary>
public static class ConfigurationSchema
{
    public static string RenderJson()
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", Configuration.FileName);
            Members(json, ConfigurationKeys.Root);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Value(Utf8JsonWriter json, string name, ConfigurationKey key)
    {
        json.WriteStartObject(name);
        Members(json, key);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, ConfigurationKey key)
    {
        if (key.Doc.Length > 0) json.WriteString("description", key.Doc);
        switch (key.Type)
        {
            case ConfigurationType.Object: Object(json, key); break;
            case ConfigurationType.Map: Map(json, key.Item!); break;
            case ConfigurationType.Rules: Rules(json); break;
            case ConfigurationType.List: List(json, key.Item!); break;
            case ConfigurationType.OneOrMore:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                Members(json, key.Item! with { Doc = "" });
                json.WriteEndObject();
                json.WriteStartObject();
                List(json, key.Item!);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            default: Scalar(json, key); break;
        }
    }

    private static void Object(Utf8JsonWriter json, ConfigurationKey key)
    {
        var required = key.Keys.Where(k => k.IsRequired).ToList();
        Type(json, "object", orNull: required.Count == 0 && key.Name.Length == 0 && !ReferenceEquals(key, ConfigurationKeys.Root));
        json.WriteStartObject("properties");
        foreach (var member in key.Keys) Value(json, member.Name, member);
        json.WriteEndObject();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            foreach (var member in required) json.WriteStringValue(member.Name);
            json.WriteEndArray();
        }
        json.WriteBoolean("additionalProperties", false);
    }

    private static void Map(Utf8JsonWriter json, ConfigurationKey item)
    {
        json.WriteString("type", "object");
        Value(json, "additionalProperties", item);
    }

    private static void List(Utf8JsonWriter json, ConfigurationKey item)
    {
        json.WriteString("type", "array");
        Value(json, "items", item);
    }

    // "off" is false for editors that read YAML 1.1.
    private static void Rules(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("enum");
        foreach (var severity in ConfigurationKeys.Severities) json.WriteStringValue(severity);
        json.WriteBooleanValue(false);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Scalar(Utf8JsonWriter json, ConfigurationKey key)
    {
        switch (key.Type)
        {
            case ConfigurationType.Flag: json.WriteString("type", "boolean"); break;
            case ConfigurationType.Version: json.WriteNumber("const", int.Parse(key.Allowed[^1], System.Globalization.CultureInfo.InvariantCulture)); break;
            case ConfigurationType.Whole:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 0);
                break;
            case ConfigurationType.Numbers:
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("integer");
                json.WriteEndArray();
                json.WriteString("pattern", "^[0-9]+ *(- *[0-9]+)?$");
                break;
            case ConfigurationType.Date:
                json.WriteString("type", "string");
                json.WriteString("format", "date");
                break;
            case ConfigurationType.Duration:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^[0-9]+[hdwmy]$");
                break;
            case ConfigurationType.Approvals:
                json.WriteStartArray("type");
                json.WriteStringValue("string");
                json.WriteStringValue("integer");
                json.WriteEndArray();
                json.WriteString("pattern", "^([0-9]+|all(-[0-9]+)?|majority)$");
                break;
            case ConfigurationType.Choice:
                json.WriteStartArray("enum");
                foreach (var value in key.Allowed) json.WriteStringValue(value);
                json.WriteEndArray();
                break;
            default:
                json.WriteString("type", "string");
                json.WriteNumber("minLength", 1);
                break;
        }
        if (key.Default.Length == 0) return;
        if (key.Type is ConfigurationType.Whole || (key.Type is ConfigurationType.Approvals && ConfigurationValues.Whole(key.Default) is not null)) json.WriteNumber("default", int.Parse(key.Default, System.Globalization.CultureInfo.InvariantCulture));
        else if (key.Type == ConfigurationType.Flag) json.WriteBoolean("default", key.Default is "true");
        else json.WriteString("default", key.Default);
    }

    private static void Type(Utf8JsonWriter json, string type, bool orNull)
    {
        if (!orNull)
        {
            json.WriteString("type", type);
            return;
        }
        json.WriteStartArray("type");
        json.WriteStringValue(type);
        json.WriteStringValue("null");
        json.WriteEndArray();
    }
}
