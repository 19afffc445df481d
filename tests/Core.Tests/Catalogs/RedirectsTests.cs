using FsCheck;
using Gavel.Core.Catalogs;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Catalogs;

public sealed class RedirectsTests
{
    [Fact]
    public void What_is_written_reads_back_whatever_the_names_are()
    {
        var tree = After(new MemoryTree([]), ("a b/\"quoted\".md", "c\\d: e.md"), ("# no comment.md", "ä/ö.md"));
        var ways = Redirects.Read(tree).Ways;
        Assert.Equal(["# no comment.md > ä/ö.md", "a b/\"quoted\".md > c\\d: e.md"], ways.Select(w => $"{w.Key} > {w.Value}"));
    }

    [Fact]
    public void A_file_goes_with_its_folder()
    {
        var redirects = Redirects.Read(After(new MemoryTree([]), ("old/folder", "new/folder"), ("new/folder/a.md", "new/b.md")));
        Assert.Equal("new/b.md", redirects.Find("new/folder/a.md"));
        Assert.Equal("new/folder/c.md", redirects.Find("old/folder/c.md"));
        Assert.Null(redirects.Find("old/folders/c.md"));
        Assert.Equal(["old/folder/c.md"], redirects.FormerPathsOf("new/folder/c.md"));
    }

    [Fact]
    public void Several_ways_to_one_place_are_all_told_in_order()
    {
        var redirects = Redirects.Read(After(new MemoryTree([]), ("z/x.md", "b/x.md"), ("c/x.md", "b/x.md"), ("a", "b")));
        Assert.Equal(["a/x.md", "c/x.md", "z/x.md"], redirects.FormerPathsOf("b/x.md"));
        Assert.Empty(redirects.FormerPathsOf("bb/x.md"));
        Assert.Empty(redirects.FormerPathsOf("x.md"));
    }

    [Fact]
    public void No_way_leads_in_a_ring()
    {
        var redirects = Redirects.Read(After(new MemoryTree([]), ("a.md", "b.md"), ("b.md", "a.md"), ("a.md", "b.md")));
        Assert.Equal(["a.md > b.md"], redirects.Ways.Select(w => $"{w.Key} > {w.Value}"));
    }

    [Fact]
    public void Decisions_that_move_are_nobodys_link() =>
        Assert.True(Redirects.Following(new MemoryTree([]), [new FileMove(".gavel/decisions/A-1", ".gavel/decisions/A-2")]).IsEmpty);

    [Fact]
    public void No_text_of_the_list_makes_reading_throw_and_no_line_is_lost() => Prop.ForAll<NonNull<string>>(text =>
    {
        var before = SourceText.From(Redirects.Path, text.Get);
        var tree = After(new MemoryTree([before]), ("a.md", "b.md"));
        var after = tree.Read(tree.Find(Redirects.Path)!).Chars;
        Assert.Equal("b.md", Redirects.Read(tree).Find("a.md"));
        foreach (var line in before.Chars.ReplaceLineEndings("\n").Split('\n').Where(l => !l.Contains(':', StringComparison.Ordinal))) Assert.Contains(line, after, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    private static ChangedTree After(ITree tree, params (string From, string To)[] moves)
    {
        var changed = new ChangedTree(tree);
        foreach (var (from, to) in moves) Assert.True(changed.TryApply(Redirects.Following(changed, [new FileMove(from, to)])));
        return changed;
    }
}
