using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>What is written into a field, by a new proposal or later, leaves the header sound.</summary>
public sealed class FieldsOfProposalsTests
{
    [Fact]
    public void A_field_that_is_a_link_stays_one()
    {
        var after = StartingTests.Start($"""
            ==> gaps/0000-template.md <==
            # Title of the gap

            * Proposal: [GAP-NNNN](NNNN-filename.md)
            * Author: Your name
            * Status: Draft

            ## Summary

            What changes.
            ==> gaps/0001-night-trains.md <==
            # Night trains

            * Proposal: [GAP-0001](0001-night-trains.md)
            * Author: Bo Ek
            * Status: Draft
            {StartingTests.Proposal}
            ==> gaps/0002-day-trains.md <==
            # Day trains

            * Proposal: [GAP-0002](0002-day-trains.md)
            * Author: Bo Ek
            * Status: Draft
            {StartingTests.Proposal}
            """);
        Assert.Contains("\n* Proposal: [GAP-0003](0003-boats.md)\n", after["gaps/0003-boats.md"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Author", "Ann Lee\n* Status: Final", "a value is one line")]
    [InlineData("Author\r* Status", "Final", "the name of a field is one line")]
    public void What_is_given_for_a_field_is_one_line_and_brings_no_other_along(string name, string value, string why)
    {
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files($"{StartingTests.Plain}{StartingTests.Gap(1, "Night trains", "Draft")}")));
        Assert.Equal(why, Assert.IsType<Outcome.Refused>(NewProposal.Run(catalog, StartingTests.Request(catalog) with { Fields = [(name, value)] })).Text);
        Assert.Equal(why, Assert.IsType<Outcome.Refused>(SetField.Run(catalog.Open("GAP-1"), name, value)).Text);
    }

    [Theory]
    [InlineData("| Field | Value |\n| --- | --- |\n| Status | Draft |\n| Author | Ann |", "Author", "Ann | Bo", "| Author | Ann \\| Bo |\n")]
    [InlineData("| Field | Value |\n| --- | --- |\n| Status | Draft |\n| Author | Ann |", "Owner", "a | b", "| Status | Draft |\n| Owner | a \\| b |\n| Author | Ann |\n")]
    [InlineData("| Status | Author |\n| --- | --- |\n| Draft | Ann |", "Author", "Ann | Bo", "| Draft | Ann \\| Bo |\n")]
    public void A_table_of_fields_stays_one(string table, string name, string value, string after)
    {
        var tree = new MemoryTree(SmallRepository.Files(InTable(table)));
        var done = Assert.IsType<Outcome.Done>(SetField.Run(SmallRepository.CatalogOf(tree).Open("GAP-1"), name, value));
        Assert.Contains(after, done.Changes.ApplyTo(tree.Read(tree.Find("gaps/gap-0001.md")!))!.Chars, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope: all", "scope", "True", "scope: \"True\"\n")]
    [InlineData("scope: all", "scope", "No", "scope: \"No\"\n")]
    [InlineData("draft: false", "draft", "true", "draft: true\n")]
    [InlineData("draft: \"false\"", "draft", "true", "draft: \"true\"\n")]
    public void A_word_that_yaml_takes_for_no_text_stands_in_quotes_unless_it_takes_the_place_of_one(string field, string name, string value, string after)
    {
        var tree = new MemoryTree([SourceText.From("gaps/gap-0000-template.md", $"---\ntitle: \"\"\n{field}\n---\n\n## Why\n\n_Say it._\n"), .. Enumerable.Range(1, 3).Select(n => SourceText.From($"gaps/gap-000{n}.md", $"---\ntitle: Trains {n}\n{field}\n---\n\n## Why\n\nPeople wait.\n"))]);
        var done = Assert.IsType<Outcome.Done>(SetField.Run(SmallRepository.CatalogOf(tree).Open("GAP-1"), name, value));
        Assert.Contains(after, done.Changes.ApplyTo(tree.Read(tree.Find("gaps/gap-0001.md")!))!.Chars, StringComparison.Ordinal);
    }

    [Fact]
    public void No_field_is_added_to_a_table_that_has_them_side_by_side()
    {
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(InTable("| Status | Author |\n| --- | --- |\n| Draft | Ann |"))));
        Assert.Equal("gaps/gap-0001.md has no header that 'Owner' could be written in", Assert.IsType<Outcome.Refused>(SetField.Run(catalog.Open("GAP-1"), "Owner", "Bo")).Text);
        Assert.Equal("the template has no header that 'Owner' could be written in", Assert.IsType<Outcome.Refused>(NewProposal.Run(catalog, StartingTests.Request(catalog) with { Fields = [("Owner", "Bo")] })).Text);
    }

    private static string InTable(string table) => $"==> gaps/template.md <==\n# GAP-NNNN: Title\n\n{table}\n\n## Summary\n\nWhat changes.\n==> gaps/gap-0001.md <==\n# GAP-0001: Trains\n\n{table}\n{StartingTests.Proposal}";

    [Fact]
    public void A_template_that_is_not_in_unicode_is_filled_with_any_letters() =>
        Assert.StartsWith("# GAP-0002: 夜\n\n* Status: Draft\n* Author: Ann Lee\n", StartingTests.Start($"""
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft
            * Author: Your name

            ## Summary

            What changes, and what it co\xE9sts.
            {StartingTests.Gap(1, "Night trains", "Draft")}
            """, "夜")["gaps/gap-0002.md"], StringComparison.Ordinal);
}
