using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Storage.Tests.Contracts;

/// <summary>What every tree promises, whatever it is read from.</summary>
public abstract class TreeContract
{
    private static readonly (string Path, byte[] Content)[] Files =
    [
        ("README.md", "# Read me\n"u8.ToArray()),
        ("proposals/a b.md", "one\r\ntwo\r\n"u8.ToArray()),
        ("proposals/Grün/ü.md", "ü\n"u8.ToArray()),
        ("proposals/Z.md", [0xEF, 0xBB, 0xBF, (byte)'x']),
        ("proposals/z.md", [0xFF, 0x80, 0]),
        ("proposals.md", []),
        ("a/very/deep/folder/file.rst", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("T\n=\n")]),
    ];

    protected abstract ITree Create(IReadOnlyList<(string Path, byte[] Content)> files);

    [Fact]
    public void Files_are_listed_once_in_ordinal_order_with_their_length_in_bytes()
    {
        var tree = Create(Files);

        Assert.Equal(
            ["README.md 10", "a/very/deep/folder/file.rst 10", "proposals.md 0", "proposals/Grün/ü.md 3", "proposals/Z.md 4", "proposals/a b.md 10", "proposals/z.md 3"],
            tree.Files.Select(f => $"{f.Path} {f.Length}"));
    }

    [Fact]
    public void Each_file_reads_as_the_same_bytes_and_has_gits_id()
    {
        var tree = Create(Files);

        foreach (var (path, content) in Files)
        {
            var file = tree.Find(path);
            Assert.NotNull(file);
            Assert.Equal(ContentId.Of(content), tree.IdOf(file));
            var text = tree.Read(file);
            Assert.Equal(content, text.ToBytes());
            Assert.Equal(path, text.Path);
            Assert.Equal(ContentId.Of(content), text.Id);
        }
    }

    [Fact]
    public void Paths_are_compared_ordinal()
    {
        var tree = Create(Files);

        Assert.NotNull(tree.Find("proposals/Z.md"));
        Assert.Null(tree.Find("PROPOSALS/Z.md"));
        Assert.Null(tree.Find("proposals/Grün"));
        Assert.Null(tree.Find("/README.md"));
        Assert.Null(tree.Find("../README.md"));
        Assert.Null(tree.Find(""));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("proposals", true)]
    [InlineData("proposals/", true)]
    [InlineData("a/very/deep", true)]
    [InlineData("README.md", false)]
    [InlineData("propo", false)]
    [InlineData("..", false)]
    public void A_folder_is_there_when_it_holds_a_file(string folder, bool isThere) => Assert.Equal(isThere, Create(Files).HasFolder(folder));

    [Fact]
    public void Reading_what_is_not_there_says_which_file() =>
        Assert.Contains("gone.md", Assert.Throws<TreeException>(() => Create(Files).Read(new TreeFile("gone.md", 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tree_without_files_has_only_its_root()
    {
        var tree = Create([]);

        Assert.Empty(tree.Files);
        Assert.True(tree.HasFolder(""));
        Assert.Null(tree.Find("a"));
    }

    [Fact]
    public void Several_threads_may_read()
    {
        var tree = Create(Files);

        Parallel.For(0, 200, i =>
        {
            var (path, content) = Files[i % Files.Length];
            Assert.Equal(content, tree.Read(tree.Find(path)!).ToBytes());
        });
    }
}
