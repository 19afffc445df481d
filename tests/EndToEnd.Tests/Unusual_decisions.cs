using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Decisions and repositories that are not as they should be: each has an answer, and nothing that was recorded is lost.</summary>
public sealed class Unusual_decisions
{
    [Theory]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("log", "rfc-1")]
    [InlineData("approve", "rfc-1")]
    [InlineData("init")]
    public void A_bare_repository_has_no_files_and_says_how_to_get_some(params string[] command)
    {
        using var folder = Repositories.Rfcs();
        using var bare = new TemporaryFolder();
        GavelProgram.Git(bare.Path, "clone", "-q", "--bare", "file://" + folder.Path, "it.git");
        var before = bare.Snapshot();
        var result = GavelProgram.Run(Path.Combine(bare.Path, "it.git"), command);
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("is a bare repository: it has no work tree with files. Clone it", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, bare.Snapshot());
    }

    [Theory]
    [InlineData("policy: two", "policy: tow", "there is no policy 'tow'")]
    [InlineData("approvals: 2", "approvals: two", "'approvals' is 'two', expected a whole number")]
    [InlineData("policies:", "policies: }", "")]
    public void While_gavel_yml_is_wrong_no_gate_opens_and_words_are_kept(string right, string wrong, string why)
    {
        using var folder = Repositories.Rfcs();
        const string Configuration = "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: 'rfcs/{number}-{slug}.md'\n    transitions: [{ from: Proposed, to: Accepted, policy: two }]\npolicies: { two: { approvals: 2 } }\n";
        folder.Write("gavel.yml", Configuration.Replace(right, wrong, StringComparison.Ordinal));
        folder.Commit("a slip of the pen");
        foreach (var command in (string[][])[["todo", "1", "--format", "json"], ["move", "1", "Accepted", "--format", "json"], ["move", "1", "Accepted", "--force", "--reason", "in a hurry"]])
        {
            var refused = Run(folder, 2, command);
            Assert.Equal("", refused.Output);
            Assert.StartsWith("gavel: gavel.yml:", refused.Error, StringComparison.Ordinal);
            Assert.Contains(why, refused.Error, StringComparison.Ordinal);
        }
        Assert.Contains("it is left out here, and 'gavel check' shows all that is wrong", Run(folder, 0, "list").Error, StringComparison.Ordinal);
        Run(folder, 0, "object", "1", "--note", "no way back", "--commit");
        folder.Write("gavel.yml", Configuration);
        folder.Commit("mended");
        Assert.Contains("open objection of Ann Lee: no way back", Run(folder, 1, "move", "1", "Accepted").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_objection_that_is_taken_away_together_with_the_move_still_stands_in_its_way()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md', transitions: [{ from: Proposed, to: Accepted }] }\n");
        folder.Commit("a process");
        Run(folder, 0, "object", "1", "--note", "no way back", "--commit");
        Directory.Delete(Path.Combine(folder.Path, ".gavel"), recursive: true);
        Run(folder, 0, "set", "1", "Status=Accepted");
        folder.Commit("pushed through");
        Assert.Contains("error[gate-unmet]: RFC-1 became 'Accepted' before its gate was met: open objection of Ann Lee: no way back", Run(folder, 1, "check", "--changed-since", "HEAD~1").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action: object", "action: approve")]
    [InlineData("by: \"Ann Lee\"", "by: Bo Ek")]
    public void An_objection_that_becomes_another_word_together_with_the_move_still_stands_in_its_way(string was, string now)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md', transitions: [{ from: Proposed, to: Accepted }] }\n");
        folder.Commit("a process");
        Run(folder, 0, "object", "1", "--note", "no way back", "--commit");
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, ".gavel", "decisions", "RFC-1")));
        var text = File.ReadAllText(file).Replace(was, now, StringComparison.Ordinal).Replace(was.Replace("\"", "", StringComparison.Ordinal), now, StringComparison.Ordinal);
        Assert.Contains(now, text, StringComparison.Ordinal);
        File.WriteAllText(file, text);
        Run(folder, 0, "set", "1", "Status=Accepted");
        folder.Commit("pushed through");
        Assert.Contains("open objection of Ann Lee: no way back", Run(folder, 1, "check", "--changed-since", "HEAD~1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_since_an_approval_knows_people_by_all_their_names_and_says_so_where_the_text_is_unknown()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md' }\npeople: { ann: { names: [Ann Lee], emails: [ann@example.org], handles: [annl] } }\n");
        folder.Commit("people");
        Run(folder, 0, "approve", "1", "--as", "ann", "--commit");
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("guess badly", "guess well", StringComparison.Ordinal));
        foreach (var name in (string[])["ann", "Ann Lee", "@annl", "ann@example.org"])
            Assert.Contains("{+well+}", Run(folder, 0, "diff", "1", "--since-approval", name).Output, StringComparison.Ordinal);
        folder.Write(".gavel/decisions/RFC-1/2030-01-01T000000Z-approve-ann-0000.yml", "action: approve\nby: ann\non: 2030-01-01T00:00:00Z\nat: x\n");
        Assert.Contains("approves a content that the repository does not have (x)", Run(folder, 2, "diff", "1", "--since-approval").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_was_only_written_down_says_that_it_passed_no_gate()
    {
        using var folder = Repositories.Rfcs();
        Assert.Equal("gavel: this wrote a field: no gate was passed, and nothing was recorded; 'gavel move RFC-1 \"Accepted\"' does all of it\n", Run(folder, 0, "set", "1", "status=Accepted").Error);
        Assert.Equal("", Run(folder, 0, "set", "1", "Author=Bo Ek").Error);
    }

    [Fact]
    public void Nothing_was_decided_on_a_day_to_come()
    {
        using var folder = Repositories.Rfcs();
        foreach (var command in (string[][])[["approve", "1"], ["move", "1", "Accepted"], ["vote", "1", "for"]])
        {
            var refused = Run(folder, 1, [.. command, "--effective", "2026-06-01", "--today", "2026-05-01", "--format", "json"]);
            Assert.Equal("not-allowed", JsonDocument.Parse(refused.Output).RootElement.GetProperty("refusal").GetProperty("code").GetString());
        }
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".gavel")));
        Run(folder, 0, "move", "1", "Accepted", "--effective", "2026-05-02", "--today", "2026-05-01");
    }

    [Fact]
    public void After_a_history_was_replaced_an_approval_of_a_text_that_is_gone_is_kept_and_does_not_count()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md', transitions: [{ from: Proposed, to: Accepted, policy: one }] }\npolicies: { one: { approvals: 1 } }\n");
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("A header carries", "A trailer carries", StringComparison.Ordinal));
        folder.Commit("trailers");
        Run(folder, 0, "approve", "1");
        var decision = Directory.GetFiles(Path.Combine(folder.Path, ".gavel", "decisions", "RFC-1")).Single();
        var text = File.ReadAllText(decision);
        // Somebody else pushes another history over it; ours has the decision about a text that is in no commit any more.
        using var other = new TemporaryFolder();
        GavelProgram.Git(other.Path, "init", "-q");
        foreach (var file in (string[])["rfcs/template.md", "rfcs/0002-quiet-start.md", "rfcs/README.md", "gavel.yml"]) other.Write(file, folder.Read(file));
        other.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));
        other.Write(Path.GetRelativePath(folder.Path, decision), text);
        other.Commit("pushed over");
        Assert.Contains("not counted: Ann Lee (about a text that this repository does not have)", Run(other, 1, "move", "1", "Accepted").Error, StringComparison.Ordinal);
        Assert.Equal(2, Run(other, 2, "diff", "1", "--since-approval").ExitCode);
        Assert.Contains("approved", Run(other, 0, "log", "1").Output, StringComparison.Ordinal);
        Assert.Equal(text, other.Read(Path.GetRelativePath(folder.Path, decision)));
    }

    [Fact]
    public void Decisions_about_a_proposal_that_got_another_name_by_hand_are_kept_and_told()
    {
        using var folder = Repositories.Rfcs();
        Run(folder, 0, "approve", "1", "--commit");
        GavelProgram.Git(folder.Path, "mv", "rfcs/0001-retry-budgets.md", "rfcs/0009-retry-budgets.md");
        folder.Write("rfcs/0009-retry-budgets.md", folder.Read("rfcs/0009-retry-budgets.md").Replace("RFC 0001", "RFC 0009", StringComparison.Ordinal));
        folder.Commit("by hand");
        Assert.Contains("warning[reference-unknown]: 1 decision is about RFC-1, which does not exist", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        GavelProgram.Git(folder.Path, "mv", ".gavel/decisions/RFC-1", ".gavel/decisions/RFC-9");
        Assert.DoesNotContain("decision is about", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_count_what_nobody_touched_for_half_a_year_and_say_so()
    {
        using var folder = Repositories.Rfcs();
        Assert.StartsWith("RFC: 2 proposals, 1 open, 0 stale\n", Run(folder, 0, "stats").Output, StringComparison.Ordinal);
        Assert.StartsWith("RFC: 2 proposals, 1 open, 1 stale (nothing happened for 180 days)\n", Run(folder, 0, "stats", "--today", "2099-01-01").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[stale]", Run(folder, 0, "check", "--today", "2099-01-01").Output, StringComparison.Ordinal);
        Run(folder, 0, "approve", "1", "--today", "2098-12-30");
        Assert.StartsWith("RFC: 2 proposals, 1 open, 0 stale\n", Run(folder, 0, "stats", "--today", "2099-01-01").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_the_template_asks_for_before_work_begins_is_to_do_and_so_are_tasks_that_are_too_big()
    {
        const string template = "# RFC NNNN: Title\n\n- **Status**: Draft | Accepted | Done\n\n## Summary\n\n<!-- What is proposed? -->\n\n## Milestones\n\n_List the milestones and break each down into tasks of at most 1 week. This need not be done when first proposing, but before it is accepted._\n";
        static string Rfc(int number, string milestones) => $"# RFC {number:0000}: Trains on line {number}\n\n- **Status**: Draft\n\n## Summary\n\nTrains run on line {number}.\n\n## Milestones\n\n{milestones}\n";
        using var folder = TemporaryFolder.Repository(
            ("rfcs/template.md", template), ("rfcs/0001-a.md", Rfc(1, "We build it as we always do and tell nobody when.")),
            ("rfcs/0002-b.md", Rfc(2, "1. Depot\n   - rails (2-8 days)\n   - switches (done, 1 day)")), ("rfcs/0003-c.md", Rfc(3, "1. Cars (1 day)")));
        Assert.Contains("plan false 'Milestones' lists no milestones or tasks yet", Plan(folder, "1", "Accepted"));
        Assert.Equal(["plan false 'rails' may take 8 days, and a task takes at most 5: break it down", "plan true 'Milestones' says what is to be done"], Plan(folder, "2", "Accepted").Order(StringComparer.Ordinal));
        Assert.Contains("plan false 1 of 2 items of the plan are marked as done", Plan(folder, "2", "Done"));
        Assert.Equal(0, Run(folder, 0, "move", "1", "Accepted").ExitCode);
    }

    private static List<string> Plan(TemporaryFolder folder, string id, string status)
    {
        var items = JsonDocument.Parse(Run(folder, 0, "todo", id, "--for", status, "--format", "json").Output).RootElement.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "plan").ToList();
        Assert.All(items, i => Assert.True(i.GetProperty("line").GetInt32() >= 8));
        return [.. items.Select(i => $"plan {(i.GetProperty("done").GetBoolean() ? "true" : "false")} {i.GetProperty("text").GetString()}")];
    }

    private static ProgramResult Run(TemporaryFolder folder, int exitCode, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == exitCode, $"gavel {string.Join(' ', args)} gave {result.ExitCode}, not {exitCode}:\n{result.Error}\n{result.Output}");
        return result;
    }
}
