using Gavel.Core.Processes;

namespace Core.Tests.Processes;

public sealed class FilePatternTests
{
    [Theory]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-7-fast-lane.md", "7", "fast-lane")]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-0007-fast-lane.md", "0007", "fast-lane")]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-51-one .NET thing.md", "51", "one .NET thing")]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-20_remove_it.md", "20", "remove_it")]
    [InlineData("props/zip-{number}-{slug}.md", "props/ZIP-3-up.MD", "3", "up")]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-12.md", "12", null)]
    [InlineData("props/zip-{number}.md", "props/zip-12.md", "12", null)]
    [InlineData("specs/{number}-{slug}/README.md", "specs/12-a-b/README.MD", "12", "a-b")]
    [InlineData("specs/zip-{number}-{slug}/README.md", "specs/zip-milestone-25-vectors/README.md", "milestone-25", "vectors")]
    [InlineData("d/{slug}.rst", "d/only-words.rst", null, "only-words")]
    public void Number_and_slug_are_read(string pattern, string path, string? number, string? slug)
    {
        var match = new FilePattern(pattern).Match(path);
        Assert.NotNull(match);
        Assert.Equal((number, slug), (match.Number, match.Slug));
    }

    [Theory]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-template.md")]
    [InlineData("props/zip-{number}-{slug}.md", "props/sub/zip-7-x.md")]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-7-x.rst")]
    [InlineData("props/zip-{number}.md", "props/zip-7-x.md")]
    [InlineData("specs/{number}-{slug}/README.md", "specs/12-a/other.md")]
    [InlineData("specs/{number}-{slug}/README.md", "specs/README.md")]
    [InlineData("d/{slug}.rst", "d/sub/x.rst")]
    public void Another_path_does_not_fit(string pattern, string path) => Assert.Null(new FilePattern(pattern).Match(path));

    [Theory]
    [InlineData("d/{folder}/{slug}.rst", "d/2024.1/x.rst", "2024.1", null)]
    [InlineData("d/{folder}/{slug}.rst", "d/a/b/x.rst", "a/b", null)]
    [InlineData("d/{folder}/{status}/{slug}.rst", "d/2024.1/approved/x.rst", "2024.1", "approved")]
    [InlineData("d/{status}/{slug}.rst", "d/abandoned/x.rst", null, "abandoned")]
    public void Folders_are_read(string pattern, string path, string? folder, string? status)
    {
        var match = new FilePattern(pattern).Match(path);
        Assert.NotNull(match);
        Assert.Equal((folder, status), (match.Folder, match.Status));
    }

    [Fact]
    public void A_part_that_is_repeated_has_one_value()
    {
        var pattern = new FilePattern("leps/{number}-{slug}/{slug}.md");
        Assert.Equal("a-b", pattern.Match("leps/1-a-b/a-b.md")?.Slug);
        Assert.Null(pattern.Match("leps/1-a-b/b.md"));
        Assert.Equal("leps/1-a-b", pattern.DirectoryOf("leps/1-a-b/a-b.md"));
    }

    [Fact]
    public void A_date_is_read_in_the_forms_that_people_use()
    {
        var pattern = new FilePattern("rfcs/{date}-{slug}.md");
        Assert.Equal("2024-05-01", pattern.Match("rfcs/2024-05-01-x.md")?.Date);
        Assert.Equal("20240501", pattern.Match("rfcs/20240501-x.md")?.Date);
        Assert.Null(pattern.Match("rfcs/may-x.md"));
    }

    [Fact]
    public void A_match_says_whether_it_is_spelled_as_the_pattern()
    {
        var pattern = new FilePattern("props/zip-{number}-{slug}.md");
        Assert.True(pattern.Match("props/zip-1-a.md")!.IsExact);
        Assert.False(pattern.Match("props/zip-1_a.md")!.IsExact);
        Assert.False(pattern.Match("props/ZIP-1-a.md")!.IsExact);
        Assert.False(pattern.Match("props/zip-1.md")!.IsExact);
    }

    [Theory]
    [InlineData("props/zip-{number}-{slug}.md", "props/zip-12-a-b.md")]
    [InlineData("specs/{number}-{slug}/README.md", "specs/12-a-b/README.md")]
    [InlineData("{number}.md", "12.md")]
    public void What_was_written_reads_back(string pattern, string path)
    {
        var written = new FilePattern(pattern).Format(number: "12", slug: "a-b");
        Assert.Equal(path, written);
        Assert.Equal("12", new FilePattern(pattern).Match(written)?.Number);
    }

    [Fact]
    public void A_part_without_a_value_goes_with_its_separator()
    {
        Assert.Equal("props/zip-7.md", new FilePattern("props/zip-{number}-{slug}.md").Format(number: "7"));
        Assert.Equal("props/x.md", new FilePattern("props/{date}-{slug}.md").Format(slug: "x"));
    }

    [Theory]
    [InlineData("props/zip-{number}.md", "props", false)]
    [InlineData("a/b/{number}-{slug}/README.md", "a/b", true)]
    [InlineData("d/{folder}/{status}/{slug}.rst", "d", false)]
    [InlineData("{number}.md", "", false)]
    public void The_folder_ends_before_the_first_placeholder(string pattern, string folder, bool isDirectory)
    {
        Assert.Equal(folder, new FilePattern(pattern).Folder);
        Assert.Equal(isDirectory, new FilePattern(pattern).IsDirectory);
    }

    [Fact]
    public void A_number_too_large_for_a_number_is_still_a_match()
    {
        var match = new FilePattern("{number}.md").Match(new string('9', 40) + ".md");
        Assert.NotNull(match);
        Assert.Null(match.Value);
    }

    [Fact]
    public void A_path_made_to_be_slow_is_not()
    {
        var pattern = new FilePattern("{folder}/{slug}-{slug}-{status}-{number}.md");
        for (var i = 0; i < 200; i++) Assert.Null(pattern.Match(string.Concat(Enumerable.Repeat("a-/", 300)) + i));
        Assert.Null(new FilePattern("{slug}{slug}{slug}{slug}{status}{date}.md").Match(new string('a', 1000)));
    }
}
