using Gavel.Core.Text;
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
    public void Names_are_those_of_the_repository_wherever_else_the_user_keeps_a_mailmap()
    {
        _folder.Write("a.md", "x").CommitAll("1");
        _folder.Write(".git/mailmap", "Somebody Else <else@example.org> <ann@example.org>\n");
        _folder.Git("config", "mailmap.file", _folder.Full(".git/mailmap"));
        _folder.Git("config", "mailmap.blob", _folder.Git("hash-object", "-w", ".git/mailmap"));
        Assert.Equal("Ann Lee", Assert.Single(_folder.Repository().History.Of("a.md")).Person);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_commit_that_stands_in_place_of_another_makes_another_history_of_the_same_head(bool isPacked)
    {
        _folder.Write("a.md", "x").CommitAll("1");
        var head = _folder.Write("a.md", "y").CommitAll("2");
        var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        Assert.Equal(2, _folder.Repository(cache).History.Of("a.md").Length);
        var (stamp, refs) = (_folder.Repository().History.Stamp, _folder.Repository().RefStamp());
        _folder.Git("replace", "--graft", head);
        if (isPacked) _folder.Git("pack-refs", "--all");

        Assert.Single(_folder.Repository(cache).History.Of("a.md"));
        Assert.NotEqual(stamp, _folder.Repository().History.Stamp);
        Assert.NotEqual(refs, _folder.Repository().RefStamp());
        _folder.Git("replace", "-d", head);
        Assert.Equal(2, _folder.Repository(cache).History.Of("a.md").Length);
    }

    [Fact]
    public void After_an_object_that_is_too_long_the_next_one_is_read_as_it_is()
    {
        _folder.Write("long.md", new string('x', 5000)).Write("a.md", "x").CommitAll("1");
        using var blobs = new Gavel.Storage.Git.BlobReader(new Gavel.Storage.Git.GitProgram(_folder.Path), longest: 1000);

        Assert.Equal("x"u8.ToArray(), blobs.Read("HEAD:a.md"));
        Assert.Throws<Gavel.Storage.Git.GitException>(() => blobs.Read("HEAD:long.md"));
        Assert.Equal("x"u8.ToArray(), blobs.Read("HEAD:a.md"));
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

    [Theory]
    [InlineData("main:a.md")]
    [InlineData("HEAD")]
    [InlineData("--help")]
    [InlineData("")]
    public void A_text_is_asked_for_by_its_id_and_never_by_a_revision_that_moves_on(string id)
    {
        _folder.Write("a.md", "one\n").CommitAll("1");
        Assert.Null(_folder.Repository().History.Read(new ContentId(id), "a.md"));
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_happens_to_a_repository_what_grew_in_the_cache_says_what_a_fresh_look_says(int seed)
    {
        var random = new Random(seed);
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        for (var i = 0; i < 6; i++) _folder.Write($"docs/{(char)('a' + i)}.md", Long + i);
        _folder.Write(".gitignore", "").CommitAll("begin");
        for (var round = 0; round < 14; round++)
        {
            _folder.Write("docs/.keep", "");
            var files = Directory.EnumerateFiles(_folder.Path, "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
            if (files.Count == 0) files.Add("docs/again.md");
            var one = files[random.Next(files.Count)];
            if (!File.Exists(_folder.Full(one))) _folder.Write(one, Long + round).CommitAll("again");
            switch (random.Next(9))
            {
                case 0: _folder.Write($"docs/n{round}.md", Long + round).CommitAll("new"); break;
                case 1: _folder.Git("mv", one, $"docs/r{round}.md"); _folder.CommitAll("rename"); break;
                case 2: Directory.CreateDirectory(_folder.Full($"moved{round}")); _folder.Git("mv", one[..one.IndexOf('/')], $"moved{round}/docs"); _folder.CommitAll("move the folder"); break;
                case 3:
                    if (!_folder.TryGit("revert", "--no-edit", "HEAD")) _folder.TryGit("revert", "--abort");
                    break;
                case 4: _folder.Write(one, _folder.Read(one) + "amended\n").Git("commit", "-q", "-a", "--amend", "-m", "again"); break;
                case 5: _folder.TryGit("reset", "-q", "--hard", "HEAD~1"); break;
                case 6 or 7: Merge(round, files, random); break;
                default: _folder.Write(one, _folder.Read(one) + $"line {round}\n").CommitAll("edit"); break;
            }
            using var grown = _folder.Repository(cache);
            using var fresh = _folder.Repository();
            foreach (var file in grown.TreeOf("HEAD").Files) Assert.Equal(fresh.History.Of(file.Path), grown.History.Of(file.Path));
            Assert.Equal(fresh.History.CommitsSince(null)!.Value, grown.History.CommitsSince(null)!.Value);
            cache.Flush();
        }
    }

    [Fact]
    public void A_merge_of_commits_that_are_newer_is_read_without_the_older_ones()
    {
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        var last = _folder.Write("a.md", Long).Write("b.md", Long + "b").CommitAll("1");
        using (var before = _folder.Repository(cache)) before.History.Of("a.md");
        cache.Flush();
        _folder.Git("checkout", "-q", "-b", "side");
        var side = _folder.Write("b.md", Long + "c").CommitAll("side");
        _folder.Git("checkout", "-q", "main");
        var beside = _folder.Write("a.md", Long + "a").CommitAll("2");
        _folder.Git("merge", "-q", "--no-ff", "-m", "m", "side");

        using var after = _folder.Repository(cache);

        Assert.Equal(["2", "m", "side"], after.History.CommitsSince(last)!.Value.Select(c => c.Message).Order(StringComparer.Ordinal));
        Assert.Equal(["a.md", "b.md"], after.History.ChangedSince(last)!.Order(StringComparer.Ordinal));
        Assert.Equal(["2", "m"], after.History.CommitsSince(side)!.Value.Select(c => c.Message));
        Assert.Null(after.History.CommitsSince(beside)); // the side branch is older, and yet it does not know it
        using var fresh = _folder.Repository();
        Assert.Equal(fresh.History.Of("b.md"), after.History.Of("b.md"));
    }

    [Fact]
    public void Another_branch_of_what_was_read_is_read_without_the_older_commits()
    {
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        var shared = _folder.Write("a.md", Long).Write("b.md", Long + "b").CommitAll("1");
        using (var before = _folder.Repository(cache)) before.History.Of("a.md");
        _folder.Git("checkout", "-q", "-b", "side");
        _folder.Write("b.md", Long + "c").CommitAll("side");
        using (var side = _folder.Repository(cache)) Assert.Equal(["b.md"], side.History.ChangedSince(shared)!);
        _folder.Git("checkout", "-q", "main");
        _folder.Write("a.md", Long + "a").CommitAll("2");

        using var after = _folder.Repository(cache);

        Assert.Equal(["a.md"], after.History.ChangedSince(shared)!); // only commits that came after a table can be told so
        Assert.Equal(["2", "1"], after.History.CommitsSince(null)!.Value.Select(c => c.Message).Reverse());
    }

    [Fact]
    public void What_was_read_ahead_is_what_is_read_later()
    {
        for (var i = 0; i < 30; i++) _folder.Write("docs/a.md", Long + i).Write("docs/b.md", Long + -i).CommitAll("c");
        using var repository = _folder.Repository();
        repository.History.Expect(static path => path.EndsWith("a.md", StringComparison.Ordinal));
        repository.History.Begin();
        var wanted = repository.History.Of("docs/a.md").Concat(repository.History.Of("docs/b.md")).Select(v => new TextVersion(v.Id, v.Path)).ToList();

        Assert.Equal(wanted.Select(w => w.Id), repository.History.ReadMany(wanted).Select(t => t!.Id));
        Assert.Equal([.. Enumerable.Range(0, 30).Select(i => Long + i), .. Enumerable.Range(0, 30).Select(i => Long + -i)], repository.History.ReadMany(wanted).Select(t => t!.Chars));
    }

    [Fact(Timeout = 300_000)]
    public Task What_is_expected_only_after_the_log_was_read_is_read_all_the_same() => Task.Run(() =>
    {
        for (var i = 0; i < 30; i++) _folder.Write("docs/a.md", Long + i).CommitAll($"c{i}");
        using var repository = _folder.Repository();
        repository.History.Begin();
        var wanted = repository.History.Of("docs/a.md").Select(v => new TextVersion(v.Id, v.Path)).ToList();
        repository.History.Expect(static _ => true);

        Assert.Equal(30, repository.History.CommitsSince(null)!.Value.Length); // without a cache the messages come from another log
        Assert.Equal(wanted.Select(w => w.Id), repository.History.ReadMany(wanted).Select(t => t!.Id));
    }, TestContext.Current.CancellationToken);

    private void Merge(int round, List<string> files, Random random)
    {
        var (one, other) = (files[random.Next(files.Count)], files[random.Next(files.Count)]);
        _folder.Git("checkout", "-q", "-b", $"side{round}", random.Next(3) == 0 && _folder.TryGit("rev-parse", "-q", "--verify", "HEAD~1") ? "HEAD~1" : "HEAD");
        if (File.Exists(_folder.Full(other))) _folder.Write(other, "side\n" + _folder.Read(other)).CommitAll("on the side");
        if (random.Next(2) == 0) _folder.Write($"docs/s{round}.md", Long + round).CommitAll("new on the side");
        _folder.Git("checkout", "-q", "main");
        if (random.Next(2) == 0) _folder.Write(one, _folder.Read(one) + $"main {round}\n").CommitAll("meanwhile");
        if (!_folder.TryGit("merge", "-q", "--no-ff", "-X", "ours", "-m", "merge", $"side{round}")) _folder.CommitAll("merge by hand");
    }

    private IEnumerable<string> Paths(string path) => _folder.Repository().History.Of(path).Select(v => v.Path);
}
