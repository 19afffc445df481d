using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Redirects_of_what_moves
{
    private const string List = ".gavel/redirects.yml";

    [Fact]
    public void The_old_path_and_the_old_id_lead_to_a_proposal_that_got_another_number()
    {
        using var folder = Repositories.Rfcs();
        var renumbered = Json(folder, "renumber", "RFC-1", "7", "--commit", "--format", "json");
        Assert.Contains(List, renumbered.GetProperty("changed").EnumerateArray().Select(c => c.GetString()));
        Assert.EndsWith("\"rfcs/0001-retry-budgets.md\": \"rfcs/0007-retry-budgets.md\"\n", folder.Read(List), StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
        foreach (var old in (string[])["RFC-1", "rfc 0001", "rfcs/0001-retry-budgets.md"])
        {
            var shown = GavelProgram.Run(folder.Path, "show", old, "--format", "json");
            Assert.Equal($"gavel: '{old}' is RFC-7 now (rfcs/0007-retry-budgets.md)\n", shown.Error);
            Assert.Equal("RFC-7", JsonDocument.Parse(shown.Output).RootElement.GetProperty("proposal").GetProperty("id").GetString());
        }
    }

    [Fact]
    public void A_way_that_leads_to_what_moves_again_leads_on_and_what_comes_back_needs_none()
    {
        using var folder = Repositories.Rfcs();
        Json(folder, "rename", "2", "A calm start", "--commit", "--format", "json");
        Json(folder, "rename", "2", "A silent start", "--commit", "--format", "json");
        Assert.EndsWith("\"rfcs/0002-a-calm-start.md\": \"rfcs/0002-a-silent-start.md\"\n\"rfcs/0002-quiet-start.md\": \"rfcs/0002-a-silent-start.md\"\n", folder.Read(List), StringComparison.Ordinal);
        Json(folder, "rename", "2", "Quiet start", "--commit", "--format", "json");
        Assert.EndsWith("\"rfcs/0002-a-calm-start.md\": \"rfcs/0002-quiet-start.md\"\n\"rfcs/0002-a-silent-start.md\": \"rfcs/0002-quiet-start.md\"\n", folder.Read(List), StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_leads_on_when_something_moves_twice_before_a_commit()
    {
        using var folder = Repositories.Rfcs();
        Json(folder, "renumber", "1", "7", "--format", "json");
        Json(folder, "renumber", "7", "8", "--format", "json");
        Assert.EndsWith("\n\"rfcs/0001-retry-budgets.md\": \"rfcs/0008-retry-budgets.md\"\n", folder.Read(List), StringComparison.Ordinal);
        Assert.DoesNotContain("0007", folder.Read(List), StringComparison.Ordinal);
        Json(folder, "renumber", "8", "1", "--format", "json");
        Assert.DoesNotContain("retry", folder.Read(List), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_there_and_back_before_a_commit_keeps_the_way_of_an_older_one()
    {
        using var folder = Repositories.Rfcs();
        Json(folder, "renumber", "1", "7", "--commit", "--format", "json");
        var kept = folder.Read(List);
        Json(folder, "renumber", "7", "1", "--format", "json");
        Json(folder, "renumber", "1", "7", "--format", "json");
        Assert.Equal(kept, folder.Read(List));
    }

    [Fact]
    public void A_move_into_another_folder_leaves_a_way_and_the_site_follows_it_without_history()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: SPEC\n    template: specs/template.md\n    files: specs/{folder}/{status}/{slug}.md\n    number: none\n    status: folder\n    statuses: { open: {}, approved: {}, implemented: {} }\n"),
            ("specs/template.md", "# Title\n\n## Problem\n\n<!-- What is wrong? -->\n\n## Change\n\n<!-- What changes? -->\n"),
            ("specs/2026/open/quiet.md", "# Quiet start\n\n## Problem\n\nIt is loud, see [the other](../approved/calm.md).\n\n## Change\n\nIt is quiet.\n"),
            ("specs/2026/approved/calm.md", "# Calm end\n\n## Problem\n\nIt is loud.\n\n## Change\n\nIt is calm, as [before](../open/quiet.md#change).\n"));
        var moved = Json(folder, "move", "2026/quiet", "approved", "--commit", "--format", "json");
        Assert.Equal("specs/2026/approved/quiet.md", moved.GetProperty("path").GetString());
        Assert.EndsWith("\"specs/2026/open/quiet.md\": \"specs/2026/approved/quiet.md\"\n", folder.Read(List), StringComparison.Ordinal);
        Assert.Contains("[before](quiet.md#change)", folder.Read("specs/2026/approved/calm.md"), StringComparison.Ordinal);

        // Somebody moves it on by hand to another year, keeps the list, and clones without the past.
        GavelProgram.Git(folder.Path, "mv", "specs/2026", "specs/2027");
        folder.Write(List, folder.Read(List) + "specs/2026: specs/2027\n");
        folder.Commit("next year");
        using var clone = new TemporaryFolder();
        GavelProgram.Git(clone.Path, "clone", "-q", "--depth", "1", "file://" + folder.Path, ".");
        var published = GavelProgram.Run(clone.Path, "publish", "-o", "site");
        Assert.True(published.ExitCode == 0, published.Error);
        Assert.Contains("2027/quiet", clone.Read("site/2026/quiet/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_has_seen_needs_no_way()
    {
        using var folder = Repositories.Rfcs();
        Json(folder, "new", "Louder start", "--format", "json");
        Json(folder, "rename", "3", "Softer start", "--format", "json");
        Assert.True(folder.Has("rfcs/0003-softer-start.md"));
        Assert.False(folder.Has(List));
    }

    [Fact]
    public void Lines_that_somebody_wrote_stay()
    {
        using var folder = Repositories.Rfcs();
        folder.Write(List, "# ours\nnonsense\n<<<<<<< HEAD\n");
        folder.Commit("by hand");
        Json(folder, "renumber", "1", "7", "--format", "json");
        Assert.EndsWith("# ours\nnonsense\n<<<<<<< HEAD\n\"rfcs/0001-retry-budgets.md\": \"rfcs/0007-retry-budgets.md\"\n", folder.Read(List), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_moves_as_a_whole_with_the_links_into_it()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - { name: KEP, template: keps/template/README.md, files: 'keps/kep-{number}-{slug}/README.md', statuses: { Draft: {}, Accepted: {} } }\n"),
            ("keps/template/README.md", "# KEP-NNNN: Title\n\n- **Status**: Draft\n\n## Motivation\n\n<!-- Why? -->\n"),
            ("keps/kep-1-quiet/README.md", "# KEP-1: Quiet\n\n- **Status**: Draft\n\n## Motivation\n\nIt is loud, see [the design](design.md).\n"),
            ("keps/kep-1-quiet/design.md", "# Design\n\nBack to [the proposal](README.md).\n"),
            ("docs/guide.md", "See [the design](../keps/kep-1-quiet/design.md#design).\n"));
        Json(folder, "renumber", "1", "12", "--commit", "--format", "json");
        Assert.True(folder.Has("keps/kep-12-quiet/design.md"));
        Assert.Equal("See [the design](../keps/kep-12-quiet/design.md#design).\n", folder.Read("docs/guide.md"));
        Assert.EndsWith("\"keps/kep-1-quiet\": \"keps/kep-12-quiet\"\n", folder.Read(List), StringComparison.Ordinal);
        Assert.Contains("is KEP-12 now", GavelProgram.Run(folder.Path, "show", "kep-1").Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(TemporaryFolder folder, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == 0, $"gavel {string.Join(' ', args)} gave {result.ExitCode}:\n{result.Error}\n{result.Output}");
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
