using System.Collections.Immutable;
using Core.Tests.Rules;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Core.Tests.Authoring;

/// <summary>A move writes the status where the process keeps it, and keeps every other character.</summary>
public sealed class MovingTests
{
    private static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax(), new RstSyntax()];
    private static readonly Decider Ann = new("ann", "ann", new DateTimeOffset(2024, 6, 1, 9, 0, 0, TimeSpan.Zero), new DateOnly(2024, 6, 1));

    [Fact]
    public void In_a_field_that_keeps_its_markup()
    {
        var after = Move("""
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
        var after = Move("""
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
        var after = Move("""
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
        var after = Move(Indexed("""
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
        var after = Move(Indexed("""
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
    public void In_a_field_and_below_the_heading_of_the_index_that_is_the_status()
    {
        var after = Move("""
            ==> rfcs/README.md <==
            # Proposals

            ## Draft

            - [RFC-2: Quiet](0002-quiet.md), by Ann
            - [RFC-5: Slow](0005-slow.md)

            ## Accepted

            - [RFC-1: Calm](0001-calm.md)
            - [RFC-3: Late](0003-late.md)
            ==> rfcs/0001-calm.md <==
            # RFC 0001: Calm

            - **Status**: accepted
            - **Author**: Ann Lee

            ## Summary

            No hurry.

            ## Design

            A queue.
            ==> rfcs/0002-quiet.md <==
            # RFC 0002: Quiet

            - **Status**: draft
            - **Author**: Ann Lee

            ## Summary

            No banner.

            ## Design

            A flag.
            ==> rfcs/0003-late.md <==
            # RFC 0003: Late

            - **Status**: accepted
            - **Author**: Ann Lee

            ## Summary

            No clock.

            ## Design

            A sundial.
            ==> rfcs/0005-slow.md <==
            # RFC 0005: Slow

            - **Status**: draft
            - **Author**: Ann Lee

            ## Summary

            No haste.

            ## Design

            A snail.
            """, "RFC-2", "accepted");
        Assert.Contains("- **Status**: accepted\n", after["rfcs/0002-quiet.md"], StringComparison.Ordinal);
        Assert.Equal("# Proposals\n\n## Draft\n\n- [RFC-5: Slow](0005-slow.md)\n\n## Accepted\n\n- [RFC-1: Calm](0001-calm.md)\n- [RFC-2: Quiet](0002-quiet.md), by Ann\n- [RFC-3: Late](0003-late.md)\n", after["rfcs/README.md"]);
    }

    [Fact]
    public void In_a_folder_with_its_entry_in_a_toctree_and_what_names_the_document()
    {
        var after = Move("""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: SPEC
                template: specs/template.rst
                files: specs/{status}/{slug}.rst
                number: none
                status: folder
                index: specs/index.rst
                statuses: { open: {}, approved: {} }
            ==> specs/template.rst <==
            =====
            Title
            =====

            Problem
            =======

            What is wrong?
            ==> specs/index.rst <==
            =====
            Specs
            =====

            Open
            ====

            .. toctree::
               :maxdepth: 1

               open/quiet
               Slow start <open/slow>

            Approved
            ========

            .. toctree::

               approved/calm
            ==> specs/open/quiet.rst <==
            =====
            Quiet
            =====

            Problem
            =======

            It is loud, as :doc:`slow` and :doc:`the calm one <../approved/calm>` say.
            ==> specs/open/slow.rst <==
            ====
            Slow
            ====

            Problem
            =======

            It is fast, unlike :doc:`quiet`, or :doc:`so </open/quiet>`, or ``:doc:`quiet```.
            ==> specs/approved/calm.rst <==
            ====
            Calm
            ====

            Problem
            =======

            It is wild.
            """, "quiet", "approved");
        Assert.Equal("""
            =====
            Specs
            =====

            Open
            ====

            .. toctree::
               :maxdepth: 1

               Slow start <open/slow>

            Approved
            ========

            .. toctree::

               approved/calm
               approved/quiet

            """, after["specs/index.rst"]);
        Assert.Contains("as :doc:`../open/slow` and :doc:`the calm one <calm>` say.", after["specs/approved/quiet.rst"], StringComparison.Ordinal);
        Assert.Contains("unlike :doc:`../approved/quiet`, or :doc:`so </open/quiet>`, or ``:doc:`quiet```.", after["specs/open/slow.rst"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SPEC-2", "| 1    | `Quiet <0001-quiet.rst>`_ | draft    |\n+------+---------------------------+----------+\n| 2    | `Calms <0002-calms.rst>`_ | accepted |\n+------+---------------------------+----------+\n")]
    [InlineData("SPEC-3", "| 2    | `Calms <0002-calms.rst>`_   | draft    |\n+------+-----------------------------+----------+\n| 3    | `Slows <0003-slowest.rst>`_ | accepted |\n+------+-----------------------------+----------+\n")]
    public void In_a_table_that_is_drawn_which_stays_one(string id, string rows)
    {
        static string Spec(string title) => $"=====\n{title}\n=====\n\n:Status: draft\n\nProblem\n=======\n\nIt is {title}.";
        var after = Move($"""
            ==> gavel.yml <==
            version: 1
            processes:
              - name: SPEC
                template: specs/template.rst
                files: specs/{"{number}"}-{"{slug}"}.rst
                index: specs/index.rst
                statuses: {"{"} draft: {"{}"}, accepted: {"{}"} {"}"}
            ==> specs/template.rst <==
            =====
            Title
            =====

            :Status: draft

            Problem
            =======

            What is wrong?
            ==> specs/index.rst <==
            Specs
            =====

            +------+---------------------------+--------+
            | Spec | Title                     | Status |
            +======+===========================+========+
            | 1    | `Quiet <0001-quiet.rst>`_ | draft  |
            +------+---------------------------+--------+
            | 2    | `Calms <0002-calms.rst>`_ | draft  |
            +------+---------------------------+--------+
            ==> specs/0001-quiet.rst <==
            {Spec("Quiet")}
            ==> specs/0002-calms.rst <==
            {Spec("Calms")}
            ==> specs/0003-slowest.rst <==
            {Spec("Slows")}
            """, id, "accepted");
        Assert.EndsWith(rows, after["specs/index.rst"], StringComparison.Ordinal);
    }

    [Fact]
    public void With_its_parameter()
    {
        var after = Move("""
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
        Assert.Equal(text.Replace("draft", "accepted", StringComparison.Ordinal), Move(tree, "RFC-1", "accepted")["rfcs/0001-quiet.md"]);
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

    private static Dictionary<string, string> Move(string repository, string id, string to) => Move(SmallRepository.OnBase(repository).Tree, id, to);

    private static Dictionary<string, string> Move(ITree tree, string id, string to)
    {
        var catalog = Build(tree);
        var outcome = new Deciding(catalog, Build, Syntaxes, new NoHistory()).Move(catalog.Find(id)!, new MoveRequest(to, null, null, IsForced: false), Ann, TestContext.Current.CancellationToken);
        Assert.False(outcome is Outcome.Refused, (outcome as Outcome.Refused)?.Text);
        var done = (Outcome.Done)outcome;
        var after = new ChangedTree(tree);
        Assert.True(after.TryApply(done.Changes));
        Assert.Contains(after.Files, f => f.Path.StartsWith($".gavel/decisions/{id}/2024-06-01T090000Z-move-ann-", StringComparison.Ordinal));
        Assert.Equal(to, Build(after).Find(id)!.StatusText, ignoreCase: true);
        return after.Files.ToDictionary(f => f.Path, f => after.Read(f).Chars, StringComparer.Ordinal);
    }

    private static Catalog Build(ITree tree)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var configuration = tree.Find("gavel.yml") is { } file ? Configuration.Parse(tree.Read(file)).Configuration : null;
        var found = ProcessFinder.Find(tree, new NoHistory(), Syntaxes, configuration, new NoCache(), cancellation);
        return new Workspace(Syntaxes, new NoCache(), RuleWork.Of(RuleSet.All)).Build(tree, new NoHistory(), found.Processes, found.Faults, cancellation);
    }
}
