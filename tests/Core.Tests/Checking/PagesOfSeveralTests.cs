using Core.Tests.Rules;

namespace Core.Tests.Checking;

/// <summary>Pages that list proposals in their own way, and numbers that are those of somebody else.</summary>
public sealed class PagesOfSeveralTests
{
    private static string[] Found(string repository) => [.. SmallRepository.Of(SmallRepository.Files(repository)).Check().Findings.Select(f => $"{f.Diagnostic.At.Path}:{f.Diagnostic.At.Start.Line} {f.Diagnostic.Rule}")];

    private static string One(string path, string name, int number, string title, string more = "") =>
        $"\n==> {path} <==\n---\n{name}: {number}\ntitle: {title}\nstatus: Draft\n{more}---\n\n## Summary\n\nThe {title.ToLowerInvariant()} run.\n";

    private static string Template(string path, string name) => $"==> {path} <==\n---\n{name}: ?\ntitle: ?\nstatus: Draft\n---\n\n## Summary\n\n<!-- Say what changes. -->\n";

    [Fact]
    public void Two_processes_that_share_a_page_have_numbers_of_their_own() => Assert.Empty(Found($"""
        {Template("GAP-TEMPLATE.md", "GAP")}{Template("NEED-TEMPLATE.md", "NEED")}{One("GAP-0001/README.md", "GAP", 1, "Trains")}{One("GAP-0002/README.md", "GAP", 2, "Trams")}{One("NEED-0001/README.md", "NEED", 1, "Rails")}{One("NEED-0002/README.md", "NEED", 2, "Roads")}
        ==> README.md <==
        # Gaps

        | # | Title | Status |
        | --- | --- | --- |
        | [0001](./GAP-0001) | Trains | Draft |
        | [0002](./GAP-0002) | Trams | Draft |

        ## Needs

        | # | Title | Status |
        | --- | --- | --- |
        | [0001](./NEED-0001) | Rails | Draft |
        | [0002](./NEED-0002) | Roads | Draft |
        """));

    private static string Counted(string row) => $"""
        {Template("gap-template.md", "GAP")}{One("gaps/gap-0001.md", "GAP", 1, "Night trains")}{One("gaps/gap-0002.md", "GAP", 2, "Trams")}{One("gaps/gap-0003.md", "GAP", 3, "Boats")}
        ==> README.md <==
        # Gaps

        ### Draft
        * [1 - Night trains](gaps/gap-0001.md)
        {row}
        * [3 - Boats](gaps/gap-0003.md)
        """;

    [Fact]
    public void A_row_that_leads_to_the_discussion_lists_the_proposal_of_its_number() => Assert.Empty(Found(Counted("* [2 - Trams](https://example.org/pull/12)")));

    [Fact]
    public void A_number_before_the_title_stays_where_the_title_is_mended()
    {
        var fix = SmallRepository.Of(SmallRepository.Files(Counted("* [2 - Ferries](gaps/gap-0002.md)"))).Check().Findings.Single().Diagnostic.Fix!;
        Assert.Equal("Trams", fix.Changes.Edits.Single().NewText);
        Assert.Equal("Ferries".Length, fix.Changes.Edits.Single().Span.Length);
    }

    private static string Superseding => Template("gap-template.md", "GAP").Replace("status: Draft\n", "status: Draft\nsupersedes: (optional)\n", StringComparison.Ordinal);

    [Theory]
    [InlineData("supersedes: \"[Rail PR #69](https://example.org/rails/pull/69)\"")]
    [InlineData("supersedes: issue 69 of the old tracker")]
    public void The_number_of_a_tracker_names_no_proposal(string field) =>
        Assert.Empty(Found($"{Superseding}{One("gaps/gap-0001.md", "GAP", 1, "Trains")}{One("gaps/gap-0002.md", "GAP", 2, "Trams", field + "\n")}{One("gaps/gap-0003.md", "GAP", 3, "Boats")}"));

    [Fact]
    public void A_number_alone_names_one() =>
        Assert.Equal(["gaps/gap-0002.md:5 reference-unknown"], Found($"{Superseding}{One("gaps/gap-0001.md", "GAP", 1, "Trains")}{One("gaps/gap-0002.md", "GAP", 2, "Trams", "supersedes: 69\n")}{One("gaps/gap-0003.md", "GAP", 3, "Boats")}"));

    [Fact]
    public void A_title_without_its_accents_is_the_same() => Assert.Empty(Found(Counted("* [2 - Trams](gaps/gap-0002.md)").Replace("title: Night trains", "title: Nîght trains", StringComparison.Ordinal)));
}
