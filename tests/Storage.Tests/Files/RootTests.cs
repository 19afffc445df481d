using Gavel.Storage.Cache;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests.Files;

public sealed class RootTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plain_folder_is_its_own_root()
    {
        _folder.Write("a/b/c.md", "");
        Assert.Equal(new Root(_folder.Full("a/b"), null, null, null), Root.Find(_folder.Full("a/b/")));
    }

    [Fact]
    public void Gits_top_level_is_the_root_of_what_is_below_it()
    {
        _folder.Init().Write("a/b/c.md", "");
        var root = Root.Find(_folder.Full("a/b"));
        Assert.Equal(new Root(_folder.Path, _folder.Path, _folder.Full(".git"), _folder.Full(".git")), root);
        Assert.Equal("", root.Prefix);
    }

    [Fact]
    public void The_nearest_configuration_wins_over_gits_top_level()
    {
        _folder.Init().Write("gavel.yml", "").Write("a/gavel.yml", "").Write("a/b/c.md", "");
        var root = Root.Find(_folder.Full("a/b"));
        Assert.Equal(_folder.Full("a"), root.Folder);
        Assert.Equal(_folder.Path, root.GitTop);
        Assert.Equal("a/", root.Prefix);
    }

    [Fact]
    public void A_configuration_above_a_repository_is_not_its_own()
    {
        _folder.Write("gavel.yml", "").Write("repository/a.md", "");
        _folder.Git("init", "-q", "repository");
        Assert.Equal(_folder.Full("repository"), Root.Find(_folder.Full("repository")).Folder);
    }

    [Fact]
    public void A_linked_work_tree_shares_the_common_folder_and_has_its_own_head()
    {
        _folder.Init().Write("a.md", "1").CommitAll("1");
        _folder.Git("worktree", "add", "-q", "-b", "other", _folder.Full("linked"));
        File.WriteAllText(_folder.Full("linked/a.md"), "2");
        _folder.Git("-C", "linked", "commit", "-qam", "2");

        var root = Root.Find(_folder.Full("linked"));

        Assert.Equal(_folder.Full("linked"), root.Folder);
        Assert.Equal(_folder.Full(".git"), root.GitCommonFolder);
        Assert.Equal(_folder.Full(".git/worktrees/linked"), root.GitFolder);
        Assert.Equal(_folder.Git("-C", "linked", "rev-parse", "HEAD"), HeadFile.Read(root));
    }

    [Fact]
    public void Head_is_read_from_loose_and_packed_refs_and_detached()
    {
        _folder.Init();
        Assert.Null(HeadFile.Read(Root.Find(_folder.Path)));
        var commit = _folder.Write("a.md", "1").CommitAll("1");
        Assert.Equal(commit, HeadFile.Read(Root.Find(_folder.Path)));
        _folder.Git("pack-refs", "--all");
        Assert.Equal(commit, HeadFile.Read(Root.Find(_folder.Path)));
        _folder.Git("checkout", "-q", "--detach");
        Assert.Equal(commit, HeadFile.Read(Root.Find(_folder.Path)));
    }

    [Fact]
    public void The_cache_is_in_git_else_with_the_user_and_moves_where_it_is_told()
    {
        var plain = Root.Find(_folder.Path);
        Assert.StartsWith("/home/ann/cache/gavel/", FileCache.FolderFor(plain, n => n is "XDG_CACHE_HOME" ? "/home/ann/cache" : null), StringComparison.Ordinal);
        Assert.StartsWith("/home/ann/.cache/gavel/", FileCache.FolderFor(plain, n => n is "HOME" ? "/home/ann" : null), StringComparison.Ordinal);
        _folder.Init();
        var git = Root.Find(_folder.Path);
        Assert.Equal(_folder.Full(".git/gavel"), FileCache.FolderFor(git, _ => null));
        Assert.Equal(_folder.Full("here"), FileCache.FolderFor(git, n => n is "GAVEL_CACHE" ? "here" : null));
    }
}
