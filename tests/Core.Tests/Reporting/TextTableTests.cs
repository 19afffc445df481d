using Gavel.Core.Reporting;

namespace Core.Tests.Reporting;

public sealed class TextTableTests
{
    private static readonly TextColumn[] Columns = [new("ID"), new("TITLE", CanShrink: true), new("STATUS", CanShrink: true), new("UPDATED"), new("AUTHORS", CanShrink: true)];
    private static readonly string[][] Rows =
    [
        ["RFC-1", "Budgets for retries of every caller", "In Discussion", "2026-02-01", "Ann Lee, Bo Ek"],
        ["RFC-1024", "日本語の見出しはとても長い", "Accepted", "2026-02-02", "Cy Dee"],
    ];

    [Theory]
    [InlineData(120), InlineData(80), InlineData(60), InlineData(40), InlineData(20), InlineData(3)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        foreach (var line in Lines(width)) Assert.InRange(TerminalText.WidthOf(line), 0, width);
    }

    [Fact]
    public void Where_there_is_room_nothing_is_cut() =>
        Assert.Equal("RFC-1     Budgets for retries of every caller  In Discussion  2026-02-01  Ann Lee, Bo Ek", Lines(120)[1]);

    [Fact]
    public void The_widest_column_gives_way_first() =>
        Assert.Equal("RFC-1     Budgets for retries of…  In Discussion  2026-02-01  Ann Lee, Bo Ek", Lines(76)[1]);

    [Fact]
    public void Below_what_is_readable_every_cell_keeps_its_beginning_and_ids_and_dates_stay_whole() =>
        Assert.Equal("RFC-1     Budget…  In Di…  2026-02-01  Ann L…", Lines(45)[1]);

    [Fact]
    public void In_a_pipe_cells_are_whole_and_stand_between_tabs() =>
        Assert.Equal("RFC-1\tBudgets for retries of every caller\tIn Discussion\t2026-02-01\tAnn Lee, Bo Ek", TextTable.Render(Columns, Rows, TextStyle.Plain).Split('\n')[0]);

    private static string[] Lines(int width) => TextTable.Render(Columns, Rows, new TextStyle(false, width)).TrimEnd('\n').Split('\n');
}
