using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests.Git;

/// <summary>The real histories, against what git itself says about single files.</summary>
public sealed class CorpusHistoryTests
{
    [Theory]
    [InlineData("karbor")]
    [InlineData("ksql")]
    [InlineData("vdk")]
    [InlineData("venice")]
    public void Every_file_has_all_versions_that_git_finds_under_its_name_and_ends_as_in_HEAD(string name)
    {
        if (Bundle(name) is not { } bundle)
        {
            Assert.Skip("../shared/corpora not found");
            return;
        }
        using var folder = new TempFolder();
        folder.Git("clone", "-q", "-b", "main", bundle, "r");
        var root = Root.Find(folder.Full("r"));
        using var repository = GitRepository.Open(root, new NoCache())!;
        var history = repository.History;
        Assert.True(history.IsComplete);

        var tree = repository.TreeOf(history.Head!);
        Assert.NotEmpty(tree.Files);
        Assert.Equal(tree.Files, new WorkTree(root, new NoCache()).Files);
        foreach (var file in tree.Files)
        {
            var versions = history.Of(file.Path);
            // Without --follow, which takes a proposal for a copy of its template.
            var lines = folder.Git("-C", "r", "log", "--date-order", "--diff-filter=AMT", "--no-renames", "--format=%H %cI", "--", file.Path).Split('\n');
            Assert.Equal(tree.IdOf(file), versions[^1].Id);
            Assert.Equal(file.Path, versions[^1].Path);
            // A merge that made a text of its own is a version too, which git leaves out here.
            Assert.Empty(lines.Except(versions.Select(v => $"{v.Commit} {v.Recorded:yyyy-MM-ddTHH:mm:sszzz}"), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_proposal_that_was_rewritten_while_its_folder_moved_keeps_its_beginning()
    {
        if (Bundle("venice") is not { } bundle)
        {
            Assert.Skip("../shared/corpora not found");
            return;
        }
        using var folder = new TempFolder();
        folder.Git("clone", "-q", "-b", "main", bundle, "r");
        using var repository = GitRepository.Open(Root.Find(folder.Full("r")), new NoCache())!;

        string FirstOf(string path) => $"{repository.History.Of(path)[0].Commit[..7]} {repository.History.Of(path)[0].Path}";

        Assert.Equal("9cdf1cc docs/proposals/vip-1.md", FirstOf("docs/contributing/proposals/vip-1.md"));
        Assert.Equal("553fac0 docs/proposals/vip-2.md", FirstOf("docs/contributing/proposals/vip-2.md"));
        Assert.Equal("074e00f docs/proposals/vip-6.md", FirstOf("docs/contributing/proposals/vip-6.md"));
        Assert.Equal("7ef85be docs/contributing/proposals/index.md", FirstOf("docs/contributing/proposals/index.md"));
    }

    private static string? Bundle(string name)
    {
        var below = Path.Combine("corpora", "history", name + ".bundle");
        if (Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } shared) return File.Exists(Path.Combine(shared, below)) ? Path.Combine(shared, below) : null;
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Combine(at, "shared", below) is var found && File.Exists(found)) return found;
        }
        return null;
    }
}
