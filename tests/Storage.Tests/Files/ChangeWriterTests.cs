using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

public sealed class ChangeWriterTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Write("a.md", "one\r\ntwo\r\n").Write("b.md", "b").Write("dir/c.md", "c").Write("dir/sub/d.md", "d").Write("dir/img.png", [0, 1, 255]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Edits_moves_and_new_files_are_made_together()
    {
        var changes = Edit("a.md", "two", "2").Add(Edit("dir/c.md", "c", "cc")).Add(Move("dir", "renamed/dir")).Add(New("renamed/dir/e.md", "e\n")).Add(New("x/y/z.md", "z"));

        var result = Assert.IsType<WriteResult.Written>(Apply(changes));

        Assert.Equal(["a.md: one\r\n2\r\n", "b.md: b", "renamed/dir/c.md: cc", "renamed/dir/e.md: e\n", "renamed/dir/img.png: \0\u0001\uFFFD", "renamed/dir/sub/d.md: d", "x/y/z.md: z"], Content());
        Assert.Equal(
            ["a.md", "dir/c.md", "dir/img.png", "dir/sub/d.md", "renamed/dir/c.md", "renamed/dir/e.md", "renamed/dir/img.png", "renamed/dir/sub/d.md", "x/y/z.md"], result.Paths);
    }

    [Fact]
    public void A_disk_that_lets_nothing_be_written_is_told_at_once_and_is_not_taken_for_another_writer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: links need a right there");
        var root = Root.Find(_folder.Path);
        var place = new ChangeJournal(root).LockPath;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.CreateSymbolicLink(place, place); // a circle that nothing opens

        var failure = Assert.Throws<TreeException>(() => new ChangeWriter(root).Apply(Edit("a.md", "two", "2")));

        Assert.StartsWith("cannot write: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_taken_back_whole()
    {
        var before = Content().ToList();
        var writer = new ChangeWriter(Root.Find(_folder.Path));
        var changes = Edit("a.md", "two", "2").Add(Edit("dir/c.md", "c", "cc")).Add(Move("dir", "renamed/dir")).Add(New("renamed/dir/e.md", "e\n")).Add(New("x/y/z.md", "z"));

        Assert.IsType<WriteResult.Written>(writer.Apply(changes));

        Assert.True(writer.TakeBack());
        Assert.Equal(before, Content());
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "x")));
        Assert.False(writer.TakeBack());
    }

    [Fact]
    public void What_somebody_else_changed_since_is_not_taken_back()
    {
        var writer = new ChangeWriter(Root.Find(_folder.Path));
        Assert.IsType<WriteResult.Written>(writer.Apply(Edit("a.md", "two", "2").Add(Move("b.md", "bb.md"))));
        _folder.Write("a.md", "three");
        var before = Content().ToList();

        Assert.False(writer.TakeBack());

        Assert.Equal(before, Content());
    }

    [Fact]
    public void Files_may_swap_names_and_folders_may_close_up()
    {
        var changes = Move("a.md", "t").Add(Move("b.md", "a.md")).Add(Move("t", "b.md")).Add(Move("dir/sub/d.md", "d.md")).Add(Move("dir", "other")).Add(Move("other/c.md", "other/new/c.md"));

        Assert.IsType<WriteResult.Written>(Apply(changes));

        Assert.Equal(["a.md: b", "b.md: one\r\ntwo\r\n", "d.md: d", "other/img.png: \0\u0001\uFFFD", "other/new/c.md: c"], Content());
    }

    [Theory]
    [InlineData("prepare\0t../victim")]
    [InlineData("commit\0s2../victim\0stolen.md")]
    [InlineData("commit\0s2a.md\0../victim")]
    [InlineData("commit\0s0a.md\0link/victim")]
    [InlineData("commit\0t{outside}/victim")]
    public void A_journal_that_leads_out_of_the_folder_was_written_by_somebody_else(string state)
    {
        using var outside = new TempFolder();
        outside.Write("victim", "kept").Write("inside/a.md", "a");
        Directory.CreateSymbolicLink(outside.Full("inside/link"), outside.Path);
        outside.Write("inside/.gavel-tmp-journal", $"gavel journal 1\0{state.Replace("{outside}", outside.Path, StringComparison.Ordinal)}\0end\0");

        var why = Assert.Throws<TreeException>(() => new ChangeWriter(Root.Find(outside.Full("inside"))).Recover());

        Assert.Contains("it was not written here, delete it", why.Message, StringComparison.Ordinal);
        Assert.Equal("kept", outside.Read("victim"));
        Assert.Equal("a", outside.Read("inside/a.md"));
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "edit of another content", "ChangedMeanwhile { Path = a.md }" },
        { "edit of a file that is gone", "Missing { Path = gone.md }" },
        { "move of a file that is gone", "Missing { Path = gone.md }" },
        { "move onto a file", "Exists { Path = b.md }" },
        { "move onto a folder", "Exists { Path = dir }" },
        { "move below a file", "Exists { Path = b.md }" },
        { "two moves to one place", "Exists { Path = new.md }" },
        { "move into itself", "Conflicting { Path = dir/sub/in }" },
        { "new file where one is", "Exists { Path = b.md }" },
        { "new file where one is moved to", "Exists { Path = new.md }" },
        { "two new files of one name", "Exists { Path = n.md }" },
        { "overlapping edits", "Conflicting { Path = a.md }" },
        { "edit behind the end", "Conflicting { Path = a.md }" },
        { "path out of the root", "Outside { Path = ../out.md }" },
        { "path through a link out of the root", "Outside { Path = link/out.md }" },
        { "full path", "Outside { Path = /tmp/out.md }" },
        { "path into git", "Outside { Path = .git/config }" },
        { "character that the encoding lacks", "NotEncodable { Path = latin.md, Encoding = Windows1252 }" },
        { "half a character", "NotEncodable { Path = n.md, Encoding = Utf8 }" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refused_change_touches_nothing(string what, string expected)
    {
        _folder.Write("latin.md", [(byte)'x', 0xE4]);
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(_folder.Full("link"), elsewhere.Path);
        var before = _folder.Snapshot().ToList();
        var changes = what switch
        {
            "edit of another content" => ChangeSet.Edit(SourceText.From("a.md", "old"), new TextSpan(0, 1), "x"),
            "edit of a file that is gone" => ChangeSet.Edit(SourceText.From("gone.md", "old"), new TextSpan(0, 1), "x"),
            "move of a file that is gone" => Move("gone.md", "new.md"),
            "move onto a file" => Move("a.md", "b.md"),
            "move onto a folder" => Move("a.md", "dir"),
            "move below a file" => Move("a.md", "b.md/a.md"),
            "two moves to one place" => Move("a.md", "new.md").Add(Move("b.md", "new.md")),
            "move into itself" => Move("dir", "dir/sub/in"),
            "new file where one is" => New("b.md", ""),
            "new file where one is moved to" => Move("a.md", "new.md").Add(New("new.md", "")),
            "two new files of one name" => New("n.md", "1").Add(New("n.md", "2")),
            "overlapping edits" => Edit("a.md", "one", "1").Add(Edit("a.md", "ne", "2")),
            "edit behind the end" => ChangeSet.Edit(Text("a.md"), new TextSpan(8, 40), ""),
            "path out of the root" => New("../out.md", ""),
            "path through a link out of the root" => New("link/out.md", ""),
            "full path" => New("/tmp/out.md", ""),
            "path into git" => New(".git/config", ""),
            "character that the encoding lacks" => Edit("latin.md", "x", "\u4E2D"),
            _ => New("n.md", "\uD800"),
        };

        // Good changes before the bad one: they must not be made either.
        var result = Apply(Edit("b.md", "b", "changed").Add(New("fresh/f.md", "f")).Add(changes));

        Assert.Equal(expected, result.ToString());
        Assert.Equal(before, _folder.Snapshot());
        Assert.False(Directory.Exists(_folder.Full("fresh")));
        Assert.Empty(elsewhere.Snapshot());
    }

    [Fact]
    public void An_edit_keeps_mark_encoding_line_ends_and_rights()
    {
        _folder.Write("bom.md", [0xEF, 0xBB, 0xBF, .. "x\r\n"u8]).Write("wide.md", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("x\r")]).Write("latin.md", [0xE4, (byte)'x']);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Full("bom.md"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.IsType<WriteResult.Written>(Apply(Edit("bom.md", "x", "ü").Add(Edit("wide.md", "x", "ü")).Add(Edit("latin.md", "x", "ü"))));

        Assert.Equal([0xEF, 0xBB, 0xBF, 0xC3, 0xBC, 13, 10], File.ReadAllBytes(_folder.Full("bom.md")));
        Assert.Equal([0xFF, 0xFE, 0xFC, 0, 13, 0], File.ReadAllBytes(_folder.Full("wide.md")));
        Assert.Equal([0xE4, 0xFC], File.ReadAllBytes(_folder.Full("latin.md")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Full("bom.md")));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_edited()
    {
        File.CreateSymbolicLink(_folder.Full("link.md"), "dir/c.md");

        Assert.IsType<WriteResult.Written>(Apply(ChangeSet.Edit(SourceText.From("link.md", "c"), new TextSpan(0, 1), "edited")));

        Assert.Equal("dir/c.md", new FileInfo(_folder.Full("link.md")).LinkTarget);
        Assert.Equal("edited", _folder.Read("dir/c.md"));
    }

    [Fact]
    public void What_the_disk_refuses_in_the_middle_is_taken_back()
    {
        var before = _folder.Snapshot().ToList();
        var steps = 0;
        // Just before the last step somebody else makes the file that should be new.
        var writer = new ChangeWriter(Root.Find(_folder.Path), n =>
        {
            if (n == steps) File.WriteAllText(_folder.Full("n.md"), "mine");
        });
        var changes = Edit("a.md", "one", "1").Add(Edit("dir/c.md", "c", "cc")).Add(Move("dir", "moved")).Add(New("made/m.md", "m")).Add(New("n.md", "n"));
        steps = 5 + 12; // after the journal and four files: six steps, two calls each

        Assert.Throws<TreeException>(() => writer.Apply(changes));

        Assert.Equal("mine", _folder.Read("n.md"));
        File.Delete(_folder.Full("n.md"));
        Assert.Equal(before, _folder.Snapshot());
        Assert.False(Directory.Exists(_folder.Full("made")));
    }

    private WriteResult Apply(ChangeSet changes) => new ChangeWriter(Root.Find(_folder.Path)).Apply(changes);

    private SourceText Text(string path) => SourceText.Decode(path, File.ReadAllBytes(_folder.Full(path)));

    private ChangeSet Edit(string path, string old, string @new)
    {
        var text = Text(path);
        return ChangeSet.Edit(text, new TextSpan(text.Chars.IndexOf(old, StringComparison.Ordinal), old.Length), @new);
    }

    private static ChangeSet Move(string from, string to) => new([], [new FileMove(from, to)], []);

    private static ChangeSet New(string path, string content) => new([], [], [new NewFile(path, content)]);

    private IEnumerable<string> Content() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Select(f => $"{Path.GetRelativePath(_folder.Path, f)}: {File.ReadAllText(f)}").Order(StringComparer.Ordinal);
}
