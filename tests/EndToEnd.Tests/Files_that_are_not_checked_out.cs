namespace EndToEnd.Tests;

/// <summary>A sparse check-out, and names that no text can hold: what is not read is neither called gone nor given away.</summary>
public sealed class Files_that_are_not_checked_out
{
    [Fact]
    public void A_row_and_a_link_to_a_file_that_is_left_out_are_sound()
    {
        using var folder = Sparse();
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Contains("link 'gone.md' leads to 'rfcs/gone.md', which is not there", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("'rfcs/0002", result.Output, StringComparison.Ordinal);
        Assert.Contains("Found 1 error in 1 of 1 proposal", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_number_is_not_given_away()
    {
        using var folder = Sparse();
        File.Delete(Path.Combine(folder.Path, "rfcs", "README.md")); // nothing else says that there is a second one
        var next = GavelProgram.Run(folder.Path, "new", "Third time lucky");
        Assert.True(next.ExitCode == 0, next.Error);
        Assert.True(folder.Has("rfcs/0003-third-time-lucky.md"));

        var taken = GavelProgram.Run(folder.Path, "new", "Mine instead", "--number", "2");
        Assert.Equal(1, taken.ExitCode);
        Assert.Contains("rfcs/0002-quiet-start.md", taken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_is_no_text_is_told_and_keeps_its_number()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: names are texts here");
        using var folder = Repositories.Rfcs();
        GavelProgram.Start("sh", folder.Path, ["-c", "cp rfcs/0001-retry-budgets.md \"$(printf 'rfcs/0003-caf\\351.md')\""]);
        const string Told = "gavel: rfcs/0003-caf\uFFFD.md is passed over: the name is not UTF-8; rename it, for instance with 'git mv'\n";
        foreach (var command in (string[])["check", "list", "check"]) Assert.Equal(Told, GavelProgram.Run(folder.Path, command).Error);
        Assert.Equal("", GavelProgram.Run(folder.Path, "-q", "list").Error);
        GavelProgram.Run(folder.Path, "new", "Fourth");
        Assert.True(folder.Has("rfcs/0004-fourth.md"));
        GavelProgram.Start("sh", folder.Path, ["-c", "rm rfcs/0003-*"]); // no other program here can name it
    }

    private static TemporaryFolder Sparse()
    {
        var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets").Replace("A header", "As [the other](0002-quiet-start.md), not as [this](gone.md). A header", StringComparison.Ordinal));
        folder.Commit("links");
        GavelProgram.Git(folder.Path, "status");
        GavelProgram.Git(folder.Path, "sparse-checkout", "set", "--no-cone", "/*", "!/rfcs/0002-quiet-start.md");
        Assert.False(folder.Has("rfcs/0002-quiet-start.md"));
        return folder;
    }
}
