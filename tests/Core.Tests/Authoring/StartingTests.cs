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

    internal const string Plain = """
        ==> gaps/template.md <==
        # GAP-NNNN: Title

        * Status: Draft
        * Author: Your name

        ## Summary

        What changes.
        """;

    internal static string Gap(int number, string title, string status) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\n==> gaps/gap-{number:0000}.md <==\n# GAP-{number:0000}: {title}\n\n* Status: {status}\n* Author: Bo Ek\n{Proposal}");

    internal static NewRequest Request(Catalog catalog) =>
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
