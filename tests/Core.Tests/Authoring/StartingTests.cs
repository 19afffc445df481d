using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>A new proposal is filled as its template wants it, and its row stands where the index keeps such rows.</summary>
public sealed class StartingTests
{
    internal const string Proposal = "\n## Summary\n\nTrains run.\n";

    internal const string Longer = Proposal + "\n## Reasons\n\nPeople wait.\n\n## Compatibility\n\nNothing breaks.\n";

    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    [Theory]
    [InlineData("Café Ünï: Łódź, Straße & Ålesund", "cafe-uni-lodz-strasse-alesund")]
    [InlineData("Cafe\u0301 Don't `stop`", "cafe-dont-stop")]
    [InlineData("हिन्दी में", "हिन्दी-में")]
    [InlineData("Часы и дни", "часы-и-дни")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("№ 5 – ½", "5")]
    [InlineData("!?", "untitled")]
    public void A_title_becomes_a_name_of_a_file(string title, string slug) => Assert.Equal(slug, TitleText.Slug(title));

    [Fact]
    public void A_name_of_a_file_is_not_cut_within_a_character() =>
        Assert.Equal($"a{string.Concat(Enumerable.Repeat("𠮷", 29))}", TitleText.Slug($"a{string.Concat(Enumerable.Repeat("𠮷", 40))}"));

    [Fact]
    public void The_row_stands_with_those_of_its_status()
    {
        var after = Start($"""
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
            {Gap(1, "Night trains", "Final")}{Gap(2, "Day trains", "Draft")}{Gap(3, "Trams", "Draft")}{Gap(4, "Slow trains", "Final")}
            """);
        Assert.EndsWith("| [GAP-0003](gap-0003.md) | Trams | Bo Ek | Draft |\n| [GAP-0005](gap-0005.md) | Boats | Ann Lee | Draft |\n", after["gaps/README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_between_other_fields_and_a_number_with_letters_before_it_are_filled()
    {
        var after = Start($"""
            ==> gaps/template.md <==
            # Preamble

            Title: xx

            Code: GAP0000

            Status: Draft

            # Summary

            What changes.

            # Reasons

            Why.
            {Preamble(1, "Night trains")}{Preamble(2, "Day trains")}{Preamble(3, "Trams")}
            """);
        Assert.Contains("Title: Boats\n\nCode: GAP0004\n\nStatus: Draft\n", Assert.Single(after, f => f.Key.StartsWith("gaps/gap-0004", StringComparison.OrdinalIgnoreCase)).Value, StringComparison.Ordinal);
    }

    private static string Preamble(int number, string title) => $"""

        ==> gaps/gap-000{number}.md <==
        # Preamble

        Title: {title}

        Code: GAP000{number}

        Status: Draft

        # Summary

        Trains run.

        # Reasons

        People wait.
        """;

    [Fact]
    public void A_row_that_leads_to_folders_leads_to_the_new_one()
    {
        var after = Start($"""
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
            {Proposal}
            ==> gaps/GAP-0002/README.md <==
            ---
            Title: Day trains
            Status: Draft
            Authors:
              - Bo Ek <bo@example.org>
            ---
            {Proposal}
            """);
        Assert.Contains("| 0003 | [Boats](./gaps/GAP-0003) |\n", after["README.md"], StringComparison.Ordinal);
        Assert.Contains("\nAuthors:\n  - Ann Lee\n", after["gaps/GAP-0003/README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_in_angle_brackets_is_filled()
    {
        var after = Start($"""
            ==> 000-template.md <==
            # <Title>

            What changes in short.

            ## Summary

            What changes.

            ## Reasons

            Why it changes.

            ## Compatibility

            What it breaks.
            ==> 001-night-trains.md <==
            # Night trains
            {Longer}
            ==> 002-day-trains.md <==
            # Day trains
            {Longer}
            ==> 003-trams.md <==
            # Trams
            {Longer}
            """);
        Assert.StartsWith("# Boats\n", after["004-boats.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_a_link_stays_one()
    {
        var after = Start($"""
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
            {Proposal}
            ==> gaps/0002-day-trains.md <==
            # Day trains

            * Proposal: [GAP-0002](0002-day-trains.md)
            * Author: Bo Ek
            * Status: Draft
            {Proposal}
            """);
        Assert.Contains("\n* Proposal: [GAP-0003](0003-boats.md)\n", after["gaps/0003-boats.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_related_to_others_does_not_get_its_own_number()
    {
        var after = Start("""
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            - Status: Draft
            - Document: GAP-NNNN
            - Requires: GAP-NNNN
            - Superseded by: GAP-NNNN

            ## Summary

            What changes.
            """ + Gap(1, "Night trains", "Draft"));
        Assert.Contains("\n- Document: GAP-0002\n- Requires: GAP-NNNN\n- Superseded by: GAP-NNNN\n", after["gaps/gap-0002.md"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dd/mm/aaaa", "01/06/2024")]
    [InlineData("JJJJ.MM.TT", "2024.06.01")]
    public void The_day_is_written_in_the_form_that_the_template_asks_for(string asked, string day) => Assert.Contains(
        $"\n- Date: {day}\n",
        Start($"==> gaps/template.md <==\n# GAP-NNNN: Title\n\n- Status: Draft\n- Date: [{asked}]\n\n## Summary\n\nWhat changes.\n{Gap(1, "Night trains", "Draft")}")["gaps/gap-0002.md"],
        StringComparison.Ordinal);

    [Fact]
    public void A_number_that_does_not_follow_the_largest_says_why()
    {
        var numbers = Enumerable.Range(1, 12).Append(4000);
        var tree = new MemoryTree(SmallRepository.Files($"""
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft
            * Author: Your name

            ## Summary

            What changes.
            {string.Concat(numbers.Select(n => Gap(n, $"Trains {n}", "Draft")))}
            """));
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(new Proposing(catalog, SmallRepository.CatalogOf, Syntaxes).New(Request(catalog)));
        Assert.Equal(13, done.Number);
        Assert.Contains("the number follows 12: 4000 stands far above the others; --number takes any other", done.Notes);
    }

    [Theory]
    [InlineData("Author", "Ann Lee\n* Status: Final", "a value is one line")]
    [InlineData("Author\r* Status", "Final", "the name of a field is one line")]
    public void What_is_given_for_a_field_is_one_line_and_brings_no_other_along(string name, string value, string why)
    {
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files($"{Plain}{Gap(1, "Night trains", "Draft")}")));
        Assert.Equal(why, Assert.IsType<Outcome.Refused>(NewProposal.Run(catalog, Request(catalog) with { Fields = [(name, value)] })).Text);
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

    [Fact]
    public void No_field_is_added_to_a_table_that_has_them_side_by_side()
    {
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(InTable("| Status | Author |\n| --- | --- |\n| Draft | Ann |"))));
        Assert.Equal("gaps/gap-0001.md has no header that 'Owner' could be written in", Assert.IsType<Outcome.Refused>(SetField.Run(catalog.Open("GAP-1"), "Owner", "Bo")).Text);
        Assert.Equal("the template has no header that 'Owner' could be written in", Assert.IsType<Outcome.Refused>(NewProposal.Run(catalog, Request(catalog) with { Fields = [("Owner", "Bo")] })).Text);
    }

    private static string InTable(string table) => $"==> gaps/template.md <==\n# GAP-NNNN: Title\n\n{table}\n\n## Summary\n\nWhat changes.\n==> gaps/gap-0001.md <==\n# GAP-0001: Trains\n\n{table}\n{Proposal}";

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
        {Plain}
        ==> gaps/README.md <==
        # Gaps

        | Number | Title | Status |
        | --- | --- | --- |
        {Rows(listed)}{string.Concat(Enumerable.Range(first, last - first + 1).Select(n => Gap(n, $"Trains {n}", "Draft")))}
        """;

    [Fact]
    public void A_template_that_is_not_in_unicode_is_filled_with_any_letters() =>
        Assert.StartsWith("# GAP-0002: 夜\n\n* Status: Draft\n* Author: Ann Lee\n", Start($"""
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft
            * Author: Your name

            ## Summary

            What changes, and what it co\xE9sts.
            {Gap(1, "Night trains", "Draft")}
            """, "夜")["gaps/gap-0002.md"], StringComparison.Ordinal);

    [Theory]
    [InlineData("夜 boats", "夜-boats")]
    [InlineData("🚀 boats", "boats")]
    public void The_marks_of_a_title_are_as_long_as_it_is_wide(string title, string slug)
    {
        var after = Start("""
            ==> gaps/template.rst <==
            =======
             Title
            =======

            :Status: Draft

            Summary
            =======

            What changes.
            ==> gaps/0001-trains.rst <==
            ========
             Trains
            ========

            :Status: Draft

            Summary
            =======

            Trains run.
            """, title);
        Assert.StartsWith($"=========\n {title}\n=========\n", after[$"gaps/0002-{slug}.rst"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_like_ones_five_are_named()
    {
        var catalog = SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files($"{Plain}{string.Concat(Enumerable.Range(1, 9).Select(n => Gap(n, $"Slow boats {n}", "Draft")))}")));
        Assert.Equal(5, Assert.IsType<Outcome.Done>(NewProposal.Run(catalog, Request(catalog))).Notes.Length);
    }

    [Fact]
    public void A_title_that_speaks_of_placeholders_stays_as_it_is()
    {
        var values = new KnownValues(SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files($"{Plain}{Gap(1, "Night trains", "Draft")}"))).Processes[0], 7, "Fill {slug} and {number} in", "fill", "{date} Lee", new DateOnly(2024, 6, 1));
        Assert.Equal("GAP-0007: Fill {slug} and {number} in, {date} Lee {other", values.Fill("{name}-{number}: {title}, {author} {other", 4));
        Assert.Null((values with { Author = null }).Fill("by {author}"));
    }

    private const string Plain = """
        ==> gaps/template.md <==
        # GAP-NNNN: Title

        * Status: Draft
        * Author: Your name

        ## Summary

        What changes.
        """;

    private static string Gap(int number, string title, string status) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\n==> gaps/gap-{number:0000}.md <==\n# GAP-{number:0000}: {title}\n\n* Status: {status}\n* Author: Bo Ek\n{Proposal}");

    private static NewRequest Request(Catalog catalog) =>
        new(catalog.Processes.Single(p => p.Name != "RFC" || catalog.Processes.Length == 1), "Boats", null, "Ann Lee", new DateOnly(2024, 6, 1), [], null);

    internal static Dictionary<string, string> Start(string repository, string title = "Boats")
    {
        var tree = new MemoryTree(SmallRepository.Files(repository));
        var catalog = SmallRepository.CatalogOf(tree);
        var done = Assert.IsType<Outcome.Done>(new Proposing(catalog, SmallRepository.CatalogOf, Syntaxes).New(Request(catalog) with { Title = title }));
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        return after.Files.ToDictionary(f => f.Path, f => after.Read(f).Chars, StringComparer.Ordinal);
    }
}
