using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gavel.Core.Reporting;

/// <summary>Writes the objects of the contract: keys in their order, <c>"version":1</c> first, characters as they are.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    /// <summary>One object, with its version first, and a line end.</summary>
    public static string Object(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            body(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>A string, or null. A lone surrogate, which JSON cannot hold, becomes U+FFFD.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null) writer.WriteNull(name);
        else writer.WriteString(name, Sound(value));
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(Sound(value));
        writer.WriteEndArray();
    }

    public static void WriteCount(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    public static void WriteDate(this Utf8JsonWriter writer, string name, DateOnly? value)
    {
        if (value is { } date) writer.WriteString(name, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        else writer.WriteNull(name);
    }

    /// <summary>The named array, one object for each item.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> body)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            body(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Without lone surrogates, which JSON cannot hold.</summary>
    internal static string Sound(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) i++;
            else return Repair(value);
        }
        return value;
    }

    private static string Repair(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
