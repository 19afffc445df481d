using Core.Tests.Rules;
using Gavel.Core.Trees;

namespace Core.Tests.Checking;

/// <summary>Where the proposals agree and the template says something else, or nothing, they show what is meant.</summary>
public sealed class NeighboursDecideTests
{
    private static readonly string[] Names = ["trains", "trams", "cabs", "carts", "boats", "kites"];

    private static string[] Found(string repository) => [.. SmallRepository.Of(SmallRepository.Files(repository)).Check().Findings.Select(f => $"{f.Diagnostic.At.Path}:{f.Diagnostic.At.Start.Line} {f.Diagnostic.Rule}")];

    private static string[] Ids(string repository) => [.. SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(repository))).Entries.Select(e => $"{e.Id} {e.Title}")];

    private static string Each(Func<string, int, string> text) => string.Concat(Names.Select((n, i) => $"\n==> gaps/000{i + 1}-{n}.md <==\n{text(n, i + 1)}"));

    private static string Titled(string template) =>
        $"==> gaps/0000-template.md <==\n# {template}\n\n- Author: (your name)\n- Status: Draft\n\n## Summary\n\nSay what changes.\n\n## Motivation\n\nSay why.\n{Each((n, i) => $"# Rail GAP 000{i}: The {n}\n\n- Author: Ann Lee\n- Status: Draft\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait for {n}.\n")}";

    [Fact]
    public void Titles_that_all_are_built_alike_are_right_where_the_template_shows_another_form()
    {
        Assert.Empty(Found(Titled("Title (Ex. 0000: Topic)")));
        Assert.Equal("GAP-1 The trains", Ids(Titled("Title (Ex. 0000: Topic)"))[0]);
    }

    [Fact]
    public void The_title_that_differs_from_all_others_is_told() =>
        Assert.Equal(["gaps/0006-kites.md:1 title-format"], Found(Titled("Title (Ex. 0000: Topic)").Replace("# Rail GAP 0006: The kites", "# The kites", StringComparison.Ordinal)));

    [Fact]
    public void A_template_that_some_follow_keeps_its_form() =>
        Assert.Contains("gaps/0006-kites.md:1 title-format", Found(Titled("0000: Topic").Replace("# Rail GAP 0001: The trains", "# 0001: The trains", StringComparison.Ordinal).Replace("# Rail GAP 0006: The kites", "# The kites", StringComparison.Ordinal)));

    private static string Teams(string written, string licence) =>
        $"==> gaps/0000-template.md <==\n---\ntitle: Your title\narea: rivers\nlicence: Free\nstatus: draft\n---\n\n## Summary\n\nSay what changes.\n\n## Motivation\n\nSay why.\n{Each((n, i) => $"---\ntitle: The {n}\narea: {written}\nlicence: {(i == 6 ? licence : "Free")}\nstatus: draft\n---\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait for {n}.\n")}";

    [Fact]
    public void A_value_of_the_template_that_no_proposal_has_is_an_example() => Assert.Empty(Found(Teams("rails", "Free")));

    [Fact]
    public void An_example_stays_one_where_somebody_kept_it() => Assert.Empty(Found(Teams("rails", "Free").Replace("title: The kites\narea: rails", "title: The kites\narea: rivers", StringComparison.Ordinal)));

    [Fact]
    public void A_value_that_the_others_keep_is_told_where_it_is_changed() => Assert.Equal(["gaps/0006-kites.md:4 field-format"], Found(Teams("rails", "Mine")));

    [Fact]
    public void A_proposal_that_waits_for_its_number_is_no_template()
    {
        var repository = $"==> template.md <==\n# GAP XXXX: Template\n\n- GAP: XXXX\n- Author: Jo Doe\n- Status: Draft\n\n## Summary\n\nSay what changes.\n\n## Motivation\n\nSay why.\n{Each((n, i) => $"# GAP {i}: The {n}\n\n- GAP: {i}\n- Author: Ann Lee\n- Status: Draft\n\n## Summary\n\nThey run.\n\n## Motivation\n\nPeople wait.\n")}\n==> gaps/XXXX-sledges.md <==\n# GAP XXXX: Sledges\n\n- GAP: XXXX\n- Author: Ann Lee\n- Status: Draft\n\n## Summary\n\nThey run.\n\n## Motivation\n\nPeople wait.\n";
        Assert.DoesNotContain(Found(repository), f => f.EndsWith("bare-template", StringComparison.Ordinal));
        Assert.Contains("XXXX-sledges Sledges", Ids(repository));
    }

    [Fact]
    public void Without_a_template_another_level_or_field_than_most_have_is_no_order()
    {
        var findings = SmallRepository.Of(SmallRepository.Files(Each((n, i) => $"```\nGAP: {i}\nTitle: The {n}\nStatus: Draft\n{(i == 6 ? "History: told twice\n" : "")}Created: 2024-01-0{i}\n```\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait.\n\n{(i == 6 ? "#" : "")}## Needs\n\nRails.\n").Replace("==> gaps/", "==> rfcs/", StringComparison.Ordinal))).Check().Findings.Select(f => f.Diagnostic).ToList();
        var level = Assert.Single(findings);
        Assert.Equal("section 'Needs' has level 3, most have it at 2", level.Message);
        Assert.Null(level.Fix);
    }

    [Fact]
    public void A_title_in_a_field_needs_no_number_where_the_heading_has_it() =>
        Assert.Empty(Found("==> gaps/0000-template.md <==\n---\ntitle: A few words\nstatus: draft\n---\n\n# GAP-NNNN: A few words\n\n## Summary\n\nSay what changes.\n\n## Motivation\n\nSay why.\n" + Each((n, i) => $"---\ntitle: The {n}\nstatus: draft\n---\n\n# GAP-000{i}: The {n}\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait for {n}.\n")));

    [Fact]
    public void Without_a_template_a_title_in_a_field_needs_no_number_either() =>
        Assert.Empty(Found(Each((n, i) => $"---\nstatus: {(i == 6 ? "open" : "draft")}\ntitle: The {n}\n---\n\n# GAP-000{i}: The {n}\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait for {n}.\n").Replace("==> gaps/", "==> rfcs/", StringComparison.Ordinal)));

    [Fact]
    public void A_heading_that_only_says_Title_is_no_section_that_others_stand_in()
    {
        var repository = $"==> gaps/0000-template.md <==\n<pre>\n  gap: <number>\n  title: <a few words>\n  status: Draft\n</pre>\n\n# Title\n\n## 1. Summary\n\n<!-- Say what changes. -->\n\n## 2. Safety\n\n<!-- Say what may go wrong. -->\n\n# Appendix\n\n## Questions\n{Each((n, i) => $"<pre>\n  gap: {i}\n  title: The {n}\n  status: Draft\n</pre>\n\n{(i > 2 ? $"# The {n}\n\n" : "")}## 1. Summary\n\nThe {n} run.\n{(i == 4 ? "" : "\n## 2. Safety\n\nNobody falls.\n")}")}";
        Assert.Equal(["gaps/0004-carts.md:11 section-missing"], Found(repository));
    }

    [Theory]
    [InlineData("Review", 0)]
    [InlineData("Accepted", 1)]
    public void What_is_filled_in_once_it_is_accepted_may_wait_until_then(string status, int told) =>
        Assert.Equal(told, Found($"==> gaps/0000-template.md <==\n---\ntitle: Your title\nstatus: Draft | Review | Accepted\ntracker: (fill in with the address once accepted)\n---\n\n## Summary\n\nSay what changes.\n\n## Motivation\n\nSay why.\n{Each((n, i) => $"---\ntitle: The {n}\nstatus: {status}\ntracker: {(i == 6 ? "(fill in with the address once accepted)" : "https://example.org/1")}\n---\n\n## Summary\n\nThe {n} run.\n\n## Motivation\n\nPeople wait for {n}.\n")}").Length);
}
