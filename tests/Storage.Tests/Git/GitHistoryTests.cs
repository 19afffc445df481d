using Gavel.Core.Trees;
using Gavel.Storage.Cache;

namespace Storage.Tests.Git;

public sealed class GitHistoryTests : IDisposable
{
    private const string Long = "a long enough text\nso that a rename with a change\nis still seen as one\nby git\nand by us\n";
    private readonly TempFolder _folder = new TempFolder().Init();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_version_has_its_commit_person_date_in_its_own_offset_and_size_of_commit()
    {
        var commit = _folder.Write("a.md", "x").Write("b.md", "y").CommitAll("two files");

        var version = Assert.Single(_folder.Repository().History.Of("a.md"));

        Assert.Equal(commit, version.Commit);
        Assert.Equal("Ann Lee", version.Person);
        Assert.Equal(TimeSpan.FromHours(2), version.Recorded.Offset);
        Assert.Equal(2020, version.Recorded.Year);
        Assert.Equal(2, version.FilesInCommit);
    }

    [Fact]
    public void Renames_are_followed_with_their_changes_and_whole_folders()
    {
        _folder.Write("old/a.md", Long).Write("old/b.md", "b" + Long).CommitAll("1");
        _folder.Git("mv", "old", "new");
        _folder.Write("new/a.md", Long + "more\n").CommitAll("2");
        _folder.Git("mv", "new/a.md", "final name.md");
        _folder.CommitAll("3");

        Assert.Equal(["old/a.md", "new/a.md", "final name.md"], Paths("final name.md"));
        Assert.Equal(["old/b.md", "new/b.md"], Paths("new/b.md"));
        Assert.Empty(Paths("old/a.md"));
    }

    [Fact]
    public void A_file_that_was_deleted_and_came_back_keeps_its_first_life()
    {
        _folder.Write("a.md", Long).CommitAll("1");
        File.Delete(_folder.Full("a.md"));
        _folder.CommitAll("2");
        _folder.Write("a.md", Long).CommitAll("3");

        Assert.Equal(2, Paths("a.md").Count());
    }

    [Fact]
    public void A_new_file_under_a_name_that_moved_away_begins_anew()
    {
        _folder.Write("template.md", Long).CommitAll("1");
        _folder.Git("mv", "template.md", "legacy.md");
        _folder.CommitAll("2");
        _folder.Write("template.md", "something that has nothing to do with it\n").CommitAll("3");

        Assert.Single(Paths("template.md"));
        Assert.Equal(["template.md", "legacy.md"], Paths("legacy.md"));
    }

    [Fact]
    public void Two_files_may_swap_their_names()
    {
        _folder.Write("a.md", Long).Write("b.md", "quite\nanother\nthing\nhere\n").CommitAll("1");
        var firstA = _folder.Repository().History.Of("a.md")[0].Id;
        _folder.Git("mv", "a.md", "t.md");
        _folder.Git("mv", "b.md", "a.md");
        _folder.Git("mv", "t.md", "b.md");
        _folder.CommitAll("2");

        // git sees two changed files here, not a swap, unless it breaks pairs: what counts is that no version is lost.
        Assert.Equal(2, Paths("a.md").Count());
        Assert.Contains(_folder.Repository().History.Of("a.md").Concat(_folder.Repository().History.Of("b.md")), v => v.Id == firstA);
    }

    [Fact]
    public void Changes_on_a_branch_that_had_not_seen_the_move_belong_to_the_moved_file()
    {
        _folder.Write("old.md", Long).CommitAll("1");
        _folder.Git("checkout", "-q", "-b", "side");
        _folder.Write("old.md", Long + "side\n").CommitAll("2 on side");
        _folder.Git("checkout", "-q", "main");
        _folder.Git("mv", "old.md", "new.md");
        _folder.CommitAll("3 on main");
        _folder.Git("merge", "-q", "--no-ff", "-m", "4", "side");

        // The merge made a text that neither side had.
        Assert.Equal(["new.md", "new.md", "old.md", "old.md"], Paths("new.md").Order(StringComparer.Ordinal));
        Assert.Empty(Paths("old.md"));
    }

    [Fact]
    public void A_merge_shows_only_what_it_made_itself()
    {
        _folder.Write("a.md", "one\n").CommitAll("1");
        _folder.Git("checkout", "-q", "-b", "side");
        _folder.Write("a.md", "side\n").CommitAll("2");
        _folder.Git("checkout", "-q", "main");
        _folder.Write("a.md", "main\n").CommitAll("3");
        _folder.Git("merge", "-q", "-s", "ours", "--no-commit", "side");
        _folder.Write("a.md", "both\n").CommitAll("4");
        var history = _folder.Repository().History;

        Assert.Equal(["one\n", "side\n", "main\n", "both\n"], history.Of("a.md").Select(v => history.Read(v.Id, "a.md")!.Chars));
    }

    [Fact]
    public void A_repository_without_a_commit_has_no_head_and_no_versions()
    {
        using var repository = _folder.Repository();
        Assert.Null(repository.History.Head);
        Assert.Empty(repository.History.Of("a.md"));
        Assert.True(repository.History.IsComplete);
    }

    [Fact]
    public void A_shallow_clone_says_that_it_is_not_complete()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        _folder.Write("a.md", "2").CommitAll("2");
        using var clone = new TempFolder();
        clone.Git("clone", "-q", "--depth", "1", "file://" + _folder.Path, "c");
        using var repository = Gavel.Storage.Git.GitRepository.Open(Gavel.Storage.Files.Root.Find(clone.Full("c")), new NoCache())!;

        Assert.False(repository.History.IsComplete);
        Assert.Single(repository.History.Of("a.md"));
    }

    [Fact]
    public void With_a_filled_cache_no_git_is_needed()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        using (var cache = new FileCache(_folder.Full(".git/gavel"), "1"))
        {
            var filled = _folder.Repository(cache).History;
            _ = filled.Read(Assert.Single(filled.Of("a.md")).Id, "a.md");
        }
        using var again = new FileCache(_folder.Full(".git/gavel"), "1");
        using var repository = Gavel.Storage.Git.GitRepository.Open(Gavel.Storage.Files.Root.Find(_folder.Path), again, new Gavel.Storage.Git.GitProgram(_folder.Path, searchPath: "/nowhere"))!;

        Assert.Equal("1", repository.History.Read(Assert.Single(repository.History.Of("a.md")).Id, "a.md")!.Chars);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_history_that_grew_in_the_cache_equals_one_read_anew(int seed)
    {
        var random = new Random(seed);
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        for (var i = 0; i < 12; i++)
        {
            var path = $"{(char)('a' + random.Next(3))}.md";
            if (random.Next(5) == 0 && File.Exists(_folder.Full(path))) _folder.Git("mv", "-f", path, $"{(char)('a' + random.Next(3))}x.md");
            else _folder.Write(path, Long + random.Next());
            _folder.CommitAll("c");
            if (i % 4 == 1)
            {
                _folder.Git("checkout", "-q", "-b", $"side{i}", "HEAD~1");
                _folder.Write($"side{i}.md", "x").CommitAll("s");
                _folder.Git("checkout", "-q", "main");
                _folder.Git("merge", "-q", "--no-ff", "-m", "m", $"side{i}");
            }
            using var grown = _folder.Repository(cache);
            using var fresh = _folder.Repository();
            foreach (var file in grown.TreeOf("HEAD").Files) Assert.Equal(fresh.History.Of(file.Path), grown.History.Of(file.Path));
            cache.Flush();
        }
    }

    private IEnumerable<string> Paths(string path) => _folder.Repository().History.Of(path).Select(v => v.Path);
}
