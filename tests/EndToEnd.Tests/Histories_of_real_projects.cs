using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What was read by eye in the four real histories.</summary>
public sealed class Histories_of_real_projects
{
    [Fact]
    public void The_25_KLIPs_that_became_Merged_in_one_commit_are_told_as_bulk()
    {
        using var clone = Clone("ksql");
        var merged = new List<string>();
        foreach (var id in Ids(clone))
        {
            var told = Events(clone, id).Where(e => Text(e, "kind") == "status" && Text(e, "commit")!.StartsWith("4f025c1", StringComparison.Ordinal)).ToList();
            if (told.Count == 0) continue;
            var change = Assert.Single(told);
            Assert.Equal(("Merged", 25, "2023-03-08"), (Text(change, "to"), change.GetProperty("bulk").GetInt32(), Text(change, "recorded")));
            merged.Add(id);
        }
        Assert.Equal(25, merged.Count);

        // The index had said so three years before the file did.
        var klip8 = Events(clone, "KLIP-8").Last(e => Text(e, "kind") == "status");
        Assert.Equal("2020-04-17", Text(klip8, "effective"));
    }

    [Theory]
    [InlineData("ksql", "KLIP-8", "design-proposals/klip-8-interactive-queries.md", "design-proposals/klip-8-queryable-state-stores.md")]
    [InlineData("ksql", "KLIP-14", "design-proposals/klip-14-rowtime-as-system-function.md", "design-proposals/klip-14-rowtime-as-pseudocolumn.md")]
    [InlineData("vdk", "VEP-1243", "specs/vep-1243-vdk-meta-jobs/README.md", "specs/vep-1243-vdk-dag/README.md")]
    [InlineData("venice", "VIP-5", "docs/proposals/vip-5.md", "docs/contributing/proposals/vip-5.md")]
    public void A_proposal_is_followed_through_its_rename(string project, string id, string from, string to)
    {
        using var clone = Clone(project);
        var events = Events(clone, id);
        var renamed = Assert.Single(events, e => Text(e, "kind") == "renamed");
        Assert.Equal((from, to), (Text(renamed, "from"), Text(renamed, "to")));
        var created = Assert.Single(events, e => Text(e, "kind") == "created");
        Assert.Equal(from, Text(created, "path"));
        Assert.Equal("created", Text(events.First(e => Text(e, "kind") is not ("index" or "mentioned")), "kind"));
    }

    [Fact]
    public void The_acceptance_of_VIP_5_is_known_and_that_the_index_missed_it_too()
    {
        using var clone = Clone("venice");
        var events = Events(clone, "VIP-5");
        var accepted = events.Last(e => Text(e, "kind") == "status");
        Assert.Equal(("Under Discussion", "Accepted", "2025-06-06"), (Text(accepted, "from"), Text(accepted, "to"), Text(accepted, "recorded")));
        Assert.Equal("Under Discussion", Text(events.Last(e => Text(e, "kind") == "index"), "to"));
    }

    [Fact]
    public void The_VEPs_that_moved_on_one_day_are_bulk()
    {
        using var clone = Clone("vdk");
        var moved = Ids(clone).SelectMany(id => Events(clone, id)).Where(e => Text(e, "kind") == "status" && Text(e, "recorded") == "2023-08-08").ToList();
        Assert.Equal(3, moved.Count);
        Assert.All(moved, m => Assert.Equal(3, m.GetProperty("bulk").GetInt32()));
    }

    [Fact]
    public void Specs_whose_folder_is_their_status_have_one_and_a_date_for_it()
    {
        using var clone = Clone("karbor");
        using var list = JsonDocument.Parse(GavelProgram.Run(clone.Path, "list", "--format", "json").Output);
        Assert.All(list.RootElement.GetProperty("proposals").EnumerateArray(), p =>
        {
            Assert.NotNull(Text(p, "created"));
            Assert.NotNull(Text(p, "statusSince"));
        });
    }

    private static List<string> Ids(TemporaryFolder clone)
    {
        using var list = JsonDocument.Parse(GavelProgram.Run(clone.Path, "list", "--format", "json").Output);
        return [.. list.RootElement.GetProperty("proposals").EnumerateArray().Select(p => Text(p, "id")!)];
    }

    private static List<JsonElement> Events(TemporaryFolder clone, string id)
    {
        using var log = JsonDocument.Parse(GavelProgram.Run(clone.Path, "log", id, "--format", "json").Output);
        Assert.True(log.RootElement.GetProperty("complete").GetBoolean());
        return [.. log.RootElement.GetProperty("events").EnumerateArray().Select(e => e.Clone())];
    }

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();

    private static TemporaryFolder Clone(string project)
    {
        var bundle = Gavel.Dev.Verdicts.SharedFolder() is { } shared ? Path.Combine(shared, "corpora", "history", $"{project}.bundle") : null;
        Assert.SkipWhen(bundle is null || !File.Exists(bundle), "skipped: ../shared/corpora not found");
        var folder = new TemporaryFolder();
        Assert.Equal(0, GavelProgram.Git(folder.Path, "clone", "-q", "-b", "main", bundle!, ".").ExitCode);
        return folder;
    }
}
