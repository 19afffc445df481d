using System.Text.Encodings.Web;
using System.Text.Json;
using Gavel.Core.Searching;

namespace Gavel.Web.Searching;

/// <summary>What the script loads first: the proposals' titles, and the tables of words and ranking, which are written down once, in Core.</summary>
internal static class IndexHead
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Render(IEnumerable<SearchRow> documents, List<string> shards, IEnumerable<string> facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            SearchTables.Write(json);
            WriteTexts(json, "facts", facts);
            WriteTexts(json, "shards", shards);
            json.WriteStartArray("documents");
            var reader = new WordReader();
            foreach (var document in documents)
            {
                json.WriteStartArray();
                json.WriteStringValue(document.Id);
                json.WriteStringValue(document.Address);
                json.WriteStringValue(document.Title);
                if (document.Status is { } status) json.WriteStringValue(status);
                else json.WriteNullValue();
                if (document.Kind is { } kind) json.WriteStringValue(kind.ToString().ToLowerInvariant());
                else json.WriteNullValue();
                if (document.Number is { } number) json.WriteNumberValue(number);
                else json.WriteNullValue();
                json.WriteNumberValue(document.Standing);
                json.WriteStringValue(reader.Fold(document.Id));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
