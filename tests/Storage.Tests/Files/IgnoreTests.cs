using Gavel.Storage.Files;

namespace Storage.Tests.Files;

public sealed class IgnoreTests
{
    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "deep/er/a.log", true)]
    [InlineData("/a.log", "deep/a.log", false)]
    [InlineData("docs/*.md", "docs/a.md", true)]
    [InlineData("docs/*.md", "docs/b/a.md", false)]
    [InlineData("docs/*.md", "x/docs/a.md", false)]
    [InlineData("**/out", "x/y/out", true)]
    [InlineData("**/out", "out", true)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/b/**/c", "a/x/b/b/y/c", true)]
    [InlineData("#a", "#a", false)]
    [InlineData("\\#a", "#a", true)]
    [InlineData("\\!a", "!a", true)]
    [InlineData("a  ", "a", true)]
    [InlineData("a\\ ", "a ", true)]
    [InlineData("a\r", "a", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("x/a?c", "x/a/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[^a-c]x", "dx", true)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("[[:digit:]]x", "7x", true)]
    [InlineData("[a", "[a", false)]
    [InlineData("a**b", "axxb", true)]
    [InlineData("*", "a", true)]
    public void A_pattern_matches_as_in_git(string pattern, string path, bool isIgnored) =>
        Assert.Equal(isIgnored, IgnoreRules.None.With("", pattern).Ignores(path, isFolder: false));

    [Fact]
    public void The_last_match_decides_and_the_inner_file_before_the_outer_one()
    {
        var outer = IgnoreRules.None.With("", "*.md\n!keep.md\n");
        Assert.True(outer.Ignores("a.md", isFolder: false));
        Assert.False(outer.Ignores("keep.md", isFolder: false));

        var inner = outer.With("docs", "keep.md\n!/a.md\n");
        Assert.True(inner.Ignores("docs/keep.md", isFolder: false));
        Assert.False(inner.Ignores("docs/a.md", isFolder: false));
        Assert.True(inner.Ignores("docs/x/a.md", isFolder: false));
    }

    [Theory]
    [InlineData("*.log\n*.tmp\n")]
    [InlineData("*.log\r\n*.tmp\r\n")]
    [InlineData("\uFEFF*.log\n\n# more\n*.tmp")]
    public void A_file_has_a_pattern_a_line_in_any_shape(string text)
    {
        var rules = IgnoreRules.None.With("", text);
        Assert.True(rules.Ignores("a.log", isFolder: false));
        Assert.True(rules.Ignores("a.tmp", isFolder: false));
        Assert.False(rules.Ignores("# more", isFolder: false));
        Assert.False(rules.Ignores("a.md", isFolder: false));
    }

    [Fact]
    public void A_final_slash_means_folders_only()
    {
        var rules = IgnoreRules.None.With("", "build/\n");
        Assert.True(rules.Ignores("x/build", isFolder: true));
        Assert.False(rules.Ignores("x/build", isFolder: false));
    }

    [Fact]
    public void Many_stars_cost_no_more_than_the_product_of_the_lengths()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 200)) + "b";
        Assert.False(Wildcard.Matches(pattern, new string('a', 20_000)));
        var rules = IgnoreRules.None.With("", string.Concat(Enumerable.Repeat("**/a/", 200)) + "b");
        Assert.False(rules.Ignores(string.Concat(Enumerable.Repeat("a/", 20_000)) + "c", isFolder: false));
    }

    /// <summary>Random patterns over a random tree: what the work tree lists is what git calls tracked or new.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_work_tree_lists_what_git_does_not_ignore(int seed)
    {
        var random = new Random(seed);
        string[] names = ["a", "b", "ab", "a.md", "b.md", "c.log", "x y"];
        string[] pieces = ["*", "a", "b", "ab", "*.md", "**", "?", "[ab]", "[!a]*", "c.*", "x y", "\\a", "a*b"];
        using var folder = new TempFolder().Init();
        for (var i = 0; i < 60; i++)
            folder.WriteIfFree(string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => names[random.Next(names.Length)])));
        folder.Git("add", "--all");
        folder.Git("commit", "-qm", "tracked, whatever is ignored later");
        for (var i = 0; i < 60; i++)
            folder.WriteIfFree("new/" + string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => names[random.Next(names.Length)])));
        foreach (var at in (string[])["", "new/", "new/a/", "a/"])
        {
            if (Directory.Exists(folder.Full(at)) || at.Length == 0)
                folder.Write(at + ".gitignore", string.Join('\n', Enumerable.Range(0, 6).Select(_ => Pattern(random, pieces))) + "\n");
        }

        var expected = folder.Git("-c", "core.quotePath=false", "ls-files", "-co", "--exclude-standard").Split('\n').Order(StringComparer.Ordinal);
        Assert.Equal(expected, new WorkTree(folder.Path).Files.Select(f => f.Path));
    }

    private static string Pattern(Random random, string[] pieces) =>
        (random.Next(4) == 0 ? "!" : "") + (random.Next(4) == 0 ? "/" : "")
        + string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => pieces[random.Next(pieces.Length)])) + (random.Next(4) == 0 ? "/" : "");
}

internal static class Fill
{
    /// <summary>Leaves it where a file of a folder's name, or a folder of the file's name, is in the way.</summary>
    public static void WriteIfFree(this TempFolder folder, string path)
    {
        if (Directory.Exists(folder.Full(path))) return;
        for (var at = Path.GetDirectoryName(path); !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            if (File.Exists(folder.Full(at))) return;
        }
        folder.Write(path, path);
    }
}
