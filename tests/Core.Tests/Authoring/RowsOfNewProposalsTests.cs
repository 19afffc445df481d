using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>The row of a new proposal, or of one that an index lacks, stands where the index keeps such rows.</summary>
public sealed class RowsOfNewProposalsTests
{
    [Fact]
    public void The_row_stands_with_those_of_its_status()
    {
        var after = StartingTests.Start($"""
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft
            * Author: Your name

            ## Summary

            What changes.
            ==> gaps/README.md <==
            # Gaps

            ## Decided

            | Number | Title | Author | Status |
            | --- | --- | --- | --- |
            | [GAP-0001](gap-0001.md) | Night trains | Bo Ek | Final |
            | [GAP-0004](gap-0004.md) | Slow trains | Bo Ek | Final |

            ## Others

            | Number | Title | Author | Status |
            | --- | --- | --- | --- |
            | [GAP-0002](gap-0002.md) | Day trains | Bo Ek | Draft |
            | [GAP-0003](gap-0003.md) | Trams | Bo Ek | Draft |
            {StartingTests.Gap(1, "Night trains", "Final")}{StartingTests.Gap(2, "Day trains", "Draft")}{StartingTests.Gap(3, "Trams", "Draft")}{StartingTests.Gap(4, "Slow trains", "Final")}
            """);
        Assert.EndsWith("| [GAP-0003](gap-0003.md) | Trams | Bo Ek | Draft |\n| [GAP-0005](gap-0005.md) | Boats | Ann Lee | Draft |\n", after["gaps/README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_leads_to_folders_leads_to_the_new_one()
    {
        var after = StartingTests.Start($"""
            ==> gaps/template.md <==
            ---
            Title: The title
            Status: Draft
            Authors:
              - Jo Doe <jo@example.org>
            ---

            ## Summary

            What changes.
            ==> README.md <==
            | # | Title |
            | --- | --- |
            | 0001 | [Night trains](./gaps/GAP-0001) |
            | 0002 | [Day trains](./gaps/GAP-0002) |
            ==> gaps/GAP-0001/README.md <==
            ---
            Title: Night trains
            Status: Draft
            Authors:
              - Bo Ek <bo@example.org>
            ---
            {StartingTests.Proposal}
            ==> gaps/GAP-0002/README.md <==
            ---
            Title: Day trains
            Status: Draft
            Authors:
              - Bo Ek <bo@example.org>
            ---
            {StartingTests.Proposal}
            """);
        Assert.Contains("| 0003 | [Boats](./gaps/GAP-0003) |\n", after["README.md"], StringComparison.Ordinal);
        Assert.Contains("\nAuthors:\n  - Ann Lee\n", after["gaps/GAP-0003/README.md"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 2", "5 4 3 2")]
    [InlineData("2 5", "2 3 4 5")]
    [InlineData("3 2", "5 4 3 2")]
    [InlineData("4 5", "2 3 4 5")]
    public void Several_rows_that_an_index_lacks_keep_its_order(string listed, string after)
    {
        var tree = new MemoryTree(SmallRepository.Files(Indexed([.. listed.Split(' ').Select(int.Parse)], 2, 5)));
        var changes = IndexUpdate.Run(SmallRepository.CatalogOf(tree), new DateOnly(2024, 6, 1)).Changes;
        Assert.EndsWith(Rows(after.Split(' ').Select(int.Parse)), changes.ApplyTo(tree.Read(tree.Find("gaps/README.md")!))!.Chars.TrimEnd() + "\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_check_that_fixes_adds_all_rows_for_one_place(bool falls)
    {
        IEnumerable<int> Ordered(int count) => falls ? Enumerable.Range(2, count).Reverse() : Enumerable.Range(2, count);
        var repository = SmallRepository.Of(SmallRepository.Files(Indexed(Ordered(25), 2, 45)));
        Assert.EndsWith(Rows(Ordered(44)), repository.WithSafeFixes().Text("gaps/README.md").TrimEnd() + "\n", StringComparison.Ordinal);
    }

    private static string Rows(IEnumerable<int> numbers) => string.Concat(numbers.Select(n => $"| [GAP-{n:0000}](gap-{n:0000}.md) | Trains {n} | Draft |\n"));

    private static string Indexed(IEnumerable<int> listed, int first, int last) => $"""
        {StartingTests.Plain}
        ==> gaps/README.md <==
        # Gaps

        | Number | Title | Status |
        | --- | --- | --- |
        {Rows(listed)}{string.Concat(Enumerable.Range(first, last - first + 1).Select(n => StartingTests.Gap(n, $"Trains {n}", "Draft")))}
        """;
}
