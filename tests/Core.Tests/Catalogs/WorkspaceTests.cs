using System.Collections.Immutable;
using Core.Tests.Checking;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;
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

    [Theory]
    [InlineData("5, ZIP-4", "ZIP-4, ZIP-5")]
    [InlineData("[5, ZIP-4]", "ZIP-4, ZIP-5")]
    [InlineData("ZIP-4, 5", "ZIP-4, ZIP-5")]
    [InlineData("ZIP-4 of 5, say", "ZIP-4")]
    [InlineData("5 reasons, ZIP-4", "ZIP-4")]
    public void Numbers_beside_an_id_are_ids_where_they_are_of_the_list(string requires, string ids)
    {
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", $"# ZIP-2: A\n\n* **Status**: Open\n* **Author**: Ann\n* **Requires**: {requires}\n\n## Summary\n\nText.\n").Catalog;
        Assert.Equal(ids, string.Join(", ", catalog.Find("ZIP-2")!.References.Where(r => r.Kind == ReferenceKind.Requires).Select(r => r.To).Order(StringComparer.Ordinal)));
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
    public void What_went_elsewhere_is_no_proposal_and_no_unknown_reference()
    {
        var catalog = new TestRepository(Zips).With("zips/zip-2-a.md", "# ZIP-2: A" + Body + "\nSee ZIP-4, ZIP-5.\n")
            .With("zips/zip-4-b.md", "---\nzip: 4\nstatus: Moved\nkind: x\n---\n\nThis file was moved to https://example.org/4.md\n").Catalog;
        Assert.Equal(["ZIP-2 zips/zip-2-a.md"], Ids(catalog));
        Assert.Equal(new PointerFile("ZIP", "ZIP-4", 4, "zips/zip-4-b.md"), Assert.Single(catalog.Pointers));
        Assert.Equal("ZIP-5", Assert.Single(catalog.Find("ZIP-2")!.References).To);
    }

    [Fact]
    public void Dates_come_from_the_commits_and_the_status_since_from_its_last_change()
    {
        var texts = new[] { "Draft", "Open", "Open" }.Select((s, i) => SourceText.From("zips/zip-2-a.md", $"# ZIP-2: A\n\n* **Status**: {s}\n* **Author**: Ann {i}\n\n## Summary\n")).ToArray();
        var repository = new TestRepository(Zips).With("zips/zip-2-a.md", texts[2].Chars);
        var entry = repository.Catalog.WithDates(new TextHistory(texts), TestContext.Current.CancellationToken).Find("ZIP-2")!;
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 3), new DateOnly(2024, 1, 2)), (entry.Created!.Value, entry.Updated!.Value, entry.StatusSince!.Value));
        var changed = repository.With("zips/zip-2-a.md", texts[0].Chars).Catalog.WithDates(new TextHistory(texts), TestContext.Current.CancellationToken).Find("ZIP-2")!;
        Assert.Null(changed.StatusSince);
    }

    [Fact]
    public void A_proposal_is_held_to_the_template_of_its_time()
    {
        var old = Schema(Title, Section("Story"));
        var now = Schema(Title, Section("Summary")) with { Revision = new ContentId("2") };
        var process = Process(now) with
        {
            Templates =
            [
                new TemplateRevision(old with { Revision = new ContentId("1") }, new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), null),
                new TemplateRevision(now, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), null) { IsCurrent = true },
            ],
        };
        const string text = "# ZIP-2: A\n\n## Story\n\nOnce.\n";
        var repository = new TestRepository(process).With("zips/zip-2-a.md", text);
        Assert.Equal("1", repository.Catalog.Find("ZIP-2")!.TemplateRevision); // fits best
        var late = repository.Build(repository.Tree, new TextHistory([SourceText.From("zips/zip-2-a.md", text)]));
        Assert.Equal("2", late.Find("ZIP-2")!.TemplateRevision); // written when the new one was there
    }

    /// <summary>One file, one commit a day from the first of January 2024 on.</summary>
    private sealed class TextHistory(SourceText[] versions) : IHistory
    {
        public bool IsComplete => true;

        public string? Head => new('a', 40);

        public ImmutableArray<FileVersion> Of(string path) =>
            [.. versions.Select((v, i) => new FileVersion($"{i}", v.Path, v.Id, "Ann", new DateTimeOffset(2024, 1, i + 1, 12, 0, 0, TimeSpan.Zero), 1)).Where(v => v.Path == path)];

        public SourceText? Read(ContentId id, string path) => versions.FirstOrDefault(v => v.Id == id);
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
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 300); // under a second when the machine is free; hours where work grows with the square
    }

    [Fact]
    public void A_hundred_thousand_different_headings_are_read_in_seconds()
    {
        var text = "# ZIP-7: T\n\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"## Summary of the plan {i}\n\nfield{i}\n\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(new TestRepository(Zips).With("zips/zip-7-x.md", text).Catalog.Entries);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 300); // under a second when the machine is free; hours where work grows with the square
    }
}
