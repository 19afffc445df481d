using Gavel.Core.Documents;

namespace Core.Tests.Documents;

public sealed class AnchorTests
{
    [Theory]
    [InlineData("github", "High-level design", "high-level-design")]
    [InlineData("github", "What's *in* `scope`?", "whats-in-scope")]
    [InlineData("github", "A / B & C", "a--b--c")]
    [InlineData("github", "Größe der Änderung", "größe-der-änderung")]
    [InlineData("github", "snake_case 1.2", "snake_case-12")]
    [InlineData("github", "[Link](x.md) text", "link-text")]
    [InlineData("gitlab", "A / B & C", "a-b-c")]
    [InlineData("gitlab", "2024", "anchor-2024")]
    [InlineData("kramdown", "1. What's in Größe", "whats-in-gre")]
    [InlineData("kramdown", "42", "section")]
    [InlineData("kramdown", "Title {#own}", "own")]
    [InlineData("python-markdown", "A / B  & Größe_x", "a-b-groe_x")]
    [InlineData("docutils", "1. A / B & Größe", "a-b-grosze")]
    public void A_heading_gets_the_anchor_of_its_convention(string convention, string title, string anchor) =>
        Assert.Equal([anchor], Md.Syntax.AnchorsOf(Md.Parse($"# {title}\n"), convention));

    [Theory]
    [InlineData("github", "goals,goals-1,goals-2")]
    [InlineData("gitlab", "goals,goals-1,goals-2")]
    [InlineData("kramdown", "goals,goals-1,goals-2")]
    [InlineData("python-markdown", "goals,goals_1,goals_2")]
    [InlineData("docutils", "goals,id1,id2")]
    public void A_name_that_is_taken_gets_a_number(string convention, string anchors) =>
        Assert.Equal(anchors, string.Join(',', Md.Syntax.AnchorsOf(Md.Parse("# Goals\n\n## Goals\n\n## goals\n"), convention)));

    [Fact]
    public void Explicit_targets_and_nested_headings_have_anchors_too() =>
        Assert.Equal(
            ["top", "title", "mid", "raw", "quoted"],
            Md.Syntax.AnchorsOf(Md.Parse("<a name=\"top\"></a>\n\n# Title\n\nText <a id='mid'/> here.\n\n<div class=\"x\" id=raw>\n</div>\n\n> ## Quoted\n"), "github"));

    [Fact]
    public void Headings_in_code_have_none() => Assert.Empty(Md.Syntax.AnchorsOf(Md.Parse("```\n# no\n```\n\n<!--\n# no\n-->\n"), "github"));

    [Fact]
    public void A_hundred_thousand_headings_of_one_name_are_named_quickly()
    {
        var document = Md.Parse(string.Concat(Enumerable.Repeat("# h\n", 100_000)));
        Assert.Equal(100_000, Anchors.Of(document, "github").Distinct(StringComparer.Ordinal).Count());
    }
}
