using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Init();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Revisions_resolve_to_commits()
    {
        var commit = _folder.Write("a.md", "1").CommitAll("1");
        _folder.Git("tag", "-a", "-m", "t", "v1");
        using var repository = _folder.Repository();

        Assert.Equal(commit, repository.Resolve("HEAD"));
        Assert.Equal(commit, repository.Resolve("v1"));
        Assert.Equal(commit, repository.Resolve(commit[..8]));
        Assert.Null(repository.Resolve("nothing-like-it"));
        Assert.Null(repository.Resolve("--all"));
        Assert.Null(repository.Resolve("HEAD:a.md"));
        Assert.Null(repository.Resolve(""));
    }

    [Fact]
    public void The_merge_base_is_where_two_lines_part()
    {
        var shared = _folder.Write("a.md", "1").CommitAll("1");
        _folder.Git("checkout", "-q", "-b", "side");
        var side = _folder.Write("b.md", "2").CommitAll("2");
        _folder.Git("checkout", "-q", "main");
        _folder.Write("c.md", "3").CommitAll("3");
        _folder.Git("checkout", "-q", "--orphan", "alone");
        var alone = _folder.Write("d.md", "4").CommitAll("4");
        _folder.Git("checkout", "-q", "main");
        using var repository = _folder.Repository();

        Assert.Equal(shared, repository.MergeBase(side));
        Assert.Null(repository.MergeBase(alone));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Branches_tell_what_they_have_in_the_folders_asked_for(bool isPacked)
    {
        _folder.Write("docs/1-a.md", "1").Write("docs/deep/x.md", "x").Write("other/y.md", "y").CommitAll("1");
        _folder.Git("branch", "same");
        _folder.Git("checkout", "-q", "-b", "feature/two");
        _folder.Write("docs/2-b.md", "2").CommitAll("2");
        _folder.Git("update-ref", "refs/remotes/origin/main", "main");
        _folder.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
        if (isPacked) _folder.Git("pack-refs", "--all");
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        for (var turn = 0; turn < 2; turn++)
        {
            using var repository = _folder.Repository(cache);
            Assert.Equal(
                ["feature/two: docs/1-a.md docs/2-b.md docs/deep/x.md", "main: docs/1-a.md docs/deep/x.md", "origin/main: docs/1-a.md docs/deep/x.md", "same: docs/1-a.md docs/deep/x.md"],
                repository.Branches(["docs", "absent"], cancellationToken: TestContext.Current.CancellationToken).Select(b => $"{b.Branch}: {string.Join(' ', b.Files.Select(f => f.Path))}"));
            var all = repository.Branches([""], cancellationToken: TestContext.Current.CancellationToken).First();
            Assert.Equal(repository.TreeOf(all.Commit).Files.Select(f => (f.Path, repository.TreeOf(all.Commit).IdOf(f))), all.Files.Select(f => (f.Path, f.Id)));
        }
    }

    [Theory]
    [InlineData("HEAD:docs")]
    [InlineData("HEAD:docs/deep")]
    public void What_a_partial_clone_lacks_is_there_after_a_fetch(string folder)
    {
        _folder.Write("docs/1-a.md", "1").Write("docs/deep/x.md", "x").CommitAll("1");
        var tree = _folder.Git("rev-parse", folder);
        var (there, away) = (_folder.Full($".git/objects/{tree[..2]}/{tree[2..]}"), _folder.Full(".git/away"));
        _folder.Write(".git/objects/pack/pack-1.promisor", "");
        using var cache = new FileCache(_folder.Full(".git/gavel"), "1");
        File.Move(there, away);
        using (var before = _folder.Repository(cache)) Assert.NotEqual(2, Files(before));
        File.Move(away, there);
        using var after = _folder.Repository(cache);
        Assert.Equal(2, Files(after));

        static int Files(GitRepository repository) => Assert.Single(repository.Branches(["docs"], cancellationToken: TestContext.Current.CancellationToken)).Files.Length;
    }

    [Fact]
    public void A_commit_on_a_branch_leaves_links_links_and_programs_programs()
    {
        _folder.Write("docs/real.md", "one\n").Write("docs/run.sh", "one\n");
        File.CreateSymbolicLink(_folder.Full("docs/link.md"), "real.md");
        Directory.CreateSymbolicLink(_folder.Full("alias"), "docs");
        _folder.Git("add", "-A");
        _folder.Git("update-index", "--chmod=+x", "docs/run.sh");
        _folder.Git("commit", "-q", "-m", "1");
        using var repository = _folder.Repository();
        var tree = repository.TreeOf("HEAD");
        var changes = new ChangeSet([Edit("docs/link.md"), Edit("docs/run.sh")], [], [new NewFile("alias/new.md", "new\n")]);
        var commit = repository.Branching.Commit("side", changes, "2", DateTimeOffset.UnixEpoch).Commit;
        Assert.Equal(["120000 alias", "120000 docs/link.md", "100644 docs/new.md", "100644 docs/real.md", "100755 docs/run.sh"],
            _folder.Git("ls-tree", "-r", "--format=%(objectmode) %(path)", commit).Split('\n'));
        Assert.Equal("two", _folder.Git("show", $"{commit}:docs/real.md"));

        FileEdit Edit(string path) => new(path, tree.IdOf(tree.Find(path)!), new TextSpan(0, 3), "two");
    }

    [Fact]
    public void Of_very_many_branches_the_newest_are_looked_at()
    {
        var commit = _folder.Write("a.md", "1").CommitAll("1");
        _folder.Write(".git/packed-refs", string.Concat(Enumerable.Range(0, 300).Select(i => $"{commit} refs/heads/b{i:000}\n")));
        using var repository = _folder.Repository();
        Assert.Equal(GitRepository.MaxBranches, repository.Branches([""], cancellationToken: TestContext.Current.CancellationToken).Count());
    }

    [Fact]
    public void Uncommitted_paths_are_changed_staged_new_and_deleted_ones()
    {
        _folder.Write("a.md", "1").Write("b b.md", "1").Write("c.md", "1").Write("ü.md", "1").CommitAll("1");
        _folder.Write("a.md", "2").Write("new/n.md", "n").Write("ü.md", "2");
        File.Delete(_folder.Full("b b.md"));
        using var repository = _folder.Repository();

        Assert.Equal(["a.md", "b b.md", "new/n.md", "ü.md"], repository.Uncommitted([]));
        Assert.Equal(["a.md"], repository.Uncommitted(["a.md", "c.md"]));
    }

    [Fact]
    public void The_identity_is_what_git_was_told()
    {
        using var repository = _folder.Repository();
        Assert.Equal(new GitIdentity("Ann Lee", "ann@example.org"), repository.Identity());
    }

    [Fact]
    public void A_commit_holds_exactly_the_paths_and_leaves_the_rest_as_it_was()
    {
        _folder.Write("a.md", "1").Write("gone.md", "1").Write("staged.md", "1").Write("other.md", "1").CommitAll("1");
        _folder.Write("a.md", "2").Write("new [1]*.md", "n").Write("staged.md", "2").Write("other.md", "2").Write("untracked.md", "u");
        File.Delete(_folder.Full("gone.md"));
        _folder.Git("add", "staged.md");
        using var repository = _folder.Repository();

        var commit = repository.Commit(["a.md", "new [1]*.md", "gone.md"], "Three paths\n\nand a body");

        Assert.Equal(_folder.Git("rev-parse", "HEAD"), commit);
        Assert.Equal("M\ta.md\nD\tgone.md\nA\tnew [1]*.md", _folder.Git("show", "--no-renames", "--format=", "--name-status", "HEAD"));
        Assert.Equal(" M other.md\nM  staged.md\n?? untracked.md", _folder.Git("status", "--porcelain").Insert(0, ""));
        Assert.Equal("Three paths\n\nand a body", _folder.Git("log", "-1", "--format=%B").TrimEnd('\n'));
    }

    [Fact]
    public void A_commit_that_a_hook_refuses_leaves_the_index_alone()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        _folder.Write(".git/hooks/pre-commit", "#!/bin/sh\necho no such luck >&2\nexit 1\n").Write("new.md", "n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Full(".git/hooks/pre-commit"), UnixFileMode.UserExecute | UnixFileMode.UserRead);
        using var repository = _folder.Repository();

        Assert.Contains("no such luck", Assert.Throws<GitException>(() => repository.Commit(["new.md"], "m")).Message, StringComparison.Ordinal);
        Assert.Equal("?? new.md", _folder.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task A_commit_waits_for_another_git_that_is_at_work()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        _folder.Write("new.md", "n").Write(".git/index.lock", "");
        using var repository = _folder.Repository();

        var committing = Task.Run(() => repository.Commit(["new.md"], "m"), TestContext.Current.CancellationToken);
        await Task.WhenAny(committing, Task.Delay(300, TestContext.Current.CancellationToken));
        Assert.False(committing.IsCompleted);
        File.Delete(_folder.Full(".git/index.lock"));

        Assert.Equal(await committing, _folder.Git("rev-parse", "HEAD"));
        Assert.Equal("", _folder.Git("status", "--porcelain"));
    }

    [Fact]
    public void Without_the_program_it_says_what_to_do()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        using var repository = GitRepository.Open(Root.Find(_folder.Path), new NoCache(), new GitProgram(_folder.Path, searchPath: "/nowhere"))!;

        Assert.NotNull(repository.History.Head);
        Assert.Contains("install git", Assert.Throws<GitMissingException>(() => repository.History.Of("a.md")).Message, StringComparison.Ordinal);
        Assert.Throws<GitMissingException>(() => repository.TreeOf(new string('a', 40)).Files);
    }

    [Fact]
    public void What_git_says_is_in_the_message_and_a_slow_git_is_stopped()
    {
        using var repository = _folder.Repository();
        Assert.Contains("not a tree object", Assert.Throws<GitException>(() => repository.TreeOf(new string('a', 40)).Files).Message, StringComparison.Ordinal);

        _folder.Write("bin/git", "#!/bin/sh\nsleep 20\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Full("bin/git"), UnixFileMode.UserExecute | UnixFileMode.UserRead);
        var slow = new GitProgram(_folder.Path, _folder.Full("bin"), TimeSpan.FromMilliseconds(200));
        Assert.Contains("took longer", Assert.Throws<GitException>(() => slow.Run(["status"], cancellationToken: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => slow.Run(["status"], cancellationToken: cancelled.Token));
    }

    [Fact]
    public void A_repository_of_somebody_else_says_how_to_trust_it()
    {
        _folder.Write("bin/git", "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\" >&2\nexit 128\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Full("bin/git"), UnixFileMode.UserExecute | UnixFileMode.UserRead);
        var git = new GitProgram(_folder.Path, _folder.Full("bin"));

        Assert.Contains("safe.directory", Assert.Throws<GitException>(() => git.Run(["log"], cancellationToken: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        using var blobs = new BlobReader(git);
        Assert.Contains("safe.directory", Assert.Throws<GitException>(() => blobs.Read("HEAD")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_clone_fetches_nothing_and_still_has_a_history()
    {
        _folder.Git("config", "uploadpack.allowFilter", "true");
        var text = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"line {i}"));
        _folder.Write("a.md", text).Write("c.md", "c").CommitAll("1");
        _folder.Git("mv", "a.md", "b.md");
        _folder.Git("mv", "c.md", "d.md");
        _folder.Write("b.md", text + "\nmore").CommitAll("2");
        using var clone = new TempFolder();
        clone.Git("clone", "-q", "--filter=blob:none", "--no-checkout", "file://" + _folder.Path, "c");
        using var repository = GitRepository.Open(Root.Find(clone.Full("c")), new NoCache())!;

        Assert.Equal(["c.md", "d.md"], repository.History.Of("d.md").Select(v => v.Path));
        Assert.NotEmpty(repository.History.Of("b.md"));
        Assert.Null(repository.History.Read(repository.History.Of("b.md")[0].Id, "b.md"));
    }

    [Fact]
    public void A_repository_with_longer_ids_says_that_it_is_not_supported()
    {
        using var folder = new TempFolder();
        folder.Git("init", "-q", "--object-format=sha256");
        folder.Git("config", "user.name", "A");
        folder.Git("config", "user.email", "a@example.org");
        folder.Write("a.md", "1").CommitAll("1");
        using var repository = folder.Repository();

        Assert.Empty(repository.History.Of("a.md"));
        Assert.Empty(repository.Branches([""], cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("SHA-256", Assert.Throws<GitException>(() => repository.TreeOf(repository.Resolve("HEAD")!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_environment_says_to_git_is_not_heard()
    {
        _folder.Write("a.md", "1").CommitAll("1");
        using var elsewhere = new TempFolder().Init();
        Environment.SetEnvironmentVariable("GIT_DIR", elsewhere.Full(".git"));
        try
        {
            using var repository = _folder.Repository();
            Assert.Equal(repository.History.Head, repository.Resolve("HEAD"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_DIR", null);
        }
    }
}
