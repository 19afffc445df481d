using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary>The object that a request sent, its values checked.</summary>
internal sealed class ApiBody
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<(string, string)>> _texts = new(StringComparer.Ordinal);

    /// <summary>Null where it was not sent, or sent as null.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int? Number(string name) => _values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public ImmutableArray<(string Name, string Value)> Texts(string name) => _texts.GetValueOrDefault(name, []);

    /// <returns>Null, with the answer written, for what is no object of these inputs.</returns>
    public static async Task<ApiBody?> ReadAsync(HttpContext context, ApiInput[] inputs)
    {
        if (!context.Request.HasJsonContentType() || !IsPlainUtf8(context.Request))
        {
            await Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "no JSON", "send an object as application/json in UTF-8, not packed, for example {\"note\": \"reads well\"}").ConfigureAwait(false);
            return null;
        }
        var why = "send an object, for example {\"note\": \"agreed\"}";
        try
        {
            using var sent = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 8 }, context.RequestAborted).ConfigureAwait(false);
            var body = new ApiBody();
            if (sent.RootElement.ValueKind == JsonValueKind.Object && (why = body.Take(sent.RootElement, inputs)) is null) return body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // no JSON, or a text that is no Unicode: answered below
        }
        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "wrong object", why!).ConfigureAwait(false);
        return null;
    }

    // What is packed is not unpacked here, so that little cannot become much.
    private static bool IsPlainUtf8(HttpRequest request) =>
        (request.Headers.ContentEncoding.Count == 0 || string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase))
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    /// <returns>What is wrong; null where nothing is.</returns>
    private string? Take(JsonElement sent, ApiInput[] inputs)
    {
        foreach (var property in sent.EnumerateObject())
        {
            if (Array.Find(inputs, i => i.Name == property.Name) is not { } input)
                return $"there is no '{property.Name}' here; there is {string.Join(", ", inputs.Select(i => i.Name))}";
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (Take(input, property.Value) is { } wrong) return $"{input.Name}: {wrong}";
        }
        return Array.Find(inputs, i => i.IsRequired && !_values.ContainsKey(i.Name)) is { } missing ? $"{missing.Name} is missing: {missing.Says}" : null;
    }

    private string? Take(ApiInput input, JsonElement value)
    {
        switch (input.Kind)
        {
            case ApiInputKind.Texts:
                if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(p => p.Value.ValueKind != JsonValueKind.String)) return "an object of texts";
                _texts[input.Name] = [.. value.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))];
                return null;
            case ApiInputKind.Number:
                if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number)) return "a whole number";
                _values[input.Name] = number.ToString(CultureInfo.InvariantCulture);
                return null;
            case ApiInputKind.YesNo:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return "true or false";
                if (value.GetBoolean()) _values[input.Name] = "yes";
                return null;
            default:
                if (value.ValueKind != JsonValueKind.String) return "a text";
                var text = value.GetString()!;
                if (input.Kind == ApiInputKind.Date && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return "a day such as 2026-01-31";
                if (input.Values.Length > 0 && !input.Values.Contains(text, StringComparer.Ordinal)) return $"one of {string.Join(", ", input.Values)}";
                _values[input.Name] = text;
                return null;
        }
    }
}
