namespace EndToEnd.Tests;

/// <summary>A disk of little space, where the tests may mount one.</summary>
public sealed class A_disk_that_is_full
{
    [Theory]
    [InlineData("publish", "-o", "site")]
    [InlineData("new", "A third one", "--commit")]
    [InlineData("set", "1", "Status=Accepted")]
    public void It_says_so_and_changes_nothing(params string[] command)
    {
        using var made = Repositories.Rfcs();
        using var place = new TemporaryFolder();
        var mounted = GavelProgram.Start("sh", place.Path, ["-c", "mount -t tmpfs -o size=1m tmpfs ."]);
        Assert.SkipWhen(mounted.ExitCode != 0, "skipped: nothing can be mounted here");
        try
        {
            GavelProgram.Start("sh", "/", ["-c", $"cp -r {made.Path} {place.Path}/r && git -C {place.Path}/r status && dd if=/dev/zero of={place.Path}/rest bs=1k count=2048"]);
            var result = GavelProgram.Run(Path.Combine(place.Path, "r"), command);
            Assert.Equal((3, ""), (result.ExitCode, result.Output));
            Assert.StartsWith("gavel: ", result.Error, StringComparison.Ordinal);
            Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("fault of Gavel", result.Error, StringComparison.Ordinal);
            Assert.Equal("", GavelProgram.Git(Path.Combine(place.Path, "r"), "status", "--porcelain", "--", "rfcs").Output);
        }
        finally
        {
            GavelProgram.Start("umount", "/", [place.Path]);
        }
    }
}
