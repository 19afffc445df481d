using Core.Tests.Checking;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Catalogs;

public sealed class IndexReaderTests
{
    private static IndexTable Read(string page, Process? process = null)
    {
        var repository = new TestRepository((process ?? Process(Schema(Title, Field("Status"), Section("Summary")))) with { Index = "zips/README.md" })
            .With("zips/README.md", page)
            .With("zips/zip-1-a.md", "# ZIP-1: A\n\n* **Status**: Draft\n* **Kind**: x\n\n## Summary\n\nA.\n")
            .With("zips/zip-2-b.md", "# ZIP-2: B\n\n* **Status**: Draft\n* **Kind**: x\n\n## Summary\n\nB.\n");
        return Assert.Single(repository.Catalog.Indexes);
    }

    private static string Shown(IndexRow row) => $"{row.Id ?? "-"}|{row.Number}|{row.Title}|{row.Status?.Value ?? "-"}|{row.Target ?? "-"}|{row.Group}";

    [Fact]
    public void Columns_are_known_by_their_heads_in_any_order()
    {
        var index = Read("# Ours\n\n| State | Who | Proposal title | No. |\n| --- | --- | --- | --- |\n| Open | Ann | [A](zip-1-a.md) | 1 |\n| Done | Bo | [B](./zip-2-b.md) | 2 |\n");
        Assert.Equal(["ZIP-1|1|A|Open|zips/zip-1-a.md|", "ZIP-2|2|B|Done|zips/zip-2-b.md|"], index.Rows.Select(Shown));
    }

    [Fact]
    public void Without_a_template_no_row_is_that_of_a_template()
    {
        var process = Process(Schema(Title, Field("Status"), Section("Summary")));
        var shared = new TemplateRevision("zips/zip-1-a.md", default, () => process.Current, null, null) { IsCurrent = true, IsShared = true };
        Assert.Equal(2, Read("| ZIP | Title |\n| --- | --- |\n| [1](zip-1-a.md) | A |\n| [2](zip-2-b.md) | B |\n", process with { Templates = [shared] }).Rows.Length);
    }

    [Fact]
    public void A_title_cell_may_hold_the_whole_title()
    {
        var index = Read("| ZIP | Status |\n| --- | --- |\n| [ZIP-1: A](zip-1-a.md) | Open |\n| ZIP-3: kept for C | Open |\n| [ZIP-9: Gone](zip-9-gone.md) | Open |\n");
        Assert.Equal(["ZIP-1|1|A|Open|zips/zip-1-a.md|", "-|3|kept for C|Open|-|", "-|9|Gone|Open|zips/zip-9-gone.md|"], index.Rows.Select(Shown));
    }

    [Fact]
    public void A_table_about_other_things_is_no_index()
    {
        Assert.Empty(Read("| Status | Meaning |\n| --- | --- |\n| Draft | being written |\n| Open | see [A](zip-1-a.md) |\n| Done | over |\n| Dead | over |\n").Rows);
    }

    [Theory]
    [InlineData("| Signal | Meaning | ZIP |\n| --- | --- | --- |\n| 0 | stop | [1](zip-1-a.md) |\n| 3 | go | [2](zip-2-b.md) |\n")]
    [InlineData("| Name | ZIP |\n| --- | --- |\n| stop | [1](zip-1-a.md) |\n| go | [1](zip-1-a.md) |\n| slow | [2](zip-2-b.md) |\n")]
    public void A_table_that_says_of_other_things_where_they_were_proposed_is_no_index(string table) =>
        Assert.Equal(["zips/zip-1-a.md", "zips/zip-2-b.md"], Read($"# Ours\n\n- [A](zip-1-a.md)\n- [B](zip-2-b.md)\n\n## Signals\n\n{table}").Rows.Select(r => r.Target));

    [Fact]
    public void Items_with_a_link_are_rows_and_headings_group_them()
    {
        var index = Read("# Ours\n\nRead [the first](zip-1-a.md).\n\n## Accepted ones\n\n- [ZIP-1: A](zip-1-a.md)\n  - [B](zip-2-b.md) - Done\n- see how it is done in detail: [A](zip-1-a.md)\n- [elsewhere](https://example.org/zip-1-a.md)\n");
        Assert.Equal(["ZIP-1|1|A|-|zips/zip-1-a.md|Accepted ones", "ZIP-2|2|B|Done|zips/zip-2-b.md|Accepted ones"], index.Rows.Select(Shown));
    }

    [Fact]
    public void A_cells_place_is_its_text()
    {
        const string page = "| No | Title | Status |\n|---|---|---|\n| 1 | [A](zip-1-a.md) | **Open** |\n";
        var cell = Assert.Single(Read(page).Rows).Status!;
        Assert.Equal(("**Open**", 3), (page.Substring(cell.At.Span.Start, cell.At.Span.Length), cell.At.Start.Line));
    }

    [Theory]
    [InlineData("The next number is 64.", 64)]
    [InlineData("Next free ZIP: **7**", 7)]
    [InlineData("Take the next available number (12) and go.", 12)]
    [InlineData("Next meeting: 2024-05-01", null)]
    [InlineData("The next version 2.1 is out.", null)]
    [InlineData("Read it within the next days.", null)]
    public void A_sentence_says_the_next_number(string sentence, int? number)
    {
        Assert.Equal(number, Read($"# Ours\n\nHello.\n{sentence} And 99 more.\n").NextNumber?.Number ?? (number is null ? null : -1));
    }

    [Fact]
    public void Statuses_may_come_from_the_index()
    {
        var process = Process(Schema(Title, Section("Summary"))) with { StatusPlace = StatusPlace.Index, StatusField = null, Index = "zips/README.md" };
        var catalog = new TestRepository(process).With("zips/README.md", "# Ours\n\n## Accepted Proposals\n\n- [A](zip-1-a.md)\n").With("zips/zip-1-a.md", "# ZIP-1: A\n\n## Summary\n").With("zips/zip-2-b.md", "# ZIP-2: B\n\n## Summary\n").Catalog;
        Assert.Equal(["Accepted", null], catalog.Entries.Select(e => e.Status));
    }

    [Fact]
    public void A_link_that_is_only_a_number_has_its_title_behind_it()
    {
        var index = Read("# Ours\n\n1. [ZIP-1](zip-1-a.md): A (open)\n2. [ZIP-2](zip-2-b.md) – B\n3. [9](zip-9-c.md)\n", Process(Schema(Title, Field("Status") with { Values = ["Open", "Done"] }, Section("Summary"))));
        Assert.Equal(["ZIP-1|1|A|open|zips/zip-1-a.md|", "ZIP-2|2|B|-|zips/zip-2-b.md|", "-|9|-|-|zips/zip-9-c.md|"], index.Rows.Select(r => Shown(r with { Title = r.Title ?? "-" })));
    }

    [Fact]
    public void A_link_that_is_only_a_number_is_no_title_where_the_column_of_titles_has_a_foreign_name()
    {
        var index = Read("| ZIP | Otsikko |\n| --- | --- |\n| [ZIP-1](zip-1-a.md) | A |\n| [ZIP-2](zip-2-b.md) | B |\n");
        Assert.All(index.Rows, r => Assert.Null(r.TitleCell));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_is_a_row_whatever_the_file_is_called_and_one_to_another_page_is_none()
    {
        var index = Read("# Ours\n\n- [A](zip-1-a.md)\n- [B](zip-2-b.md)\n- [C](zpi-3.md)\n\n## See also\n\n- [How to write](README.md)\n");
        Assert.Equal(["zips/zip-1-a.md", "zips/zip-2-b.md", "zips/zpi-3.md"], index.Rows.Select(r => r.Target));
    }
}
