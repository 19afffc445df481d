namespace Web.Tests.Searching;

/// <summary>A query with the answer that a reader wants first (tests/golden/search/queries.tsv).</summary>
public sealed record Wish(string Collection, string Query, string Answer)
{
    public static IReadOnlyList<Wish> All { get; } =
        [.. File.ReadAllLines(Path.Combine(Collections.Checkout, "tests", "golden", "search", "queries.tsv")).Select(l => l.Split('\t')).Select(c => new Wish(c[0], c[1], c[2]))];
}
