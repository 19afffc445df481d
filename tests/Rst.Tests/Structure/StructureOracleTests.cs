using System.Globalization;
using System.Text;
using System.Text.Json;
using Gavel.Dev;
using Xunit;

namespace Rst.Tests.Structure;

/// <summary>What docutils found in real documents, and what is found here.</summary>
public sealed class StructureOracleTests
{
    /// <summary>Documents that may differ, with the reason. Everything else must agree.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
    };

    [Theory]
    [InlineData("sections", 0.995)]
    [InlineData("fields", 0.995)]
    [InlineData("title", 0.995)]
    [InlineData("external_links", 0.99)]
    [InlineData("code_blocks", 0.99)]
    [InlineData("footnotes", 0.99)]
    [InlineData("tables", 0.99)]
    [InlineData("problems", 0.99)]
    public void Real_documents_are_understood_as_docutils_understands_them(string fact, double share)
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the corpora are not beside the checkout");
        var pairs = Pairs.Value;
        var different = new StringBuilder();
        var agreed = 0;
        foreach (var (key, expected, actual) in pairs)
        {
            var want = Comparable(fact, expected.GetProperty(fact));
            var got = Comparable(fact, actual.GetProperty(fact));
            if (want == got) agreed++;
            else if (!Known.ContainsKey($"{fact} {key}")) different.Append(CultureInfo.InvariantCulture, $"{key}\n  docutils {Around(want, got)}\n  here     {Around(got, want)}\n");
        }

        Assert.True(agreed >= share * pairs.Count, $"{agreed} of {pairs.Count} agree in {fact}\n{different}");
    }

    [Fact]
    public void Every_document_is_read_without_a_false_problem()
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the corpora are not beside the checkout");
        var known = Pairs.Value.Select(static p => p.Key).ToHashSet(StringComparer.Ordinal);
        var suspicious = new List<string>();
        foreach (var (corpus, path, text) in CorpusFiles.All())
        {
            if (known.Contains($"{corpus}|{path}")) continue;
            foreach (var problem in Parse(RstStructure.Describe(path, text)).GetProperty("problems").EnumerateArray())
            {
                if (problem.GetProperty("level").GetInt32() >= 3) suspicious.Add($"{path}:{problem.GetProperty("line")}: {problem.GetProperty("message")}");
            }
        }

        // 13 references to names that two sections of the same document share; docutils reports the same ones.
        Assert.True(suspicious.Count <= 13, string.Join('\n', suspicious));
    }

    private static readonly Lazy<List<(string Key, JsonElement Expected, JsonElement Actual)>> Pairs = new(static () =>
    {
        var texts = CorpusFiles.All().ToDictionary(static f => $"{f.Corpus}|{f.Path}", static f => f.Text, StringComparer.Ordinal);
        var pairs = new List<(string, JsonElement, JsonElement)>();
        foreach (var line in File.ReadLines(Path.Combine(CorpusFiles.Shared!, "rst", "structure-oracle.jsonl")))
        {
            var expected = Parse(line);
            var path = expected.GetProperty("path").GetString()!;
            var key = $"{expected.GetProperty("corpus").GetString()}|{path}";
            if (texts.TryGetValue(key, out var text)) pairs.Add((key, expected, Parse(RstStructure.Describe(path, text))));
        }

        Assert.True(pairs.Count >= 560, $"only {pairs.Count} documents of the oracle are in the corpora");
        return pairs;
    });

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>A table's line is near, not exact (the oracle's own remark).</summary>
    private static string Comparable(string fact, JsonElement value)
    {
        if (fact != "tables") return JsonSerializer.Serialize(value);
        var rows = value.EnumerateArray().Select(static t => $"{t.GetProperty("kind")} {t.GetProperty("cols")} {t.GetProperty("header_rows")} {t.GetProperty("body_rows")}");
        return string.Join("; ", rows);
    }

    private static string Around(string text, string other)
    {
        var at = 0;
        while (at < text.Length && at < other.Length && text[at] == other[at]) at++;
        var start = Math.Max(0, at - 40);
        return text.Substring(start, Math.Min(160, text.Length - start));
    }
}
