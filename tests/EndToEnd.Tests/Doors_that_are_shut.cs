namespace EndToEnd.Tests;

/// <summary>What surrounds Gavel says no: git is not there, or does not commit.</summary>
public sealed class Doors_that_are_shut
{
    private static readonly Dictionary<string, string> NoProgram = new() { ["PATH"] = "/nonexistent" };

    public static TheoryData<string[]> Changes => new(
        ["approve", "2"],
        ["set", "2", "Author=Bo Ek"],
        ["new", "Slow starts"],
        ["renumber", "1"],
        ["rename", "1", "Loud budgets"],
        ["move", "1", "Accepted"],
        ["index"],
        ["init"],
        ["check", "--fix"]);

    [Theory]
    [InlineData("list")]
    [InlineData("show", "1")]
    [InlineData("check")]
    public void Without_the_git_program_files_are_read_as_in_a_plain_folder(params string[] args)
    {
        using var folder = Repositories.Rfcs();
        var result = Without(folder, args);
        Assert.Equal(0, result.ExitCode);
        Assert.NotEqual("", result.Output);
        Assert.Contains("the git program was not found", result.Error, StringComparison.Ordinal);
        Assert.Contains("dates are unknown", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log", "1")]
    [InlineData("diff", "1")]
    [InlineData("stats")]
    [InlineData("approve", "1")]
    [InlineData("check", "--changed-since", "HEAD")]
    [InlineData("set", "1", "Author=Bo Ek", "--commit")]
    public void What_needs_the_history_fails_without_the_git_program_and_changes_nothing(params string[] args)
    {
        using var folder = Repositories.Rfcs();
        var before = folder.Snapshot();
        var result = Without(folder, args);
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("the git program was not found", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory, MemberData(nameof(Changes))]
    public void What_git_does_not_commit_is_not_written_either(string[] args)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Proposed"));
        folder.Commit("The index does not know yet");
        folder.Write(".git/hooks/pre-commit", "#!/bin/sh\necho 'not on a Sunday' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(folder.Path, ".git/hooks/pre-commit"), (UnixFileMode)0b111_101_101);
        var before = folder.Snapshot();
        var result = GavelProgram.Run(folder.Path, [.. args, "--commit"]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("not on a Sunday", result.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
    }

    [Fact]
    public void In_the_middle_of_a_merge_it_is_said_why_git_commits_no_single_paths()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Git(folder.Path, "checkout", "-q", "-b", "other");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("accepted");
        GavelProgram.Git(folder.Path, "checkout", "-q", "main");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Rejected"));
        folder.Commit("rejected");
        GavelProgram.Git(folder.Path, "merge", "-q", "other");
        var before = folder.Snapshot();
        var result = GavelProgram.Run(folder.Path, "approve", "2", "--commit");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("a merge is in progress", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    private static ProgramResult Without(TemporaryFolder folder, string[] args) => GavelProgram.Start(DotNet(), folder.Path, [GavelProgram.Dll, .. args], NoProgram);

    private static string DotNet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")).First(File.Exists);
}
