using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

public sealed class WorkTreeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Links_out_of_the_root_in_a_circle_and_to_nothing_are_left_out()
    {
        using var outside = new TempFolder().Write("secret.md", "x").Write("folder/f.md", "y");
        _folder.Write("a.md", "x").Write("dir/b.md", "b");
        File.CreateSymbolicLink(_folder.Full("out.md"), outside.Full("secret.md"));
        Directory.CreateSymbolicLink(_folder.Full("outdir"), outside.Full("folder"));
        Directory.CreateSymbolicLink(_folder.Full("dir/loop"), _folder.Path);
        File.CreateSymbolicLink(_folder.Full("circle1"), "circle2");
        File.CreateSymbolicLink(_folder.Full("circle2"), "circle1");
        File.CreateSymbolicLink(_folder.Full("nothing"), "gone.md");
        File.CreateSymbolicLink(_folder.Full("through.md"), "outdir/f.md");

        var tree = new WorkTree(_folder.Path);

        Assert.Equal(["a.md", "dir/b.md"], tree.Files.Select(f => f.Path));
        Assert.Null(tree.Find("outdir/f.md"));
        Assert.False(tree.HasFolder("outdir"));
    }

    [Fact]
    public void A_tree_after_a_file_was_written_has_its_new_content_and_all_else_as_it_was()
    {
        _folder.Write("a.md", "first").Write("b.md", "other");
        var before = new WorkTree(_folder.Path);
        var old = before.IdOf(before.Find("a.md")!);
        _folder.Write("a.md", "second, longer");
        var after = before.After(["a.md", "a.md.swp"])!;
        Assert.Equal("second, longer", after.Read(after.Find("a.md")!).Chars);
        Assert.Equal(14, after.Find("a.md")!.Length);
        Assert.Equal(before.IdOf(before.Find("b.md")!), after.IdOf(after.Find("b.md")!));
        Assert.NotEqual(old, after.IdOf(after.Find("a.md")!));
        Assert.Equal(new WorkTree(_folder.Path).Files, after.Files);
        Assert.Equal(new WorkTree(_folder.Path).Stamp.Digest, after.Stamp.Digest);
    }

    [Fact]
    public void A_file_that_has_another_name_by_a_link_takes_a_new_listing()
    {
        _folder.Write("real/a.md", "first").Write("b.md", "other");
        File.CreateSymbolicLink(_folder.Full("linked.md"), "real/a.md");
        var before = new WorkTree(_folder.Path);
        Assert.Equal("first", before.Read(before.Find("linked.md")!).Chars);
        _folder.Write("real/a.md", "second");
        Assert.Null(before.After(["real/a.md"]));
        Assert.NotNull(before.After(["b.md"]));
    }

    [Theory]
    [InlineData("new.md")]
    [InlineData("gone.md")]
    [InlineData("dir")]
    [InlineData(".gitignore")]
    public void What_may_change_the_list_of_files_takes_a_new_listing(string path)
    {
        _folder.Write("gone.md", "x").Write("dir/a.md", "y").Write(".gitignore", "z");
        var before = new WorkTree(_folder.Path);
        Assert.NotEmpty(before.Files);
        _folder.Write("new.md", "n");
        File.Delete(_folder.Full("gone.md"));
        Assert.Null(before.After([path]));
    }

    [Fact]
    public void A_folder_is_still_the_same_until_a_content_is_another()
    {
        _folder.Write("a.md", "first").Write("b.md", "other");
        var time = File.GetLastWriteTimeUtc(_folder.Full("a.md"));
        var before = new WorkTree(Root.Find(_folder.Path) with { Folder = _folder.Path }, new NoCache(), new StoppedClock(time.AddMilliseconds(5)));
        Assert.NotEqual(before.IdOf(before.Find("a.md")!), before.IdOf(before.Find("b.md")!));
        Assert.True(before.IsStill(new WorkTree(_folder.Path)));
        _folder.Write("a.md", "FIRST");
        File.SetLastWriteTimeUtc(_folder.Full("a.md"), time); // as within one tick of the clock
        Assert.False(before.IsStill(new WorkTree(_folder.Path)));
    }

    [Fact]
    public void Links_within_the_root_read_as_what_they_lead_to_in_the_work_tree_and_in_a_revision()
    {
        _folder.Init().Write("dir/b.md", "b");
        File.CreateSymbolicLink(_folder.Full("b.md"), "dir/b.md");
        File.CreateSymbolicLink(_folder.Full("again.md"), "b.md");
        Directory.CreateSymbolicLink(_folder.Full("alias"), "dir");
        var commit = _folder.CommitAll("1");
        using var repository = _folder.Repository();

        foreach (var tree in (ITree[])[new WorkTree(_folder.Path), repository.TreeOf(commit)])
        {
            Assert.Equal(["again.md 1", "b.md 1", "dir/b.md 1"], tree.Files.Select(f => $"{f.Path} {f.Length}"));
            Assert.Equal("b", tree.Read(tree.Find("again.md")!).Chars);
            Assert.Equal("b", tree.Read(tree.Find("alias/b.md")!).Chars);
            Assert.True(tree.HasFolder("alias"));
        }
    }

    [Fact]
    public void Nested_repositories_and_submodules_are_left_out()
    {
        _folder.Init().Write("a.md", "x").Write("nested/b.md", "x").Write("sub/c.md", "x").Write("sub/.git", "gitdir: ../.git/modules/sub");
        _folder.Git("init", "-q", "nested");

        Assert.Equal(["a.md"], new WorkTree(_folder.Path).Files.Select(f => f.Path));
    }

    [Fact]
    public void A_root_below_gits_top_level_obeys_the_ignore_files_above_it()
    {
        _folder.Init().Write(".gitignore", "*.log\n/docs/out/\n").Write(".git/info/exclude", "*.bak\n").Write("docs/gavel.yml", "")
            .Write("docs/a.md", "").Write("docs/a.log", "").Write("docs/a.bak", "").Write("docs/out/b.md", "");

        Assert.Equal(["a.md", "gavel.yml"], new WorkTree(Root.Find(_folder.Full("docs")), new NoCache()).Files.Select(f => f.Path));
    }

    [Fact]
    public void A_work_tree_and_its_commit_list_the_same()
    {
        _folder.Init().Write(".gitignore", "build/\n*.tmp\n").Write("build/tracked.md", "t").Write("x.tmp", "t").Write("a.md", "a").Write("ü/ö.md", "ö");
        _folder.Git("add", "-f", "build/tracked.md");
        var commit = _folder.CommitAll("1");
        _folder.Write("build/untracked.md", "u");
        using var repository = _folder.Repository();
        var (work, revision) = (new WorkTree(_folder.Path), repository.TreeOf(commit));

        Assert.Equal(revision.Files, work.Files);
        Assert.Contains(work.Files, f => f.Path is "build/tracked.md");
        Assert.Equal(revision.Files.Select(revision.IdOf), work.Files.Select(work.IdOf));
    }

    [Fact]
    public void A_version_4_index_is_read_too()
    {
        _folder.Init().Write("aaa/b.md", "1").Write("aaa/bc.md", "2").Write("z/y.md", "3");
        _folder.Git("add", "-A");
        _folder.Git("update-index", "--index-version", "4");

        var index = IndexFile.Load(_folder.Full(".git"));

        Assert.True(index.HasFile("aaa/b.md") && index.HasFile("aaa/bc.md") && index.HasFile("z/y.md"));
        Assert.True(index.HasFolder("aaa") && index.HasFolder("z"));
        Assert.False(index.HasFile("aaa"));
    }

    [Fact]
    public void Any_bytes_are_an_index()
    {
        var random = new Random(3);
        _folder.Init().Write("aaa/b.md", "1").Write("aaa/bc.md", "2");
        _folder.Git("add", "-A");
        _folder.Git("update-index", "--index-version", "4");
        var good = File.ReadAllBytes(_folder.Full(".git/index"));
        for (var i = 0; i < 2000; i++)
        {
            var bytes = good[..random.Next(good.Length + 1)];
            for (var j = 0; j < 3 && bytes.Length > 0; j++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(IndexFile.Parse(bytes));
        }
    }

    [Fact]
    public void An_unchanged_file_is_not_read_again_to_name_it()
    {
        _folder.Write("a.md", "one");
        Age("a.md");
        using var cache = new FileCache(_folder.Full("../" + Path.GetFileName(_folder.Path) + "-cache"), "1");
        var root = Root.Find(_folder.Path);
        var first = new WorkTree(root, cache);
        Assert.Equal(ContentId.Of("one"u8), first.IdOf(first.Find("a.md")!));
        first.Remember();

        // Who can change the content and keep length and time is believed: this shows that the file is not read.
        _folder.Write("a.md", "two");
        Age("a.md");
        var second = new WorkTree(root, cache);
        Assert.Equal(ContentId.Of("one"u8), second.IdOf(second.Find("a.md")!));
        Assert.Equal(ContentId.Of("two"u8), second.Read(second.Find("a.md")!).Id);

        File.SetLastWriteTimeUtc(_folder.Full("a.md"), new DateTime(2020, 1, 1, 0, 0, 1, DateTimeKind.Utc));
        var third = new WorkTree(root, cache);
        Assert.Equal(ContentId.Of("two"u8), third.IdOf(third.Find("a.md")!));
    }

    [Fact]
    public void A_file_that_changes_twice_within_a_tick_is_read_again()
    {
        using var cache = new FileCache(_folder.Full(".git/cache"), "1");
        for (var i = 0; i < 50; i++)
        {
            _folder.Write("a.md", $"{i:00}");
            var tree = new WorkTree(Root.Find(_folder.Path), cache);
            Assert.Equal($"{i:00}", tree.Read(tree.Find("a.md")!).Chars);
            Assert.Equal(tree.Read(tree.Find("a.md")!).Id, tree.IdOf(tree.Find("a.md")!));
            tree.Remember();
        }
    }

    [Fact]
    public void A_pipe_does_not_make_it_wait_and_a_secret_file_says_its_name()
    {
        using (var make = System.Diagnostics.Process.Start("mkfifo", _folder.Full("pipe.md"))) make.WaitForExit();
        _folder.Write("secret.md", "x");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Full("secret.md"), UnixFileMode.None);
        var tree = new WorkTree(_folder.Path);

        Assert.Equal("", tree.Read(tree.Find("pipe.md")!).Chars);
        if (!Environment.IsPrivilegedProcess)
            Assert.Contains("secret.md", Assert.Throws<TreeException>(() => tree.Read(tree.Find("secret.md")!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_went_away_says_so_and_a_big_one_is_read()
    {
        _folder.Write("a.md", "x");
        using (var big = File.Create(_folder.Full("big.bin"))) big.SetLength(100 << 20);
        var tree = new WorkTree(_folder.Path);
        Assert.Equal(100 << 20, tree.Read(tree.Find("big.bin")!).Chars.Length);
        File.Delete(_folder.Full("a.md"));
        File.Delete(_folder.Full("big.bin"));
        Assert.Equal("a.md: the file is gone", Assert.Throws<TreeException>(() => tree.Read(tree.Find("a.md") ?? new TreeFile("a.md", 1))).Message);
    }

    private void Age(string path) => File.SetLastWriteTimeUtc(_folder.Full(path), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private sealed class StoppedClock(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
    }
}
