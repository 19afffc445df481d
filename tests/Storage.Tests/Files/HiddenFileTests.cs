using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

/// <summary>Files that belong to the repository and cannot be read from the work tree.</summary>
public sealed class HiddenFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public HiddenFileTests()
    {
        _folder.Init().Write("rfcs/1.md", "1").Write("rfcs/old/2.md", "2").Write("src/a.txt", "a").CommitAll("1");
        _folder.Git("status"); // git leaves alone what may have changed
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_sparse_check_out_leaves_out_belongs_to_the_tree()
    {
        _folder.Git("sparse-checkout", "set", "--no-cone", "/*", "!/rfcs/old/");
        var tree = new WorkTree(_folder.Path);

        Assert.Null(tree.Find("rfcs/old/2.md"));
        Assert.Equal(["rfcs/old/2.md"], tree.Hidden);
        Assert.True(tree.IsHidden("rfcs/old/2.md") && tree.IsHidden("rfcs/old"));
        Assert.False(tree.IsHidden("rfcs/1.md") || tree.IsHidden("rfcs/old/3.md") || tree.IsHidden("rfcs/3.md"));
    }

    [Fact]
    public void Below_a_folder_of_which_a_sparse_index_says_no_more_anything_may_be()
    {
        _folder.Git("sparse-checkout", "set", "--cone", "--sparse-index", "src");
        var tree = new WorkTree(_folder.Path);

        Assert.True(tree.IsHidden("rfcs/old/2.md") && tree.IsHidden("rfcs/3.md") && tree.IsHidden("rfcs"));
        Assert.False(tree.IsHidden("src/b.txt") || tree.IsHidden("other/a.md"));
    }

    [Fact]
    public void Paths_are_those_of_the_root_also_below_the_top_of_git()
    {
        _folder.Git("sparse-checkout", "set", "--no-cone", "/*", "!/rfcs/old/");
        var tree = new WorkTree(Root.Find(_folder.Path) with { Folder = _folder.Full("rfcs") }, new NoCache());

        Assert.Equal(["old/2.md"], tree.Hidden);
        Assert.True(tree.IsHidden("old/2.md"));
    }

    [Fact]
    public void In_a_full_check_out_nothing_is_hidden()
    {
        File.Delete(_folder.Full("rfcs/1.md"));
        var tree = new WorkTree(_folder.Path);
        Assert.Empty(tree.Hidden);
        Assert.False(tree.IsHidden("rfcs/1.md"));
    }

    [Fact]
    public void A_name_that_is_no_text_is_known_to_be_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: names are texts here");
        File.WriteAllText(_folder.Full("make.sh"), "printf x > \"$(printf 'rfcs/3-caf\\351.md')\"");
        using (var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["make.sh"]) { WorkingDirectory = _folder.Path })!) shell.WaitForExit();
        var tree = new WorkTree(_folder.Path);

        Assert.DoesNotContain(tree.Files, f => f.Path.StartsWith("rfcs/3", StringComparison.Ordinal));
        Assert.Equal(["rfcs/3-caf\uFFFD.md"], tree.Misnamed);
        Assert.Equal(tree.Misnamed, tree.Hidden);
    }
}
