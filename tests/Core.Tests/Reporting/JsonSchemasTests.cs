using System.Text.Json;
using Gavel.Core.Reporting;

namespace Core.Tests.Reporting;

public sealed class JsonSchemasTests
{
    public static TheoryData<string> Names => [.. JsonSchemas.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_schema_has_the_parts_that_it_refers_to_and_no_others(string name)
    {
        var text = JsonSchemas.Render(name);
        using var schema = JsonDocument.Parse(text);
        Assert.All(schema.RootElement.GetProperty("$defs").EnumerateObject(), part => Assert.Contains($"\"#/$defs/{part.Name}\"", text, StringComparison.Ordinal));
        Assert.Equal(text.Split("\"#/$defs/").Skip(1).Select(t => t.Split('"')[0]).Distinct().Order(StringComparer.Ordinal), schema.RootElement.GetProperty("$defs").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Alternatives_are_a_matrix_or_the_change_that_writes_one()
    {
        using var schema = JsonDocument.Parse(JsonSchemas.Render("alternatives"));
        Assert.Equal(
            ["version id aspects alternatives", "version id number path changed commit done refusal"],
            schema.RootElement.GetProperty("anyOf").EnumerateArray().Select(shape => string.Join(' ', shape.GetProperty("required").EnumerateArray().Select(key => key.GetString()))));
    }

    [Fact]
    public void What_learn_compares_may_be_absent()
    {
        using var schema = JsonDocument.Parse(JsonSchemas.Render("learn"));
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("against", out _));
        Assert.DoesNotContain("against", schema.RootElement.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
    }
}
