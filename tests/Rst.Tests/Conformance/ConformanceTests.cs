using Gavel.Dev;
using Rst.Tests.Structure;
using Xunit;

namespace Rst.Tests.Conformance;

/// <summary>Holds the parser and the transforms to docutils' own cases, which lie beside the checkout.</summary>
public sealed class ConformanceTests
{
    private static readonly Lazy<List<RstCase>> Cases = new(static () => CorpusFiles.Shared is { } shared
        ? [.. RstCase.Load(Path.Combine(shared, "rst", "docutils-cases.jsonl")).Where(static c => !c.NeedsEnvironment)]
        : []);

    public static TheoryData<string> Suites => [.. Cases.Value.Select(static c => c.Suite).Distinct(StringComparer.Ordinal).DefaultIfEmpty("none")];

    [Theory, MemberData(nameof(Suites))]
    public void Each_case_of_docutils_gives_its_tree(string suite)
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the cases are not beside the checkout");
        foreach (var one in Cases.Value.Where(c => c.Suite == suite && !KnownDifferences.Reasons.ContainsKey(c.Name)))
        {
            RstScore.Passes(one, out var expected, out var actual);
            Assert.True(expected == actual, $"{one.Name}\n{one.Input}\n--- expected\n{expected}\n--- actual\n{actual}");
        }
    }

    [Fact]
    public void Each_known_difference_is_one()
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the cases are not beside the checkout");
        var same = Cases.Value.Where(static c => KnownDifferences.Reasons.ContainsKey(c.Name) && RstScore.Passes(c, out _, out _)).Select(static c => c.Name);
        Assert.Empty(same);
    }

    [Theory, InlineData("parse", 0.97), InlineData("table-parser", 0.97), InlineData("transform", 0.95)]
    public void Enough_of_the_cases_pass(string kind, double share)
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the cases are not beside the checkout");
        var cases = Cases.Value.Where(c => c.Kind.StartsWith(kind, StringComparison.Ordinal)).ToList();
        Assert.True(cases.Count(static c => RstScore.Passes(c, out _, out _)) >= share * cases.Count);
    }
}
