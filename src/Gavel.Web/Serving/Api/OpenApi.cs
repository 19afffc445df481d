using System.Text.Json;
using Gavel.Core.Reporting;

namespace Gavel.Web.Serving.Api;

/// <summary>The document of the interface (OpenAPI 3.1.0), from the table of endpoints and the JSON Schemas of the commands.</summary>
internal static class OpenApi
{
    private const string ProblemSchema = "problem";
    private const string Schemas = "#/components/schemas/";

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
            json.WriteString("description", "The catalog of a repository. Objects are those of the command line; errors are problem details (RFC 9457); answers carry entity tags. What changes something is there only on a server that may write, and must come as application/json; a refusal is the object of the command with status 409.");
            json.WriteStartObject("license");
            json.WriteString("name", "Apache License 2.0");
            json.WriteString("identifier", "Apache-2.0");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("servers");
            json.WriteStartObject();
            json.WriteString("url", "/");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("security"); // nobody signs in: what may be written follows from where the server listens
            json.WriteEndArray();
            json.WriteStartObject("paths");
            foreach (var route in ApiRoutes.All.Select(e => e.Route).Union(ApiWrites.All.Select(w => w.Route), StringComparer.Ordinal)) WritePath(json, route);
            WriteEvents(json);
            WriteHealth(json);
            json.WriteEndObject();
            WriteSchemas(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void WritePath(Utf8JsonWriter json, string route)
    {
        json.WriteStartObject(ApiRoutes.Prefix + route);
        if (ApiRoutes.All.FirstOrDefault(e => e.Route == route) is { } endpoint) WriteEndpoint(json, endpoint);
        if (ApiWrites.All.FirstOrDefault(w => w.Route == route) is { } write) WriteWrite(json, write);
        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, ApiEndpoint endpoint)
    {
        json.WriteStartObject("get");
        json.WriteString("operationId", NameOf("get", endpoint.Route));
        json.WriteString("summary", endpoint.Summary);
        json.WriteStartArray("parameters");
        foreach (var parameter in endpoint.Parameters) WriteParameter(json, parameter);
        json.WriteEndArray();
        json.WriteStartObject("responses");
        WriteAnswer(json, "200", "As asked.", endpoint.Route.EndsWith("/source", StringComparison.Ordinal) ? "text/plain" : "application/json", endpoint.Schema);
        json.WriteStartObject("304");
        json.WriteString("description", "The other side has it already: If-None-Match named its entity tag.");
        json.WriteEndObject();
        WriteProblem(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteWrite(Utf8JsonWriter json, ApiWrite write)
    {
        json.WriteStartObject("post");
        json.WriteString("operationId", NameOf("post", write.Route));
        json.WriteString("summary", write.Summary);
        json.WriteStartArray("parameters");
        if (write.Route.Contains("{id}", StringComparison.Ordinal)) WriteParameter(json, ProposalParts.Id);
        json.WriteEndArray();
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", true);
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        WriteInputs(json, write.Inputs);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("responses");
        WriteAnswer(json, write.Success == 201 ? "201" : "200", "Done and committed.", "application/json", write.Schema);
        WriteAnswer(json, "409", "Refused, nothing was changed: 'refusal' says why and what is missing.", "application/json", write.Schema);
        WriteProblem(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What generators of clients name their methods by: getProposalsByIdLog.
    private static string NameOf(string verb, string route) =>
        verb + string.Concat(route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p[0] == '{' ? $"By{char.ToUpperInvariant(p[1])}{p[2..^1]}" : $"{char.ToUpperInvariant(p[0])}{p[1..]}"));

    private static void WriteInputs(Utf8JsonWriter json, ApiInput[] inputs)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        foreach (var input in inputs.Where(i => i.IsRequired)) json.WriteStringValue(input.Name);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var input in inputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("description", input.Says);
            json.WriteString("type", input.Kind switch { ApiInputKind.Number => "integer", ApiInputKind.YesNo => "boolean", ApiInputKind.Texts => "object", _ => "string" });
            if (input.Kind == ApiInputKind.Date) json.WriteString("format", "date");
            if (input.Values.Length > 0)
            {
                json.WriteStartArray("enum");
                foreach (var value in input.Values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
            if (input.Kind == ApiInputKind.Texts)
            {
                json.WriteStartObject("additionalProperties");
                json.WriteString("type", "string");
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json)
    {
        json.WriteStartObject($"{ApiRoutes.Prefix}/events");
        json.WriteStartObject("get");
        json.WriteString("operationId", NameOf("get", "/events"));
        json.WriteString("summary", "What changes, as server-sent events. 'hello' comes first, {version, snapshot}; then 'change' each time that the catalog was read anew, {version, snapshot, addresses}: the pages that are others now. A comment every 20 seconds says that the server is there.");
        json.WriteStartObject("responses");
        WriteAnswer(json, "200", "A stream without end.", "text/event-stream", null);
        WriteProblem(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHealth(Utf8JsonWriter json)
    {
        foreach (var (path, summary) in (ReadOnlySpan<(string, string)>)[("/health", "'ok', or with status 503 why the catalog cannot be read; the last good one stays."), ("/metrics", "Counts, in the text format of Prometheus.")])
        {
            json.WriteStartObject(path);
            json.WriteStartObject("get");
            json.WriteString("operationId", NameOf("get", path));
            json.WriteString("summary", summary);
            json.WriteStartObject("responses");
            WriteAnswer(json, "200", "As asked.", "text/plain", null);
            WriteAnswer(json, "421", "Asked by a name that is not this machine's.", "text/plain", null);
            if (path == "/health") WriteAnswer(json, "503", "The catalog cannot be read.", "text/plain", null);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteAnswer(Utf8JsonWriter json, string status, string says, string contentType, string? schema)
    {
        json.WriteStartObject(status);
        json.WriteString("description", says);
        json.WriteStartObject("content");
        json.WriteStartObject(contentType);
        json.WriteStartObject("schema");
        if (schema is not null) json.WriteString("$ref", Schemas + schema);
        else if (!contentType.EndsWith("json", StringComparison.Ordinal)) json.WriteString("type", "string");
        json.WriteEndObject();
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

    private static void WriteProblem(Utf8JsonWriter json) => WriteAnswer(json, "4XX", "What is wrong with the request, and what to do.", "application/problem+json", ProblemSchema);

    private static void WriteSchemas(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("schemas");
        var shown = ApiRoutes.All.Select(e => e.Schema).Concat(ApiWrites.All.Select(w => w.Schema)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        JsonSchemas.WriteAll(json, shown, Schemas);
        json.WriteStartObject(ProblemSchema);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var (name, type) in (ReadOnlySpan<(string, string)>)[("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string"), ("instance", "string")])
        {
            json.WriteStartObject(name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
