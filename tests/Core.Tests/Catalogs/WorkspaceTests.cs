using Core.Tests.Checking;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Catalogs;

public sealed class WorkspaceTests
{
    private const string Body = "\n\n* **Status**: Open\n* **Author**: Ann Lee (@ann), Bo <bo@example.org> and Cy\n\n## Summary\n\nWords.\n\n## Risks\n\nMore.\n\n## Plan\n\nMore.\n";

    private static Process Zips => Process(Schema(Title, Field("Status"), Field("Author"), Section("Summary"), Section("Risks"), Section("Plan")));

    private static string[] Ids(Catalog catalog) => [.. catalog.Entries.Select(e => $"{e.Id} {e.Path}")];

    [Fact]
    public void Proposals_are_what_fits_the_pattern_or_reads_like_one()
    {
        var catalog = new TestRepository(Zips)
            .With("zips/zip-0010-late.md", "# ZIP-10: Late" + Body)
            .With("zips/zip-2-early.md", "# ZIP-2: Early" + Body)
            .With("zips/odd-name.md", "# ZIP-3: Odd" + Body)
            .With("zips/notes.md", "# Notes\n\n## Summary\n\nOf a talk.\n")
            .With("zips/README.md", "# ZIP-1: How we do it" + Body)
            .With("zips/template.md", "# ZIP-NNN: Title" + Body)
            .With("zips/zip-4-gone.md", "This has moved to [ZIP-2](zip-2-early.md).\n")
            .With("docs/zip-5-elsewhere.md", "# ZIP-5: Elsewhere" + Body)
            .With("zips/zip-6-image.png", "not text").Catalog;
        Assert.Equal(["ZIP-2 zips/zip-2-early.md", "ZIP-3 zips/odd-name.md", "ZIP-10 zips/zip-0010-late.md"], Ids(catalog));
        Assert.False(catalog.Find("zip-3")!.FitsPattern);
    }

    [Fact]
    public void A_directory_proposal_is_its_main_document()
    {
        var process = Zips with { Files = [new FilePattern("zips/{number}-{slug}/README.md")] };
        var catalog = new TestRepository(process).With("zips/12-a/README.md", "# ZIP-12: A" + Body).With("zips/12-a/details.md", "# ZIP-13: Details" + Body).With("zips/12-a/more/x.md", "# ZIP-14: X" + Body).Catalog;
        var entry = Assert.Single(catalog.Entries);
        Assert.Equal(("ZIP-12", "zips/12-a", "zips/12-a/README.md"), (entry.Id, entry.Directory, entry.Path));
    }

    [Fact]
    public void Without_numbers_the_path_is_the_name()
    {
        var process = Zips with { Numbering = Numbering.None, Files = [new FilePattern("zips/{folder}/{slug}.md"), new FilePattern("zips/{slug}.md")], StatusPlace = StatusPlace.Folder, StatusField = null };
        var repository = new TestRepository(process).With("zips/accepted/bank.md", "# Bank" + Body).With("zips/2024.1/accepted/till.md", "# Till" + Body).With("zips/top.md", "# Top" + Body);
        Assert.Equal(["2024.1/till zips/2024.1/accepted/till.md", "bank zips/accepted/bank.md", "top zips/top.md"], Ids(repository.Catalog).Order(StringComparer.Ordinal));
        var both = repository.With("zips/done/bank.md", "# Bank" + Body).Catalog;
        Assert.Equal(["accepted/bank", "done/bank"], new[] { "zips/accepted/bank.md", "zips/done/bank.md" }.Select(p => both.FindByPath(p)!.Id));
        Assert.Equal("id-duplicate", Assert.Single(both.Faults).Rule);
    }

    [Fact]
    public void Two_files_of_one_number_are_both_there()
    {
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", "# ZIP-2: A" + Body).With("zips/zip-2-b.md", "# ZIP-2: B" + Body).Catalog;
        Assert.Equal(["ZIP-2 zips/zip-2-a.md", "zip-2-b zips/zip-2-b.md"], Ids(catalog));
        Assert.Equal([2, 2], catalog.Entries.Select(e => e.Number));
        Assert.Empty(catalog.Faults);
    }

    [Fact]
    public void An_entry_knows_the_authors_by_name()
    {
        var entry = new TestRepository(Zips).With("zips/zip-2-a.md", "# ZIP-2: A" + Body).Catalog.Find("ZIP-2")!;
        Assert.Equal(["Ann Lee", "Bo", "Cy"], entry.Authors);
        Assert.Equal(("Open", StatusKind.Open, "A"), (entry.Status, entry.Kind, entry.Title));
        Assert.Equal(["Status=Open", "Author=Ann Lee (@ann), Bo bo@example.org and Cy"], entry.Fields.Select(f => $"{f.Name}={f.Value}"));
    }

    [Fact]
    public void References_come_from_fields_status_links_and_text()
    {
        var text = "# ZIP-2: A\n\n* **Status**: Superseded by ZIP-3\n* **Author**: Ann\n* **Requires**: 4, 5\n* **Replaces**: [the old one](zip-6-old.md)\n\n## Summary\n\nSee zip 4 and [this](zip-6-old.md#risks), ZIP-2 itself, ZIP-99 and ZIPPER-1.\n";
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", text).With("zips/zip-4-b.md", "# ZIP-4: B" + Body).With("zips/zip-6-old.md", "# ZIP-6: Old" + Body).Catalog;
        Assert.Equal(
            [
                "Mentions ZIP-3 Text False", "Mentions ZIP-4 Text True", "Mentions ZIP-6 Link True", "Mentions ZIP-99 Text False", "Requires ZIP-4 Field True", "Requires ZIP-5 Field False",
                "Supersedes ZIP-6 Field True", "SupersededBy ZIP-3 Field False",
            ],
            catalog.Find("ZIP-2")!.References.Select(r => $"{r.Kind} {r.To} {r.Source} {r.IsKnown}").Order(StringComparer.Ordinal).OrderBy(r => r.Split(' ')[0] is var k && k == "Mentions" ? 0 : k == "Requires" ? 1 : k == "Supersedes" ? 2 : 3));
    }

    [Fact]
    public void A_proposal_opens_with_the_id_of_its_entry()
    {
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", "# ZIP-2: A" + Body).With("zips/zip-2-b.md", "# ZIP-2: B" + Body).Catalog;
        Assert.Equal(["ZIP-2", "zip-2-b"], catalog.Entries.Select(e => catalog.Open(e).Id));
    }

    [Fact]
    public void Anchors_of_any_page_are_known()
    {
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", "# ZIP-2: A" + Body).With("docs/page.md", "# Page\n\n## Part one\n").Catalog;
        Assert.Equal(["page", "part-one"], catalog.AnchorsOf("docs/page.md")!.Value);
        Assert.Contains("risks", catalog.AnchorsOf("zips/zip-2-a.md")!.Value);
        Assert.Null(catalog.AnchorsOf("docs/none.md"));
    }

    [Theory]
    [InlineData(100_000, "## Heading\n\n")]
    [InlineData(100_000, "## Summary\n\nx\n\n")]
    [InlineData(100_000, "- **Key**: value\n")]
    [InlineData(100_000, "**Lead** words\n\n")]
    [InlineData(50_000, "See ZIP-1 and [x](zip-1-a.md). ")]
    public void Huge_documents_are_read_in_seconds(int times, string part)
    {
        var text = "# ZIP-7: T\n\n" + string.Concat(Enumerable.Repeat(part, times));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var catalog = new TestRepository(Zips).With("zips/zip-7-x.md", text).Catalog;
        Assert.Single(catalog.Entries);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60); // under a second when the machine is free
    }

    [Fact]
    public void A_hundred_thousand_different_headings_are_read_in_seconds()
    {
        var text = "# ZIP-7: T\n\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"## Summary of the plan {i}\n\nfield{i}\n\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(new TestRepository(Zips).With("zips/zip-7-x.md", text).Catalog.Entries);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60); // under a second when the machine is free
    }
}
