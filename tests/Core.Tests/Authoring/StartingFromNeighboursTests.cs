namespace Core.Tests.Authoring;

/// <summary>What a new proposal says is what its neighbours say in the same places: the status of a section, numbers in any field, lists in brackets.</summary>
public sealed class StartingFromNeighboursTests
{
    [Theory]
    [InlineData("Proposed | Accepted | Superseded by GAP-NNNN", "Accepted", "Proposed")]
    [InlineData("Aceito | Proposto | Rejeitado", "Aceito", "Proposto")]
    public void A_section_that_lists_the_statuses_says_the_first_that_a_proposal_begins_with(string list, string written, string status) =>
        Assert.Contains($"## Status\n\n{status}\n\n## Context", StartingTests.Start(
            $"{Decision("template", "<short title>", list, "<What is it about?>")}{Decision("0001-trains", "Trains", written, "Rails.")}{Decision("0002-trams", "Trams", written, "Streets.")}")["gaps/0003-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_field_that_holds_each_neighbour_s_number_holds_this_one_s() =>
        Assert.StartsWith("---\ntitle: \"004: Boats\"\nlayout: page\nnav_order: 4\n---\n", StartingTests.Start(string.Concat(
            Page("000-template", "000: A title", 0), Page("001-trains", "001: Trains", 1), Page("002-trams", "002: Trams", 2), Page("003-cabs", "003: Cabs", 3)))["gaps/004-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_list_in_brackets_stays_one() =>
        Assert.StartsWith("+++\ntitle = \"Boats\"\nauthors = [\"Ann Lee\"]\ncreation = \"2024-06-01\"\nstatus = \"draft\"", StartingTests.Start(string.Concat(
            Toml("template", "A few words", "you@example.org", "YYYY-MM-DD", "draft\" # draft -> review -> done | dropped"), Toml("0001-trains", "Trains", "bo@example.org", "2024-01-01", "done\""), Toml("0002-trams", "Trams", "bo@example.org", "2024-01-02", "review\"")))["gaps/0003-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void Without_a_template_the_title_stands_over_the_headings_that_all_have() =>
        Assert.StartsWith("# Boats\n", StartingTests.Start(string.Concat(new[] { "0001-trains", "0002-trams", "0003-cabs", "0004-carts" }.Select(n =>
            $"\n==> rfcs/{n}.md <==\n# The {n[5..]}\n\n## Status\n\nAccepted\n\n## Summary\n\nThey run.\n\n## Motivation\n\nPeople wait.\n\n## Drawbacks\n\nNoise.\n")))["rfcs/0005-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void Without_a_template_the_date_and_the_author_are_told_by_their_names() =>
        Assert.StartsWith("# 5. Boats\n\nDate: 2024-06-01\nAuthor: Ann Lee\n\n## Status\n", StartingTests.Start(string.Concat(new[] { "0001-trains", "0002-trams", "0003-cabs", "0004-carts" }.Select(n =>
            $"\n==> docs/adr/{n}.md <==\n# {n[3]}. The {n[5..]}\n\nDate: 2024-01-0{n[3]}\nAuthor: Bo Ray\n\n## Status\n\nAccepted\n\n## Context\n\nPeople wait.\n\n## Decision\n\nThey run.\n\n## Consequences\n\nNoise.\n")))["docs/adr/0005-boats.md"], StringComparison.Ordinal);

    [Theory]
    [InlineData("```", "```")]
    [InlineData("<pre>", "</pre>")]
    public void Without_a_template_the_fields_stand_in_the_fence_that_all_have(string opening, string closing) =>
        Assert.StartsWith($"{opening}\nGAP: 5\nTitle: Boats\nStatus: Draft\nAuthor: Ann Lee\nCreated: 2024-06-01\n{closing}\n\n## Summary\n", StartingTests.Start(string.Concat(new[] { "trains", "trams", "cabs", "carts" }.Select((n, i) =>
            $"\n==> rfcs/gap-000{i + 1}.md <==\n{opening}\nGAP: {i + 1}\nTitle: The {n}\nStatus: Draft\nAuthor: Bo Ray <bo@example.org>\nCreated: 2024-01-0{i + 1}\n{closing}\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait.\n")))["rfcs/gap-0005.md"], StringComparison.Ordinal);

    private static string Decision(string name, string title, string status, string context) =>
        $"\n==> gaps/{name}.md <==\n# {title}\n\n## Status\n\n{status}\n\n## Context\n\n{context}\n\n## Decision\n\n{context}\n";

    private static string Page(string name, string title, int order) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\n==> gaps/{name}.md <==\n---\ntitle: \"{title}\"\nlayout: page\nnav_order: {order}\n---\n\n## Summary\n\n{(order == 0 ? "Say what changes." : "They run.")}\n\n## Reasons\n\n{(order == 0 ? "Say why." : "People wait.")}\n");

    private static string Toml(string name, string title, string author, string date, string status) =>
        $"\n==> gaps/{name}.md <==\n+++\ntitle = \"{title}\"\nauthors = [\"{author}\"]\ncreation = \"{date}\"\nstatus = \"{status}\n+++\n\n## Summary\n\n{(name == "template" ? "<!-- Say what changes -->" : "They run.")}\n\n## Reasons\n\n{(name == "template" ? "<!-- Say why -->" : "People wait.")}\n";
}
