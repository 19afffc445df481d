namespace EndToEnd.Tests;

public sealed class Publishing_a_repository
{
    // Whatever a site is made of besides the proposals' own texts; each change is seen by the next run, though the run before was answered at once.
    [Fact]
    public void After_whatever_changes_the_site_is_that_of_a_full_run()
    {
        using var folder = Repository();
        using var sites = new TemporaryFolder();
        Same(folder, sites, "nothing");
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("guess badly", "guess wrong", StringComparison.Ordinal));
        Same(folder, sites, "a text");
        folder.Write(".mailmap", "Ann Maria Lee <ann@example.org>\n");
        Same(folder, sites, "the names of people");
        folder.Commit("second");
        Same(folder, sites, "a commit");
        GavelProgram.Git(folder.Path, "remote", "add", "origin", "https://github.com/example/walls.git");
        Same(folder, sites, "the remote");
        GavelProgram.Git(folder.Path, "checkout", "-q", "-b", "other");
        Same(folder, sites, "the branch");
        folder.Write(".git/info/exclude", ".gavel/\n");
        GavelProgram.Run(folder.Path, "check", "--baseline", ".gavel/baseline.json", "--update", "--add");
        Same(folder, sites, "what is owed, in a file that git ignores");
        Same(folder, sites, "the address", "--base-url", "https://example.org/rfcs/");
        Same(folder, sites, "the name", "--name", "Walls");
        Same(folder, sites, "the day", "--today", "2031-05-06");
        Same(folder, sites, "back");
        folder.Write("gavel.yml", folder.Read("gavel.yml").Replace("name: RFC", "name: RFX", StringComparison.Ordinal));
        Same(folder, sites, "the configuration");
        File.Delete(Path.Combine(folder.Path, "rfcs", "0002-quiet-start.md"));
        Same(folder, sites, "a proposal that is gone");
    }

    [Fact]
    public void What_somebody_did_to_the_site_is_made_good()
    {
        using var folder = Repository();
        using var sites = new TemporaryFolder();
        Same(folder, sites, "nothing");
        File.AppendAllText(Path.Combine(sites.Path, "site", "index.html"), "more");
        Same(folder, sites, "a page that somebody wrote into");
        File.Delete(Path.Combine(sites.Path, "site", "search", "index.json"));
        Same(folder, sites, "a file that is gone");
        Directory.Delete(Path.Combine(sites.Path, "site"), recursive: true);
        Same(folder, sites, "a site that is gone");
        File.Delete(Path.Combine(sites.Path, "site", ".gavel-site"));
        Assert.Equal(2, GavelProgram.Run(folder.Path, "publish", "-o", Path.Combine(sites.Path, "site")).ExitCode);
    }

    [Fact]
    public void A_place_that_cannot_be_is_refused_in_words()
    {
        using var folder = Repository();
        using var sites = new TemporaryFolder();
        sites.Write("taken", "a file");

        var refused = GavelProgram.Run(folder.Path, "publish", "-o", Path.Combine(sites.Path, "taken", "site"));

        Assert.Equal((3, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"gavel: the site cannot be written into {Path.Combine(sites.Path, "taken", "site")}: ", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("_", refused.Error[refused.Error.LastIndexOf(": ", StringComparison.Ordinal)..], StringComparison.Ordinal); // no key of a message instead of the message
    }

    private static TemporaryFolder Repository()
    {
        var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n");
        folder.Commit("configured");
        return folder;
    }

    // Two runs, of which the second has nothing to do, against one from nothing.
    private static void Same(TemporaryFolder folder, TemporaryFolder sites, string what, params string[] more)
    {
        Settle(folder);
        var site = Path.Combine(sites.Path, "site");
        var full = Path.Combine(sites.Path, "full");
        if (Directory.Exists(full)) Directory.Delete(full, recursive: true);
        foreach (var run in (string[])["first", "second"])
        {
            var done = GavelProgram.Run(folder.Path, ["publish", "-o", site, .. more]);
            Assert.True(done.ExitCode == 0, $"{what}: {done.Error}");
            if (run == "second") Assert.EndsWith("nothing changed.\n", done.Output, StringComparison.Ordinal);
        }
        Assert.Equal(0, GavelProgram.Run(folder.Path, ["publish", "-o", full, "--no-cache", .. more]).ExitCode);
        Assert.Equal((what, Files(full)), (what, Files(site)));
    }

    // As if it had been written a while ago: of what is newer nothing is remembered.
    private static void Settle(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.git/", StringComparison.Ordinal)))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(-10));
    }

    private static string Files(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}").Order(StringComparer.Ordinal));
}
