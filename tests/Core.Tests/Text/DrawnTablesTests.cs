using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Text;

/// <summary>A cell that gets other words leaves a table that is still one.</summary>
public sealed class DrawnTablesTests
{
    private const string Grid = """
        Specs
        =====

        +------+-------------------+--------+
        | Spec | Title             | Status |
        +======+===================+========+
        | 1    | `One <1-one>`_    | Draft  |
        +------+-------------------+--------+
        | 2    | `Two <2-two>`_    | Draft  |
        +------+-------------------+--------+

        Behind it.
        """;

    private const string Simple = """
        ====  ==============  ======
        Spec  Title           Status
        ====  ==============  ======
        1     `One <1-one>`_  Draft
        2     `Two <2-two>`_  Draft
        ====  ==============  ======
        """;

    [Fact]
    public void Where_there_is_room_only_the_cell_changes() => Changes(Grid, "| 1    | `One <1-one>`_    | Draft  |", "Draft", "Open", """
        Specs
        =====

        +------+-------------------+--------+
        | Spec | Title             | Status |
        +======+===================+========+
        | 1    | `One <1-one>`_    | Open   |
        +------+-------------------+--------+
        | 2    | `Two <2-two>`_    | Draft  |
        +------+-------------------+--------+

        Behind it.
        """);

    [Fact]
    public void A_longer_word_widens_its_column_in_every_line() => Changes(Grid, "| 1    | `One <1-one>`_    | Draft  |", "Draft", "Under discussion", """
        Specs
        =====

        +------+-------------------+------------------+
        | Spec | Title             | Status           |
        +======+===================+==================+
        | 1    | `One <1-one>`_    | Under discussion |
        +------+-------------------+------------------+
        | 2    | `Two <2-two>`_    | Draft            |
        +------+-------------------+------------------+

        Behind it.
        """);

    [Fact]
    public void A_column_in_the_middle_moves_those_behind_it() => Changes(Grid, "`Two <2-two>`_", "2-two", "2-two-and-a-half", """
        Specs
        =====

        +------+---------------------------+--------+
        | Spec | Title                     | Status |
        +======+===========================+========+
        | 1    | `One <1-one>`_            | Draft  |
        +------+---------------------------+--------+
        | 2    | `Two <2-two-and-a-half>`_ | Draft  |
        +------+---------------------------+--------+

        Behind it.
        """);

    [Fact]
    public void A_table_without_lines_widens_too_and_its_last_column_needs_not_to()
    {
        Changes(Simple, "`One <1-one>`_", "1-one", "1-one-more", """
            ====  ===================  ======
            Spec  Title                Status
            ====  ===================  ======
            1     `One <1-one-more>`_  Draft
            2     `Two <2-two>`_       Draft
            ====  ===================  ======
            """);
        Changes(Simple, "`One <1-one>`_  Draft", "Draft", "Under discussion", Simple.Replace("`One <1-one>`_  Draft", "`One <1-one>`_  Under discussion", StringComparison.Ordinal));
        Changes(Simple, "`One <1-one>`_", "One", "I", Simple.Replace("`One <1-one>`_  Draft", "`I <1-one>`_    Draft", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_changes_at_once_stay_where_they_belong()
    {
        var text = SourceText.From("index.rst", Grid);
        FileEdit Edit(string old, string now) => new("index.rst", text.Id, new TextSpan(Grid.IndexOf(old, StringComparison.Ordinal), old.Length), now);
        var after = DrawnTables.Apply(text, [Edit("One", "The first one of all"), Edit("2-two", "2-the-second-one"), Edit("1-one", "1-uno"), Edit("Behind it", "After it")]);
        Assert.Equal("""
            Specs
            =====

            +------+---------------------------------+--------+
            | Spec | Title                           | Status |
            +======+=================================+========+
            | 1    | `The first one of all <1-uno>`_ | Draft  |
            +------+---------------------------------+--------+
            | 2    | `Two <2-the-second-one>`_       | Draft  |
            +------+---------------------------------+--------+

            After it.
            """, after);
    }

    [Fact]
    public void What_is_drawn_in_another_way_is_left_as_the_edits_make_it()
    {
        var merged = SourceText.From("index.rst", "+---+---+\n| a     |\n+---+---+\n| b | c |\n+---+---+\n");
        Assert.Null(DrawnTables.Apply(merged, [new FileEdit("index.rst", merged.Id, new TextSpan(merged.Chars.IndexOf('b', StringComparison.Ordinal), 1), "bbbbb")]));
        var markdown = SourceText.From("index.md", Grid);
        Assert.False(DrawnTables.MayHold(markdown.Path));
    }

    private static void Changes(string before, string within, string old, string now, string expected)
    {
        var text = SourceText.From("index.rst", before.Replace("\n", "\r\n", StringComparison.Ordinal));
        var tree = new ChangedTree(new MemoryTree([text]));
        var at = text.Chars.IndexOf(within, StringComparison.Ordinal) + within.IndexOf(old, StringComparison.Ordinal);
        Assert.True(tree.TryApply(new ChangeSet([new FileEdit("index.rst", text.Id, new TextSpan(at, old.Length), now)], [], [])));
        Assert.Equal(expected.Replace("\n", "\r\n", StringComparison.Ordinal), tree.Read(tree.Find("index.rst")!).Chars);
    }
}
