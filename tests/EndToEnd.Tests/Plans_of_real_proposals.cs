using Gavel.Dev;

namespace EndToEnd.Tests;

/// <summary>What was judged by eye on the real repositories with their history: id, items that are done and that count, items too big, whether the template of its time asked. No words of theirs.</summary>
public sealed class Plans_of_real_proposals
{
    [Theory]
    [InlineData("venice")]
    [InlineData("vdk")]
    [InlineData("ksql")]
    [InlineData("karbor")]
    public void Plans_are_the_accepted_ones(string name)
    {
        using var folder = Clone(name);
        var rows = GavelProgram.Run(folder.Path, "plan", "-q").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Select(c => $"{c[0]}\t{string.Join('\t', c[3..])}");
        var found = "# id\tdone/total\ttoo big\tasked\n" + string.Concat(rows.Select(r => r + "\n"));
        var accepted = Path.Combine(CheckoutRoot(), "tests", "accepted", $"plans-{name}.tsv");
        if (Environment.GetEnvironmentVariable("GAVEL_ACCEPT") == "1") File.WriteAllText(accepted, found);
        Assert.Equal(File.ReadAllText(accepted).ReplaceLineEndings("\n"), found);
    }

    [Fact]
    public void Milestones_that_say_in_their_headings_how_far_they_are()
    {
        using var folder = Clone("vdk");
        var text = GavelProgram.Run(folder.Path, "plan", "2448", "-q").Output;
        Assert.Equal(["[~]", "[x]", "[x]", "[-]", "[ ]", "[ ]"], text.Split('\n').Where(l => l.StartsWith("  [", StringComparison.Ordinal)).Select(l => l[2..5]));
        Assert.Equal(9, text.Split('\n').Count(l => l.StartsWith("      [-] ", StringComparison.Ordinal)));
        Assert.EndsWith("2 of 5 done, 1 in progress, 9 dropped.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void KLIPs_with_an_item_of_more_than_a_week_and_Merged_ones_without_milestones_told_apart_by_what_was_asked()
    {
        using var folder = Clone("ksql");
        var rows = GavelProgram.Run(folder.Path, "plan", "-q").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToList();
        Assert.Equal(["KLIP-33", "KLIP-43", "KLIP-49"], rows.Where(r => r[4] != "-").Select(r => r[0]));
        var merged = System.Text.Json.JsonDocument.Parse(GavelProgram.Run(folder.Path, "list", "--status", "Merged", "--format", "json").Output).RootElement.GetProperty("proposals").EnumerateArray().Select(p => p.GetProperty("id").GetString()!).ToList();
        var asked = rows.Where(r => r[5] == "none").Select(r => r[0]).Intersect(merged).ToList();
        var notAsked = merged.Except(rows.Select(r => r[0])).ToList();
        Assert.Equal((32, 13, 8), (merged.Count, asked.Count, notAsked.Count));
        // The template asks since KLIP-23; what is older was never asked.
        Assert.All(notAsked, id => Assert.True(int.Parse(id[5..], System.Globalization.CultureInfo.InvariantCulture) < 23, id));
        Assert.Contains("lists no work under", GavelProgram.Run(folder.Path, "plan", asked[0]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_aspects_that_alternatives_are_weighed_by_and_the_one_that_was_chosen()
    {
        using var folder = Clone("venice");
        var matrix = System.Text.Json.JsonDocument.Parse(GavelProgram.Run(folder.Path, "alternatives", "4", "--format", "json").Output).RootElement;
        Assert.Equal(11, matrix.GetProperty("aspects").GetArrayLength());
        Assert.Equal([false, true, false], matrix.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("preferred").GetBoolean()));
    }

    private static TemporaryFolder Clone(string name)
    {
        var shared = Verdicts.SharedFolder();
        var bundle = shared is null ? "" : Path.Combine(shared, "corpora", "history", name + ".bundle");
        Assert.SkipUnless(File.Exists(bundle), "skipped: ../shared/corpora not found");
        var folder = new TemporaryFolder();
        GavelProgram.Git(folder.Path, "clone", "-q", bundle, ".");
        return folder;
    }

    private static string CheckoutRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gavel.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Gavel.slnx above the tests");
    }
}
