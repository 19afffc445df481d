using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Deciding_on_proposals
{
    private const string Configuration = """
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
            index: rfcs/README.md
            statuses: { Draft: {}, Proposed: {}, Accepted: {}, Rejected: {} }
            transitions:
              - { from: Draft, to: Proposed }
              - { from: Proposed, to: Accepted, policy: two-keepers }
              - { from: [Draft, Proposed], to: Rejected }
        policies: { two-keepers: { approvals: 2, from: [keepers], objections: block } }
        people: { ann: { names: [Ann Lee], emails: [ann@example.org] }, bo: {}, cy: {}, dee: {} }
        groups: { keepers: [ann, bo, cy] }
        """;

    [Fact]
    public void Two_approvals_open_the_gate_and_the_move_is_recorded()
    {
        using var folder = Process();
        var refused = Json(folder, 1, "move", "RFC-1", "Accepted", "--format", "json");
        Assert.Equal("gate-unmet", refused.GetProperty("refusal").GetProperty("code").GetString());
        var unmet = Assert.Single(refused.GetProperty("refusal").GetProperty("unmet").EnumerateArray());
        Assert.Equal("approval", unmet.GetProperty("kind").GetString());
        Assert.Equal("0 of 2 approvals of keepers; still asked: ann, bo, cy", unmet.GetProperty("text").GetString());
        Assert.Equal(["ann", "bo", "cy"], unmet.GetProperty("who").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(JsonValueKind.Null, unmet.GetProperty("until").ValueKind);

        Run(folder, 0, "approve", "1", "--commit");
        var second = Json(folder, 0, "approve", "rfc-1", "--as", "bo", "--note", "reads well", "--format", "json", "--commit");
        Assert.Equal(40, second.GetProperty("commit").GetString()!.Length);
        Assert.Equal("RFC-1", second.GetProperty("id").GetString());
        var file = Assert.Single(second.GetProperty("changed").EnumerateArray()).GetString()!;
        Assert.Matches("^\\.gavel/decisions/RFC-1/\\d{4}-\\d\\d-\\d\\dT\\d{6}Z-approve-bo-[0-9a-f]{4}\\.yml$", file);
        Assert.Contains("by: bo\nrecordedBy: ann\n", folder.Read(file), StringComparison.Ordinal);
        Assert.Contains("note: reads well\n", folder.Read(file), StringComparison.Ordinal);

        var todo = Json(folder, 0, "todo", "RFC-1", "--format", "json");
        Assert.True(todo.GetProperty("ready").GetBoolean());
        Assert.Equal("Accepted", todo.GetProperty("for").GetString());

        var moved = Run(folder, 0, "move", "RFC-1", "Accepted", "--effective", "2026-02-03", "--reason", "agreed in the meeting", "--commit");
        Assert.StartsWith("RFC-1 is now 'Accepted' in rfcs/0001-retry-budgets.md.\n", moved.Output, StringComparison.Ordinal);
        Assert.Contains("- **Status**: Accepted\n", folder.Read("rfcs/0001-retry-budgets.md"), StringComparison.Ordinal);
        Assert.Contains("Retry budgets | Accepted |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
        var record = Assert.Single(Decisions(folder), d => d.Contains("-move-", StringComparison.Ordinal));
        Assert.Contains("effective: 2026-02-03\n", folder.Read(record), StringComparison.Ordinal);
        Assert.Contains("from: Proposed\nto: Accepted\nnote: agreed in the meeting\n", folder.Read(record), StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
        Run(folder, 0, "check");
    }

    [Fact]
    public void An_objection_stops_the_move_until_it_is_resolved_by_whoever_raised_it_or_overruled_with_a_reason()
    {
        using var folder = Process();
        foreach (var person in (string[])["ann", "bo"]) Run(folder, 0, "approve", "1", "--as", person);
        Run(folder, 0, "object", "1", "--as", "dee", "--note", "no way back");
        folder.Commit("decided");
        Assert.Contains("open objection of dee: no way back (dee resolves it, or keepers may overrule it with a reason)", Run(folder, 1, "move", "1", "Accepted").Error, StringComparison.Ordinal);
        Assert.Contains("says why with --note", Run(folder, 1, "resolve", "1", "dee", "--as", "bo").Error, StringComparison.Ordinal);
        Run(folder, 0, "resolve", "1", "--as", "dee");
        Run(folder, 0, "move", "1", "Accepted");
    }

    [Fact]
    public void Which_of_several_objections_is_meant_is_asked_with_what_each_is_about()
    {
        using var folder = Process();
        Run(folder, 0, "object", "1", "--as", "dee", "--note", "no way back");
        Run(folder, 0, "object", "1", "--as", "ann");
        var asked = Run(folder, 1, "resolve", "1", "--as", "bo", "--note", "it is met").Error;
        Assert.Contains(" (no way back)", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("()", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_outlives_a_typing_mistake_and_not_another_design()
    {
        using var folder = Process();
        foreach (var person in (string[])["ann", "bo"]) Run(folder, 0, "approve", "1", "--as", person);
        folder.Commit("approved");
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("callers can see", "callers  can\nsee", StringComparison.Ordinal).Replace("guess badly", "guess badley", StringComparison.Ordinal));
        folder.Commit("typo");
        Assert.True(Json(folder, 0, "todo", "1", "--format", "json").GetProperty("ready").GetBoolean());
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("A header carries", "A trailer carries", StringComparison.Ordinal));
        folder.Commit("another design");
        Assert.Contains("not counted: ann (the text changed since), bo (the text changed since)", Run(folder, 1, "move", "1", "Accepted").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Deciding_on_a_text_that_is_not_committed_is_refused_with_the_way_out()
    {
        using var folder = Process();
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md") + "\nMore.\n");
        var before = folder.Snapshot();
        var refused = Json(folder, 1, "approve", "1", "--format", "json");
        Assert.Equal("uncommitted", refused.GetProperty("refusal").GetProperty("code").GetString());
        Assert.False(refused.GetProperty("done").GetBoolean());
        Assert.Contains("commit them first", Run(folder, 1, "vote", "1", "for").Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void A_move_that_the_process_lacks_is_refused_with_those_that_it_has()
    {
        using var folder = Process();
        var refused = Json(folder, 1, "move", "2", "Rejected", "--reason", "no", "--format", "json");
        Assert.Equal("no-such-transition", refused.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Contains("'RFC-1' is no status", Run(folder, 1, "move", "1", "RFC-1").Error, StringComparison.Ordinal);
        Assert.Contains("RFC-1 is 'Proposed' already", Run(folder, 1, "move", "1", "proposed").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Forcing_needs_a_reason_and_keeps_it()
    {
        using var folder = Process();
        Assert.Contains("--reason", Run(folder, 2, "move", "1", "Accepted", "--force").Error, StringComparison.Ordinal);
        Run(folder, 0, "move", "1", "Accepted", "--force", "--reason", "the release cannot wait");
        var record = Assert.Single(Decisions(folder));
        Assert.Contains("forced: true\nnote: the release cannot wait\n", folder.Read(record), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejecting_says_why()
    {
        using var folder = Process();
        Assert.Contains("--reason", Run(folder, 1, "move", "1", "Rejected").Error, StringComparison.Ordinal);
        Run(folder, 0, "move", "1", "Rejected", "--reason", "too costly");
        Assert.Contains("note: too costly", folder.Read(Assert.Single(Decisions(folder))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_the_difference_and_changes_nothing()
    {
        using var folder = Process();
        var before = folder.Snapshot();
        var result = Run(folder, 0, "approve", "1", "--dry-run");
        Assert.Contains("+action: approve\n+by: ann\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void Somebody_unknown_does_not_decide()
    {
        using var folder = Process();
        Assert.Contains("did you mean 'dee'?", Run(folder, 1, "approve", "1", "--as", "dees").Error, StringComparison.Ordinal);
        Assert.Contains("dee is not one of keepers", Run(folder, 0, "approve", "1", "--as", "dee").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_of_a_text_that_does_not_exist_does_not_count_and_says_so()
    {
        using var folder = Process();
        folder.Write(".gavel/decisions/RFC-1/2026-03-01T101500Z-approve-bo-0000.yml", "action: approve\nby: bo\non: 2026-03-01T10:15:00Z\nat: ffffffffffffffffffffffffffffffffffffffff\n");
        folder.Write(".gavel/decisions/RFC-1/2099-03-01T101500Z-approve-ann-0000.yml", "action: approve\nby: ann\non: 2099-03-01T10:15:00Z\n");
        folder.Write(".gavel/decisions/RFC-1/2026-03-01T101500Z-object-cy-0000.yml", "{");
        folder.Commit("by hand");
        var error = Run(folder, 1, "move", "1", "Accepted").Error;
        Assert.Contains("bo (about a text that this repository does not have)", error, StringComparison.Ordinal);
        Assert.Contains("1 decision is dated in the future", error, StringComparison.Ordinal);
        Assert.Contains("2026-03-01T101500Z-object-cy-0000.yml cannot be read and may be an objection of cy", error, StringComparison.Ordinal);
        Assert.Contains("error[decision-unreadable]", Run(folder, 1, "check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_sees_what_waits_for_them()
    {
        using var folder = Process();
        Assert.Contains("RFC-1\tRetry budgets\tProposed\t", Run(folder, 0, "list", "--waiting-for", "bo").Output, StringComparison.Ordinal);
        Assert.Equal(["RFC-1"], Json(folder, 0, "list", "--waiting-for", "me", "--format", "json").GetProperty("proposals").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        Assert.Equal("", Run(folder, 0, "list", "--waiting-for", "dee").Output);
        Run(folder, 0, "approve", "1", "--as", "bo");
        Assert.Equal("", Run(folder, 0, "list", "--waiting-for", "bo").Output);
        Run(folder, 0, "object", "1", "--as", "dee", "--note", "no way back");
        Assert.Contains("open objection of dee", Run(folder, 0, "list", "--waiting-for", "dee").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_move_itself_is_judged_across_a_difference()
    {
        using var folder = Process();
        GavelProgram.Git(folder.Path, "branch", "start");
        Run(folder, 0, "set", "1", "Status=Accepted", "--commit");
        var report = Json(folder, 1, "check", "--changed-since", "start", "--format", "json");
        Assert.Contains("gate-unmet", report.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("rule").GetString()));
        foreach (var person in (string[])["bo", "cy"]) Run(folder, 0, "approve", "1", "--as", person);
        folder.Commit("approved");
        Assert.DoesNotContain("gate-unmet", Run(folder, 1, "check", "--changed-since", "start").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_follow_a_proposal_that_gets_another_number()
    {
        using var folder = Process();
        Run(folder, 0, "approve", "1");
        folder.Commit("approved");
        Run(folder, 0, "renumber", "1", "7");
        Assert.StartsWith(".gavel/decisions/RFC-7/", Assert.Single(Decisions(folder)), StringComparison.Ordinal);
        folder.Commit("renumbered");
        Assert.Contains("1 of 2 approvals of keepers: ann", Run(folder, 1, "move", "RFC-7", "Accepted").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_the_status_moves_the_file_and_the_links_to_it()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: SPEC\n    template: specs/template.md\n    files: specs/{status}/{slug}.md\n    number: none\n    status: folder\n    statuses: { open: {}, approved: {}, implemented: {} }\n"),
            ("specs/template.md", "# Title\n\n## Problem\n\n<!-- What is wrong? -->\n\n## Change\n\n<!-- What changes? -->\n"),
            ("specs/open/quiet.md", "# Quiet start\n\n## Problem\n\nIt is loud, see [the other](../approved/calm.md).\n\n## Change\n\nIt is quiet.\n"),
            ("specs/approved/calm.md", "# Calm end\n\n## Problem\n\nIt is loud.\n\n## Change\n\nIt is calm, as [before](../open/quiet.md#change).\n"));
        var moved = Json(folder, 0, "move", "quiet", "approved", "--format", "json", "--commit");
        Assert.Equal("specs/approved/quiet.md", moved.GetProperty("path").GetString());
        Assert.False(folder.Has("specs/open/quiet.md"));
        Assert.Contains("[the other](calm.md)", folder.Read("specs/approved/quiet.md"), StringComparison.Ordinal);
        Assert.Contains("[before](quiet.md#change)", folder.Read("specs/approved/calm.md"), StringComparison.Ordinal);
        var record = Assert.Single(Decisions(folder));
        Assert.StartsWith(".gavel/decisions/quiet/", record, StringComparison.Ordinal);
        Assert.Contains("moved: specs/open/quiet.md\n", folder.Read(record), StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
    }

    [Fact]
    public void Without_configuration_a_proposal_moves_along_its_statuses()
    {
        using var folder = Repositories.Rfcs();
        var todo = Json(folder, 0, "todo", "1", "--format", "json");
        Assert.Equal(("RFC-1", "Proposed", "Accepted", true), (todo.GetProperty("id").GetString(), todo.GetProperty("status").GetString(), todo.GetProperty("for").GetString(), todo.GetProperty("ready").GetBoolean()));
        Run(folder, 0, "move", "1", "Accepted");
        Run(folder, 0, "check");
    }

    [Fact]
    public void What_the_template_asks_for_stands_in_the_way_too()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets").Replace("A header carries the rest of the budget.\n", "<!-- How does it work? -->\n", StringComparison.Ordinal));
        folder.Commit("no design");
        var todo = Json(folder, 0, "todo", "1", "--for", "Accepted", "--format", "json");
        Assert.False(todo.GetProperty("ready").GetBoolean());
        var item = todo.GetProperty("items").EnumerateArray().First(i => i.GetProperty("kind").GetString() == "section" && !i.GetProperty("done").GetBoolean());
        Assert.True(item.GetProperty("required").GetBoolean());
        Assert.Equal("rfcs/template.md", item.GetProperty("source").GetProperty("path").GetString());
        Assert.Equal("gate-unmet", Json(folder, 1, "move", "1", "Accepted", "--format", "json").GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public void Without_git_there_is_no_text_to_decide_on_and_a_move_still_works()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rfcs/template.md", Repositories.Template);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start"));
        Assert.Contains("needs a git repository", Run(folder, 3, "approve", "1", "--as", "bo").Error, StringComparison.Ordinal);
        Run(folder, 0, "todo", "1");
        Run(folder, 0, "move", "1", "Accepted");
        Assert.Contains("- **Status**: Accepted\n", folder.Read("rfcs/0001-retry-budgets.md"), StringComparison.Ordinal);
    }

    private static TemporaryFolder Process()
    {
        var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", Configuration);
        folder.Commit("gavel.yml");
        return folder;
    }

    private static IEnumerable<string> Decisions(TemporaryFolder folder) =>
        Directory.EnumerateFiles(Path.Combine(folder.Path, ".gavel", "decisions"), "*.yml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    private static ProgramResult Run(TemporaryFolder folder, int exitCode, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == exitCode, $"gavel {string.Join(' ', args)} gave {result.ExitCode}, not {exitCode}:\n{result.Error}\n{result.Output}");
        return result;
    }

    private static JsonElement Json(TemporaryFolder folder, int exitCode, params string[] args) => JsonDocument.Parse(Run(folder, exitCode, args).Output).RootElement;
}
