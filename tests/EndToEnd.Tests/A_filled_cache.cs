namespace EndToEnd.Tests;

/// <summary>What a check with a filled cache does not do.</summary>
public sealed class A_filled_cache
{
    private static readonly string[] Never = ["Microsoft.Data.Sqlite", "SQLitePCLRaw", "Microsoft.AspNetCore", "Spectre.Console", "System.Diagnostics.Process"];

    [Fact]
    public void A_check_of_one_unchanged_file_starts_no_process_and_reads_no_document()
    {
        using var folder = Aged(Repositories.Rfcs());
        GavelProgram.Run(folder.Path, "check");
        var first = GavelProgram.Run(folder.Path, "check", "rfcs/0001-retry-budgets.md");
        var (second, loaded) = Watched(folder, "check", "rfcs/0001-retry-budgets.md");
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(first.ExitCode, second.ExitCode);
        AssertNoneOf([.. Never, "Markdig", "YamlDotNet", "Gavel.Rst"], loaded);
    }

    [Fact]
    public void A_check_of_one_changed_file_starts_no_process_either()
    {
        using var folder = Aged(Repositories.Rfcs());
        GavelProgram.Run(folder.Path, "check");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accpted"));
        var (result, loaded) = Watched(folder, "check", "rfcs/0001-retry-budgets.md");
        Assert.Contains("field-value", result.Output, StringComparison.Ordinal);
        AssertNoneOf(Never, loaded);
    }

    [Fact]
    public void What_was_printed_for_other_texts_another_day_or_another_request_is_not_printed_again()
    {
        using var folder = Aged(Repositories.Rfcs());
        var fine = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(0, fine.ExitCode);
        Assert.Equal(fine.Output, GavelProgram.Run(folder.Path, "check").Output);
        Assert.StartsWith("{\"version\":1", GavelProgram.Run(folder.Path, "check", "--format", "json").Output, StringComparison.Ordinal);
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Rejected"));
        Assert.Contains("index-status", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accepted"));
        Assert.Equal(fine.Output, GavelProgram.Run(folder.Path, "check").Output);
    }

    [Theory]
    [InlineData("log", "rfc-1")]
    [InlineData("list", "--format", "json")]
    [InlineData("stats")]
    [InlineData("show", "2", "--color", "never")]
    public void A_question_that_was_asked_before_starts_no_process_and_reads_neither_a_document_nor_its_options(params string[] line)
    {
        using var folder = Aged(Repositories.Rfcs());
        var first = GavelProgram.Run(folder.Path, line);
        Assert.Equal(0, first.ExitCode);
        var (second, loaded) = Watched(folder, line);
        Assert.Equal(first, second);
        AssertNoneOf([.. Never, "Markdig", "YamlDotNet", "Gavel.Rst", "System.CommandLine", "System.Security.Cryptography"], loaded);
    }

    [Fact]
    public void A_question_is_answered_anew_after_a_commit_on_another_day_and_with_other_options()
    {
        using var folder = Aged(Repositories.Rfcs());
        var before = GavelProgram.Run(folder.Path, "log", "rfc-1").Output;
        Assert.Equal(before, GavelProgram.Run(folder.Path, "log", "rfc-1").Output);
        GavelProgram.Git(folder.Path, "commit", "-q", "--allow-empty", "-m", "Begin RFC 1");
        var after = GavelProgram.Run(folder.Path, "log", "rfc-1").Output;
        Assert.Contains("Begin RFC 1", after, StringComparison.Ordinal);
        Assert.Equal(GavelProgram.Run(folder.Path, "log", "rfc-1", "--no-cache").Output, after);
        Assert.NotEqual(GavelProgram.Run(folder.Path, "stats", "--format", "json", "--today", "2030-01-01").Output, GavelProgram.Run(folder.Path, "stats", "--format", "json", "--today", "2031-01-01").Output);
        Assert.StartsWith("{\"version\":1", GavelProgram.Run(folder.Path, "log", "rfc-1", "--format", "json").Output, StringComparison.Ordinal);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "log", "rfc-77").ExitCode);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "log", "rfc-77").ExitCode);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets, again"));
        Assert.Contains("again", GavelProgram.Run(folder.Path, "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_number_on_another_branch_is_seen_although_no_file_changed()
    {
        using var folder = Aged(Repositories.Rfcs());
        Assert.Equal(0, GavelProgram.Run(folder.Path, "check").ExitCode);
        GavelProgram.Git(folder.Path, "switch", "-q", "-c", "other");
        folder.Write("rfcs/0002-other-thing.md", Repositories.Rfc(2, "Something else entirely"));
        folder.Commit("another two");
        GavelProgram.Git(folder.Path, "switch", "-q", "main");
        Assert.Contains("other", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
    }

    // Files that were written a while ago: what changed just now could change again unseen, so nothing is remembered of it.
    private static TemporaryFolder Aged(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1).AddTicks(7));
        return folder;
    }

    /// <summary>Runs the tool with a git that fails and leaves a mark.</summary>
    private static (ProgramResult Result, string[] Loaded) Watched(TemporaryFolder folder, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for git is a shell script");
        using var aside = new TemporaryFolder();
        aside.Write("git", $"#!/bin/sh\n: >\"{aside.Path}/started\"\nexit 1\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(aside.Path, "git"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        var loaded = Path.Combine(aside.Path, "loaded");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = aside.Path,
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Variable] = loaded,
        };
        var result = GavelProgram.Start("dotnet", folder.Path, [Path.Combine(AppContext.BaseDirectory, "gavel.dll"), .. args], environment);
        Assert.False(aside.Has("started"), "git was started");
        return (result, File.ReadAllLines(loaded));
    }

    private static void AssertNoneOf(string[] names, string[] loaded)
    {
        Assert.Contains("Gavel.Core", loaded);
        Assert.Empty(loaded.Where(l => names.Any(n => l.StartsWith(n, StringComparison.Ordinal))));
    }
}
