using Core.Tests.Rules;

namespace Core.Tests.Checking;

/// <summary>What a repository without a gavel.yml is told on its first day.</summary>
public sealed class UnconfiguredTests
{
    private static string[] Found(string repository, string rule) =>
    [
        .. SmallRepository.Of(SmallRepository.Files(repository)).Check().Findings.Select(f => f.Diagnostic).Where(d => string.Equals(d.Rule, rule, StringComparison.Ordinal))
            .Select(d => $"{d.Proposal} {d.Severity} {d.Message}"),
    ];

    [Fact]
    public void A_template_that_shows_only_how_statuses_begin_forbids_none_of_the_later_ones() => Assert.Equal(
        ["GAP-3 Error 'Implmented' is no value of 'Status'"],
        Found(
            """
            ==> gaps/0000-template.md <==
            # Title of the gap

            * Proposal: GAP-NNNN
            * Author: Name of the author
            * Status: **Awaiting review** or **Draft**

            ## Summary

            What changes, in one paragraph.
            ==> gaps/0001-night-trains.md <==
            # Night trains

            * Proposal: GAP-0001
            * Author: Ann Lee
            * Status: **Implemented (2.2)**

            ## Summary

            Trains run at night.
            ==> gaps/0002-day-trains.md <==
            # Day trains

            * Proposal: GAP-0002
            * Author: Ann Lee
            * Status: **Rejected**

            ## Summary

            Trains run by day.
            ==> gaps/0003-trams.md <==
            # Trams

            * Proposal: GAP-0003
            * Author: Ann Lee
            * Status: **Implmented**

            ## Summary

            Trams run in the streets.
            ==> gaps/0004-boats.md <==
            # Boats

            * Proposal: GAP-0004
            * Author: Ann Lee
            * Status: **Awaiting review**

            ## Summary

            Boats cross the lake.
            """,
            "field-value"));

    [Fact]
    public void A_status_that_the_template_does_not_list_still_says_that_the_proposal_was_given_up()
    {
        const string Repository = """
            ==> gaps/template.md <==
            # GAP-NNNN: Title

            * Status: Draft | Accepted | Final | Replaced
            * Author: Your name

            ## Summary

            What changes.

            ## Reasons

            Why it changes.
            ==> gaps/gap-0001.md <==
            # GAP-0001: Night trains

            * Status: Obsolete
            * Author: Bo Ek

            ## Summary

            Trains run at night.
            ==> gaps/gap-0002.md <==
            # GAP-0002: Day trains

            * Status: Accepted
            * Author: Bo Ek

            ## Summary

            Trains run by day.
            """;
        Assert.Equal(["GAP-2 Error section 'Reasons' is missing"], Found(Repository, "section-missing"));
        Assert.Equal(["GAP-1 Error 'Obsolete' is no value of 'Status'"], Found(Repository, "field-value"));
    }

    private static string Preamble(string name, string number, string title, string text) =>
        $"==> gaps/gap-{name}.md <==\n# {title}\n\n## Preamble\n\n```\nGAP: {number}\nTitle: {title}\nAuthor: {(name == "template" ? "<your name>" : "Ann Lee")}\nStatus: Draft\n```\n\n## Summary\n\n{text}\n\n## Reasons\n\n{text}\n\n## Costs\n\n{text}\n\n";

    [Fact]
    public void A_new_copy_of_the_template_in_which_only_the_header_is_filled_is_told_once() => Assert.Equal(
        ["bare-template"],
        SmallRepository.Of(SmallRepository.Files(Preamble("template", "To be assigned", "<title of the gap>", "<Say here in full sentences what you have to say.>") + Preamble("0001", "1", "Night trains", "They run.") + Preamble("0002", "2", "Slow trains", "They crawl.") + Preamble("0003", "3", "Trams", "<Say here in full sentences what you have to say.>")))
            .Check().Findings.Select(f => f.Diagnostic.Rule));

    [Theory]
    [InlineData("Accpted", "RFC-3 Warning 'Accpted' is no value of 'Status'")]
    [InlineData("Splendid")]
    public void A_slip_in_a_status_is_told_where_no_template_asks_for_one(string status, params string[] told) => Assert.Equal(
        told,
        Found(string.Concat(((string[])["Accepted", "Draft", status, "Accepted"]).Select((s, i) => $"==> rfcs/000{i + 1}-thing-{i}.md <==\n# Thing {i}\n\n## Status\n\n{s}\n\n## Why\n\nBecause of {i}.\n\n## What changes\n\nThis.\n\n")), "field-value"));
}
