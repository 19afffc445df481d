using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Working_on_proposals
{
    [Fact]
    public void A_new_proposal_takes_the_next_number_fills_what_is_known_and_stands_in_the_index()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "new", "Typed events", "--today", "2026-02-03");
        Assert.Equal(("Started RFC-3 in rfcs/0003-typed-events.md.\n", 0), (result.Output, result.ExitCode));
        var text = folder.Read("rfcs/0003-typed-events.md");
        Assert.StartsWith("# RFC 0003: Typed events\n\n- **Status**: Draft\n- **Author**: Ann Lee\n- **Created**: 2026-02-03\n", text, StringComparison.Ordinal);
        Assert.Contains("(0003-typed-events.md) | Typed events | Draft |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fresh_proposal_passes_its_own_check()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Run(folder.Path, "new", "Typed events");
        var result = GavelProgram.Run(folder.Path, "check", "--format", "json");
        Assert.Equal(0, result.ExitCode);
        Assert.All(JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray(), d => Assert.Equal("info", d.GetProperty("severity").GetString()));
    }

    [Fact]
    public void A_number_of_another_branch_is_not_taken_again()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Git(folder.Path, "checkout", "-q", "-b", "other");
        folder.Write("rfcs/0003-elsewhere.md", Repositories.Rfc(3, "Elsewhere"));
        folder.Commit("elsewhere");
        GavelProgram.Git(folder.Path, "checkout", "-q", "main");
        Assert.Contains("RFC-4", GavelProgram.Run(folder.Path, "new", "Typed events").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_number_is_refused_and_nothing_is_written()
    {
        using var folder = Repositories.Rfcs();
        var before = folder.Snapshot();
        var result = GavelProgram.Run(folder.Path, "new", "Typed events", "--number", "2", "--format", "json");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("number-taken", JsonDocument.Parse(result.Output).RootElement.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void Setting_a_field_keeps_every_other_byte()
    {
        using var folder = Repositories.Rfcs();
        var before = folder.Read("rfcs/0001-retry-budgets.md");
        Assert.Equal(0, GavelProgram.Run(folder.Path, "set", "rfc-1", "Status=accepted").ExitCode);
        Assert.Equal(before.Replace("Proposed", "Accepted", StringComparison.Ordinal), folder.Read("rfcs/0001-retry-budgets.md"));
    }

    [Fact]
    public void A_value_that_the_template_lacks_is_refused()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "set", "1", "Status=Splendid");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'Accepted'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Renumbering_moves_file_title_index_row_and_links_together()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("docs/guide.md", "See [RFC-1](../rfcs/0001-retry-budgets.md#design) first.\n");
        var result = GavelProgram.Run(folder.Path, "renumber", "RFC-1", "7");
        Assert.Equal("RFC-1 is now RFC-7 in rfcs/0007-retry-budgets.md.\n", result.Output);
        Assert.False(folder.Has("rfcs/0001-retry-budgets.md"));
        Assert.StartsWith("# RFC 0007: Retry budgets\n", folder.Read("rfcs/0007-retry-budgets.md"), StringComparison.Ordinal);
        Assert.Equal("See [RFC-7](../rfcs/0007-retry-budgets.md#design) first.\n", folder.Read("docs/guide.md"));
        Assert.Contains("[0007](0007-retry-budgets.md) | Retry budgets | Proposed |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
        Assert.Equal(0, GavelProgram.Run(folder.Path, "check").ExitCode);
    }

    [Fact]
    public void Renaming_moves_file_title_index_row_and_links_together()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "rename", "2", "A calm start");
        Assert.Equal("RFC-2 is now 'A calm start' in rfcs/0002-a-calm-start.md.\n", result.Output);
        Assert.StartsWith("# RFC 0002: A calm start\n", folder.Read("rfcs/0002-a-calm-start.md"), StringComparison.Ordinal);
        Assert.Contains("(0002-a-calm-start.md) | A calm start | Accepted |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_with_marks_goes_into_heading_and_index_row_and_out_again()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Run(folder.Path, "rename", "2", ".NET | Python");
        Assert.StartsWith("# RFC 0002: .NET | Python\n", folder.Read("rfcs/0002-net-python.md"), StringComparison.Ordinal);
        Assert.Contains("(0002-net-python.md) | .NET \\| Python | Accepted |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
        Assert.Equal("Checked 2 proposals, found nothing to mend.\n", GavelProgram.Run(folder.Path, "check").Output);
        GavelProgram.Run(folder.Path, "rename", "2", "A calm start");
        Assert.StartsWith("# RFC 0002: A calm start\n", folder.Read("rfcs/0002-a-calm-start.md"), StringComparison.Ordinal);
        Assert.Contains("(0002-a-calm-start.md) | A calm start | Accepted |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_prints_a_difference_that_git_applies_and_changes_nothing()
    {
        using var folder = Repositories.Rfcs();
        var before = folder.Snapshot();
        var patch = GavelProgram.Run(folder.Path, "renumber", "1", "9", "--dry-run").Output;
        Assert.Equal(before, folder.Snapshot());
        folder.Write("change.patch", patch);
        Assert.Equal(0, GavelProgram.Git(folder.Path, "apply", "change.patch").ExitCode);
        Assert.True(folder.Has("rfcs/0009-retry-budgets.md"));
    }

    [Fact]
    public void A_commit_holds_exactly_the_changed_paths()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("unrelated.txt", "mine\n");
        Assert.Equal(0, GavelProgram.Run(folder.Path, "set", "1", "Status=Accepted", "--commit").ExitCode);
        Assert.Equal("rfcs/0001-retry-budgets.md", GavelProgram.Git(folder.Path, "show", "--name-only", "--format=", "HEAD").Output.Trim());
    }

    [Fact]
    public void Superseding_writes_both_ends()
    {
        using var folder = Repositories.Rfcs();
        Assert.Equal(0, GavelProgram.Run(folder.Path, "new", "Louder start", "--supersedes", "RFC-2").ExitCode);
        Assert.Contains("RFC-2", folder.Read("rfcs/0003-louder-start.md"), StringComparison.Ordinal);
        Assert.Contains("RFC-3", folder.Read("rfcs/0002-quiet-start.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Similar_proposals_are_named()
    {
        using var folder = Repositories.Rfcs();
        Assert.Contains("RFC-1", GavelProgram.Run(folder.Path, "new", "Retry budgets for batches").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_writes_a_template_of_what_proposals_share_where_there_is_none()
    {
        using var folder = new TemporaryFolder();
        for (var n = 1; n < 5; n++) folder.Write($"docs/adr/000{n}-choice-{n}.md", $"# {n}. Choice {n}\n\nDate: 2024-0{n}-01\n\n## Status\n\nAccepted\n\n## Context\n\nThere are {n} ways to do it.\n\n## Decision\n\nWe take way {n}.\n");
        folder.Commit("decisions");
        var before = GavelProgram.Run(folder.Path, "list").Output;

        var init = GavelProgram.Run(folder.Path, "init");

        Assert.Equal(0, init.ExitCode);
        Assert.Contains("Wrote docs/adr/template.md.", init.Output, StringComparison.Ordinal);
        Assert.Equal("# {number}. {title}\n\nDate: {date}\n\n## Status\n\n## Context\n\n## Decision\n\n", folder.Read("docs/adr/template.md"));
        Assert.Equal(4, before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(before.Replace("1. Choice", "Choice", StringComparison.Ordinal).Replace("2. Choice", "Choice", StringComparison.Ordinal).Replace("3. Choice", "Choice", StringComparison.Ordinal).Replace("4. Choice", "Choice", StringComparison.Ordinal), GavelProgram.Run(folder.Path, "list").Output);
        Assert.Equal("Checked 4 proposals, found nothing to mend.\n", GavelProgram.Run(folder.Path, "check").Output);
        Assert.Equal(0, GavelProgram.Run(folder.Path, "new", "Another choice").ExitCode);
        Assert.Matches(@"^# 5\. Another choice\n\nDate: \d{4}-\d\d-\d\d\n\n", folder.Read("docs/adr/0005-another-choice.md"));
    }

    [Fact]
    public void Init_writes_a_configuration_that_finds_the_same()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Strange"));
        folder.Commit("a fault");
        var before = GavelProgram.Run(folder.Path, "list", "--format", "json").Output;
        Assert.Equal(0, GavelProgram.Run(folder.Path, "init").ExitCode);
        Assert.Equal(before, GavelProgram.Run(folder.Path, "list", "--format", "json").Output);
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("owed (baseline)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_that_is_refused_says_so_in_an_object_too()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Run(folder.Path, "init");
        var again = GavelProgram.Run(folder.Path, "init", "--format", "json");
        Assert.Equal((1, "gavel: gavel.yml is already there; delete it to start again\n"), (again.ExitCode, again.Error));
        Assert.Equal("""{"version":1,"written":[],"processes":[],"owed":0}""", again.Output.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void One_finding_that_is_owed_is_one()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Strange"));
        Assert.Contains("\n1 finding is owed: the baseline holds it back,", GavelProgram.Run(folder.Path, "init").Output, StringComparison.Ordinal);
    }
}
