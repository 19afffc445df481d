using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

public sealed class UnifiedDiffTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Init();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_edit_a_move_and_a_new_file_read_as_git_writes_them()
    {
        var text = SourceText.From("a b.md", "1\n2\n3\n4\n5\n6\n7\n8");
        var tree = new MemoryTree([text, SourceText.From("old/x.md", "x\n")]);
        var changes = ChangeSet.Edit(text, new TextSpan(8, 1), "five").Add(new ChangeSet([], [new("old", "new")], [new("n.md", "one\n")]));

        Assert.Equal(
            """
            diff --git a/a b.md b/a b.md
            --- a/a b.md	
            +++ b/a b.md	
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            \ No newline at end of file
            diff --git a/old/x.md b/new/x.md
            rename from old/x.md
            rename to new/x.md
            diff --git a/n.md b/n.md
            new file mode 100644
            --- /dev/null
            +++ b/n.md
            @@ -0,0 +1 @@
            +one

            """.ReplaceLineEndings("\n"),
            UnifiedDiff.Render(changes, tree));
    }

    /// <summary>What git apply makes of the difference is what the writer makes of the change.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Git_applies_it_to_the_same_result(int seed)
    {
        var random = new Random(seed);
        string[] names = ["a.md", "with space.md", "dir/ü.md", "dir/sub/d\"q\".md", "crlf.md"];
        foreach (var name in names) _folder.Write(name, Body(random, name is "crlf.md" ? "\r\n" : "\n"));
        _folder.CommitAll("base");
        var tree = new WorkTree(_folder.Path);
        var changes = names.Aggregate(ChangeSet.Empty, (all, name) => all.Add(Edits(random, tree.Read(tree.Find(name)!))))
            .Add(new ChangeSet([], [new("dir", "moved here"), new("a.md", "z.md")], [new("new/file.md", "x\ny"), new("empty.md", ""), new("moved here/n.md", "n\n")]));

        var diff = UnifiedDiff.Render(changes, tree);
        Assert.IsType<WriteResult.Written>(new ChangeWriter(Root.Find(_folder.Path)).Apply(changes));
        var written = _folder.Snapshot().ToList();
        _folder.Git("add", "-A");
        _folder.Git("reset", "-q", "--hard", "HEAD");
        _folder.Write(".git/gavel.diff", diff).Git("apply", "--whitespace=nowarn", ".git/gavel.diff");

        Assert.Equal(written, _folder.Snapshot());
    }

    [Fact]
    public void Nothing_to_do_gives_nothing()
    {
        Assert.Equal("", UnifiedDiff.Render(ChangeSet.Empty, new MemoryTree([])));
        var text = SourceText.From("a", "x\n");
        Assert.DoesNotContain("@@", UnifiedDiff.Render(ChangeSet.Edit(text, new TextSpan(0, 1), "x"), new MemoryTree([text])), StringComparison.Ordinal);
    }

    private static string Body(Random random, string end) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => $"line {random.Next(12)}{end}")) + (random.Next(2) == 0 ? "no end" : "");

    private static ChangeSet Edits(Random random, SourceText text)
    {
        var changes = ChangeSet.Empty;
        for (var at = 0; at < text.Chars.Length; at += random.Next(1, 120))
        {
            var span = TextSpan.Between(at, Math.Min(text.Chars.Length, at + random.Next(0, 25)));
            changes = changes.Add(ChangeSet.Edit(text, span, random.Next(3) == 0 ? "" : $"changed\n{random.Next(12)}"));
            at = span.End + 1;
        }
        return changes;
    }
}
