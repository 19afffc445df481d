using System.Text.Json;
using Gavel.Core.Reporting;

namespace Gavel.Web.Serving.Api;

/// <summary>The document of the interface (OpenAPI 3.1.0), from the table of endpoints and the JSON Schemas of the commands.</summary>
internal static class OpenApi
{
    public static byte[] Render()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.0");
            json.WriteStartObject("info");
            json.WriteString("title", "Gavel");
            json.WriteString("version", "1");
            json.WriteString("description", "The catalog of a repository. Objects are those of the command line; errors are problem details (RFC 9457); answers carry entity tags.");
            json.WriteEndObject();
            json.WriteStartObject("paths");
            foreach (var endpoint in ApiRoutes.All) WriteEndpoint(json, endpoint);
            json.WriteEndObject();
            WriteSchemas(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, ApiEndpoint endpoint)
    {
        json.WriteStartObject(ApiRoutes.Prefix + endpoint.Route);
        json.WriteStartObject("get");
        json.WriteString("summary", endpoint.Summary);
        json.WriteStartArray("parameters");
        foreach (var parameter in endpoint.Parameters) WriteParameter(json, parameter);
        json.WriteEndArray();
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "As asked.");
        json.WriteStartObject("content");
        json.WriteStartObject(endpoint.Route.EndsWith("/source", StringComparison.Ordinal) ? "text/plain" : "application/json");
        json.WriteStartObject("schema");
        if (endpoint.Schema is { } schema) json.WriteString("$ref", $"#/components/schemas/{schema}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteProblem(json, "4XX", "What is wrong with the request, and what to do.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, ApiParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", parameter.IsInPath ? "path" : "query");
        json.WriteBoolean("required", parameter.IsInPath);
        json.WriteString("description", parameter.Says);
        json.WriteStartObject("schema");
        json.WriteString("type", parameter.IsMany ? "array" : parameter.IsNumber ? "integer" : "string");
        if (parameter.IsMany)
        {
            json.WriteStartObject("items");
            json.WriteString("type", "string");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, string status, string says)
    {
        json.WriteStartObject(status);
        json.WriteString("description", says);
        json.WriteStartObject("content");
        json.WriteStartObject("application/problem+json");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSchemas(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("schemas");
        foreach (var name in ApiRoutes.All.Select(e => e.Schema).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            using var schema = JsonDocument.Parse(JsonSchemas.Render(name));
            schema.WriteTo(json);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
