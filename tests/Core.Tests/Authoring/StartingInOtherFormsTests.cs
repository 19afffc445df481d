namespace Core.Tests.Authoring;

/// <summary>A new proposal follows templates, names and index rows whose forms few processes have.</summary>
public sealed class StartingInOtherFormsTests
{
    [Theory]
    [InlineData("(fill me in with a unique ident, my_awesome_feature)", "night_boats")]
    [InlineData("(a slug for it)", "night-boats")]
    public void A_title_that_is_asked_for_as_an_identifier_is_one(string asked, string written) =>
        Assert.StartsWith($"---\nfeature: {written}\n", StartingTests.Start($"==> gaps/0000-template.md <==\n---\nfeature: {asked}\nauthor: (name)\n---\n\n# Summary\n\nOne paragraph.\n\n# Motivation\n\nWhy?\n\n==> gaps/0001-trains.md <==\n---\nfeature: trains\nauthor: Bo Ek\n---\n\n# Summary\n\nThey run.\n\n# Motivation\n\nPeople wait.\n", "Night boats")["gaps/0002-night-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_heading_that_only_says_Title_is_written_like_the_field() =>
        Assert.StartsWith("<pre>\n  gap: 2\n  title: Boats\n  status: Draft\n</pre>\n\n# Boats\n\n## Summary\n", StartingTests.Start("==> gaps/0000-template.md <==\n<pre>\n  gap: <number>\n  title: <a few words>\n  status: Draft\n</pre>\n\n# Title\n\n## Summary\n\n<!-- Say what changes. -->\n\n# Appendix\n\n## Questions\n\n==> gaps/0001-trains.md <==\n<pre>\n  gap: 1\n  title: Trains\n  status: Draft\n</pre>\n\n# Trains\n\n## Summary\n\nThey run.\n")["gaps/0002-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_status_that_the_template_shows_with_its_link_keeps_it() =>
        Assert.StartsWith("# GAP 0002: Boats\n\n- Status: [PROPOSED](/README.md#proposed)\n", StartingTests.Start("==> gaps/0000-template.md <==\n# GAP 0000: Topic\n\n- Status: [PROPOSED](/README.md#proposed)\n- Note: (why it is so)\n\n## Summary\n\nSay what changes.\n\n## Reasons\n\nSay why.\n\n==> gaps/0001-trains.md <==\n# GAP 0001: Trains\n\n- Status: [PROPOSED](/README.md#proposed)\n- Note: new\n\n## Summary\n\nThey run.\n\n## Reasons\n\nPeople wait.\n")["gaps/0002-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_title_beside_sections_at_its_level_is_filled()
    {
        var after = StartingTests.Start("""
            ==> gaps/gap-template.md <==
            # <GAP-Number>-<Short Title>

            # Licence

            Free for all.

            ## Language

            Plain words.

            ## Goals

            What it is for.

            # Changes

            * none
            ==> gaps/gap-0001-trains.md <==
            # GAP-0001-Trains

            # Licence

            Free for all.

            ## Goals

            They run.

            # Changes

            * first
            ==> gaps/gap-0002-trams.md <==
            # GAP-0002-Trams

            # Licence

            Free for all.

            ## Goals

            They ring.

            # Changes

            * first
            """);
        Assert.StartsWith("# GAP-0003-Boats\n", after["gaps/gap-0003-boats.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_in_the_name_is_written_as_in_the_other_names() => Assert.Contains("gaps/20240601-boats.md", StartingTests.Start($"""
        ==> gaps/YYYYMMDD-TEMPLATE.md <==
        # Title

        Author(s): who drives it

        ## Summary

        What changes.
        ==> gaps/20230401-trains.md <==
        # Trains

        Author(s): Bo Ek
        {StartingTests.Proposal}
        ==> gaps/20230501-trams.md <==
        # Trams

        Author(s): Bo Ek
        {StartingTests.Proposal}
        """).Keys);

    [Fact]
    public void A_new_row_leads_to_the_document_that_is_named_like_its_folder_and_keeps_the_number_before_the_title() => Assert.Contains(
        "- [#0003 Boats](./gaps/0003-boats/0003-boats.md)\n", StartingTests.Start($"""
            ==> 0000-template.md <==
            # Title

            * Status: Draft | Final
            * Author: Your name

            ## Summary

            What changes.
            ==> README.md <==
            # Gaps

            - [#0001 Trains](./gaps/0001-trains/0001-trains.md)
            - [#0002 Trams](./gaps/0002-trams/0002-trams.md)
            ==> gaps/0001-trains/0001-trains.md <==
            # Trains

            * Status: Draft
            * Author: Bo Ek
            {StartingTests.Proposal}
            ==> gaps/0002-trams/0002-trams.md <==
            # Trams

            * Status: Draft
            * Author: Bo Ek
            {StartingTests.Proposal}
            """)["README.md"], StringComparison.Ordinal);

    [Fact]
    public void Nothing_stands_before_a_template_from_a_fence() => Assert.StartsWith("# EP-003: Boats\n", StartingTests.Start($"""
        ==> enhancements/TEMPLATE.md <==
        # Template

        Copy this.

        ```markdown
        # EP-XXX: [Title]

        > **Status**: Draft | Final
        > **Author**: [Name]

        ## Summary

        [What changes]

        ## Reasons

        [Why]

        ## Compatibility

        [What breaks]
        ```
        ==> enhancements/EP-001-trains.md <==
        # EP-001: Trains

        > **Status**: Draft
        > **Author**: Bo Ek
        {StartingTests.Longer}
        ==> enhancements/EP-002-trams.md <==
        # EP-002: Trams

        > **Status**: Draft
        > **Author**: Bo Ek
        {StartingTests.Longer}
        """)["enhancements/EP-003-boats.md"], StringComparison.Ordinal);

    [Fact]
    public void A_number_in_a_title_is_as_wide_as_in_the_last_title() => Assert.StartsWith("# GAP-0003: Boats\n", StartingTests.Start("""
        ==> gaps/template.md <==
        # GAP-N: Title

        * Status: Draft | Final
        * Author: <name>

        ## Summary

        <What changes>

        ## Reasons

        <Why>
        ==> gaps/0001-trains.md <==
        # GAP-0001: Trains

        * Status: Draft
        * Author: Bo Ek

        ## Summary

        They run.

        ## Reasons

        People wait.
        ==> gaps/0002-trams.md <==
        # GAP-0002: Trams

        * Status: Draft
        * Author: Bo Ek

        ## Summary

        They ring.

        ## Reasons

        People wait.
        """)["gaps/0003-boats.md"], StringComparison.Ordinal);
}
