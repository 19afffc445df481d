using System.Diagnostics;
using System.Globalization;
using Gavel.Core.Text;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

/// <summary>Whenever a writing process ends, the next one finds everything as before or as after.</summary>
public sealed class KillTests
{
    private const string FolderVariable = "GAVEL_TEST_KILL_FOLDER";
    private const string StageVariable = "GAVEL_TEST_KILL_STAGE";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_change_that_stops_anywhere_is_whole_or_not_there(bool hasGit)
    {
        var (before, after) = (States(hasGit), 0);
        for (var stage = 0; ; stage++)
        {
            using var folder = Fill(hasGit);
            var isWhole = Run(folder.Path, n => n == stage ? throw new KilledException() : 0);
            var listed = new WorkTree(folder.Path).Files.Select(f => f.Path).ToList();
            Assert.DoesNotContain(listed, p => p.Contains("gavel-tmp", StringComparison.Ordinal));
            new ChangeWriter(Root.Find(folder.Path)).Recover();
            var found = string.Join('\n', folder.Snapshot());
            var isAfter = found.Equals(before.After, StringComparison.Ordinal);
            Assert.True(isAfter || found.Equals(before.Before, StringComparison.Ordinal), $"stage {stage}:\n{found}");
            if (isAfter) after++;
            if (isWhole) break;
            Assert.False(new ChangeWriter(Root.Find(folder.Path)).Recover());
        }
        Assert.True(after > 10, "most stages are behind the point of no return");
    }

    /// <summary>The same with a process that really dies, at a place before the journal, between two renames, and at the end.</summary>
    [Theory]
    [InlineData(3, false)]
    [InlineData(11, true)]
    [InlineData(14, true)]
    public void A_killed_process_leaves_what_the_next_one_finishes(int stage, bool isAfter)
    {
        using var folder = Fill(hasGit: true);
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--filter-method", "*" + nameof(A_process_that_is_started_to_be_killed)]) start.ArgumentList.Add(argument);
        start.Environment[FolderVariable] = folder.Path;
        start.Environment[StageVariable] = stage.ToString(CultureInfo.InvariantCulture);
        using (var child = Process.Start(start)!)
        {
            var error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.NotEqual(0, child.ExitCode);
        }

        Assert.True(new ChangeWriter(Root.Find(folder.Path)).Recover());

        var states = States(hasGit: true);
        Assert.Equal(isAfter ? states.After : states.Before, string.Join('\n', folder.Snapshot()));
    }

    [Fact]
    public void A_process_that_is_started_to_be_killed()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder) return;
        var stage = int.Parse(Environment.GetEnvironmentVariable(StageVariable)!, CultureInfo.InvariantCulture);
        Run(folder, n =>
        {
            if (n == stage) Process.GetCurrentProcess().Kill();
            return 0;
        });
    }

    [Fact]
    public void Two_writers_at_once_never_mix()
    {
        using var folder = new TempFolder().Init().Write("a.md", "0").Write("b.md", "0");
        Parallel.For(1, 40, i =>
        {
            var writer = new ChangeWriter(Root.Find(folder.Path));
            var (a, b) = (SourceText.From("a.md", folder.Read("a.md")), SourceText.From("b.md", folder.Read("b.md")));
            writer.Apply(ChangeSet.Edit(a, new TextSpan(0, a.Chars.Length), $"{i}").Add(ChangeSet.Edit(b, new TextSpan(0, b.Chars.Length), $"{i}")));
        });

        Assert.Equal(folder.Read("a.md"), folder.Read("b.md"));
        Assert.NotEqual("0", folder.Read("a.md"));
    }

    private static TempFolder Fill(bool hasGit)
    {
        var folder = new TempFolder().Write("a.md", "one\n").Write("b.md", "b").Write("dir/c.md", "c").Write("dir/sub/d.md", "d");
        return hasGit ? folder.Init() : folder;
    }

    private static (string Before, string After) States(bool hasGit)
    {
        using var folder = Fill(hasGit);
        var before = string.Join('\n', folder.Snapshot());
        Assert.True(Run(folder.Path, static _ => 0));
        return (before, string.Join('\n', folder.Snapshot()));
    }

    // Two edits, a swap of names, a folder that moves with an edited file, a new file in it and one in a new folder.
    private static bool Run(string folder, Func<int, int> hook)
    {
        var (a, c) = (SourceText.From("a.md", "one\n"), SourceText.From("dir/c.md", "c"));
        var changes = ChangeSet.Edit(a, new TextSpan(0, 3), "1").Add(ChangeSet.Edit(c, new TextSpan(0, 1), "cc"))
            .Add(new ChangeSet([], [new("a.md", "t.md"), new("b.md", "a.md"), new("t.md", "b.md"), new("dir", "moved")], [new("moved/e.md", "e"), new("x/y.md", "y")]));
        try
        {
            return new ChangeWriter(Root.Find(folder), n => hook(n)).Apply(changes) is WriteResult.Written;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    private sealed class KilledException : Exception;
}
