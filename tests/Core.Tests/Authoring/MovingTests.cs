using Core.Tests.Rules;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>A move writes the status where the process keeps it, and keeps every other character.</summary>
public sealed class MovingTests
{
    [Fact]
    public void In_a_field_that_keeps_its_markup()
    {
        var after = Moves.Run("""
            ==> rfcs/template.md <==
            # RFC NNNN: Title

            | Field | Value |
            | --- | --- |
            | Status | _its status_ |
            | Author | _name_ |

            ## Summary

            _What changes._
            ==> rfcs/0001-quiet.md <==
            # RFC 0001: Quiet

            | Field | Value |
            | --- | --- |
            | Status | _draft_ |
            | Author | Ann Lee |

            ## Summary

            No banner.
            """, "RFC-1", "accepted");
        Assert.Contains("\n| Status | _accepted_ |\n", after["rfcs/0001-quiet.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_section()
    {
        var after = Moves.Run("""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: ADR
                template: adr/template.md
                files: adr/{number}-{slug}.md
                statuses: { proposed: {}, accepted: {}, superseded: {} }
            ==> adr/template.md <==
            # NNNN. Title

            ## Status

            proposed

            ## Context

            _Why now?_
            ==> adr/0001-quiet.md <==
            # 0001. Quiet

            ## Status

            proposed

            ## Context

            It is loud.
            """, "ADR-1", "accepted");
        Assert.Contains("## Status\n\naccepted\n\n## Context", after["adr/0001-quiet.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void In_front_matter_and_in_a_file_beside_the_document()
    {
        var after = Moves.Run("""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: KEP
                template: keps/NNNN-template/README.md
                files: keps/{number}-{slug}/README.md
                header: kep.yaml
                statuses: { provisional: { kind: draft }, implementable: {}, implemented: {} }
            ==> keps/NNNN-template/README.md <==
            # KEP-NNNN: Title

            ## Summary

            _What changes._
            ==> keps/NNNN-template/kep.yaml <==
            title: Title
            status: provisional
            ==> keps/0012-quiet/README.md <==
            # KEP-0012: Quiet

            ## Summary

            No banner.
            ==> keps/0012-quiet/kep.yaml <==
            title: Quiet
            status: provisional # for now
            owner: ann
            """, "KEP-12", "implementable");
        Assert.Equal("title: Quiet\nstatus: implementable # for now\nowner: ann\n", after["keps/0012-quiet/kep.yaml"]);
    }

    [Fact]
    public void In_a_cell_of_the_index()
    {
        var after = Moves.Run(Indexed("""
            # Proposals

            | Proposal | Status |
            | --- | --- |
            | [RFC-1: Quiet](0001-quiet.md) | open |
            | [RFC-2: Calm](0002-calm.md) | accepted |
            """), "RFC-1", "accepted");
        Assert.Contains("| [RFC-1: Quiet](0001-quiet.md) | accepted |\n", after["rfcs/README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void By_moving_a_row_below_another_heading_of_the_index()
    {
        var after = Moves.Run(Indexed("""
            # Proposals

            ## Open

            - [RFC-1: Quiet](0001-quiet.md)
            - [RFC-3: Slow](0003-slow.md)

            ## Accepted

            - [RFC-2: Calm](0002-calm.md)
            """), "RFC-1", "accepted");
        Assert.Equal("# Proposals\n\n## Open\n\n- [RFC-3: Slow](0003-slow.md)\n\n## Accepted\n\n- [RFC-2: Calm](0002-calm.md)\n- [RFC-1: Quiet](0001-quiet.md)\n", after["rfcs/README.md"]);
    }

    [Fact]
    public void With_its_parameter()
    {
        var after = Moves.Run("""
            ==> rfcs/0001-quiet.md <==
            # RFC 0001: Quiet

            - **Status**: accepted
            - **Author**: Ann Lee

            ## Summary

            No banner.

            ## Design

            A flag.
            """, "RFC-1", "Superseded by RFC-7");
        Assert.Contains("- **Status**: Superseded by RFC-7\n", after["rfcs/0001-quiet.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_move_keeps_line_ends_and_all_other_characters()
    {
        var repository = SmallRepository.OnBase("==> rfcs/0001-quiet.md <==\n# RFC 0001: Quiet\n\n- **Status**: draft\n- **Author**: Ann Lee\n\n## Summary\n\nNo banner.\n\n## Design\n\nA flag.\n");
        var text = repository.Text("rfcs/0001-quiet.md").Replace("\n", "\r\n", StringComparison.Ordinal);
        var tree = new OverlayTree(repository.Tree, [Gavel.Core.Text.SourceText.From("rfcs/0001-quiet.md", text)]);
        Assert.Equal(text.Replace("draft", "accepted", StringComparison.Ordinal), Moves.Run(tree, "RFC-1", "accepted")["rfcs/0001-quiet.md"]);
    }

    private static string Indexed(string index) => $"""
        ==> gavel.yml <==
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{"{number}"}-{"{slug}"}.md
            index: rfcs/README.md
            status: index
            statuses: {"{"} open: {"{}"}, accepted: {"{}"} {"}"}
        ==> rfcs/template.md <==
        # RFC NNNN: Title

        ## Summary

        _What changes._
        ==> rfcs/README.md <==
        {index}
        ==> rfcs/0001-quiet.md <==
        # RFC 0001: Quiet

        ## Summary

        No banner.
        ==> rfcs/0002-calm.md <==
        # RFC 0002: Calm

        ## Summary

        No hurry.
        ==> rfcs/0003-slow.md <==
        # RFC 0003: Slow

        ## Summary

        No rush.
        """;
}
