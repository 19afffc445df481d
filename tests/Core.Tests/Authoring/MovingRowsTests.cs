namespace Core.Tests.Authoring;

/// <summary>A move takes along what stands for the proposal elsewhere: its row in the index, and what names its document.</summary>
public sealed class MovingRowsTests
{
    [Fact]
    public void In_a_field_and_below_the_heading_of_the_index_that_is_the_status()
    {
        var after = Moves.Run($"""
            ==> rfcs/README.md <==
            # Proposals

            ## Draft

            - [RFC-2: Quiet](0002-quiet.md), by Ann
            - [RFC-5: Slow](0005-slow.md)

            ## Accepted

            - [RFC-1: Calm](0001-calm.md)
            - [RFC-3: Late](0003-late.md)
            {Rfc("0001-calm", "Calm", "accepted")}
            {Rfc("0002-quiet", "Quiet", "draft")}
            {Rfc("0003-late", "Late", "accepted")}
            {Rfc("0005-slow", "Slow", "draft")}
            """, "RFC-2", "accepted");
        Assert.Contains("- **Status**: accepted\n", after["rfcs/0002-quiet.md"], StringComparison.Ordinal);
        Assert.Equal("# Proposals\n\n## Draft\n\n- [RFC-5: Slow](0005-slow.md)\n\n## Accepted\n\n- [RFC-1: Calm](0001-calm.md)\n- [RFC-2: Quiet](0002-quiet.md), by Ann\n- [RFC-3: Late](0003-late.md)\n", after["rfcs/README.md"]);
    }

    [Fact]
    public void In_a_folder_with_its_entry_in_a_toctree_and_what_names_the_document()
    {
        var after = Moves.Run("""
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
        var after = Moves.Run($"""
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

    private static string Rfc(string name, string title, string status) =>
        $"==> rfcs/{name}.md <==\n# RFC {name[..4]}: {title}\n\n- **Status**: {status}\n- **Author**: Ann Lee\n\n## Summary\n\nNo hurry.\n\n## Design\n\nA queue.";
}
