using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Whoever moves a proposal and changes gavel.yml in the same change is judged by what was agreed upon before.</summary>
public sealed class Rules_that_change_with_a_move
{
    private const string Head = """
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
            index: rfcs/README.md
            statuses: { Draft: {}, Proposed: {}, Accepted: {}, Rejected: {} }

        """;

    private const string Rules = Head + """
            transitions:
              - { from: Draft, to: Proposed }
              - { from: Proposed, to: Accepted, policy: two-keepers }
        policies: { two-keepers: { approvals: 2, from: [keepers] } }
        people: { ann: { names: [Ann Lee], emails: [ann@example.org] }, bo: {}, cy: {}, dee: {} }
        groups: { keepers: [ann, bo, cy] }
        """;

    private const string Before = " (by gavel.yml as it was before this change)";

    [Theory]
    [InlineData("approvals: 2", "approvals: 0", "gate-unmet", "RFC-1 became 'Accepted' before its gate was met: 0 of 2 approvals of keepers; still asked: ann, bo, cy" + Before)]
    [InlineData("policy: two-keepers ", "", "gate-unmet", "RFC-1 became 'Accepted' before its gate was met: 0 of 2 approvals of keepers; still asked: ann, bo, cy" + Before)]
    [InlineData("groups: {", "rules: { gate-unmet: off }\ngroups: {", "gate-unmet", "RFC-1 became 'Accepted' before its gate was met: 0 of 2 approvals of keepers; still asked: ann, bo, cy")]
    public void A_change_does_not_open_its_own_gate(string was, string now, string rule, string message)
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace(was, now, StringComparison.Ordinal));
        Write(folder, "Accepted");
        folder.Commit("accepted, and the rules changed");
        Assert.Equal([$"{rule}: {message}"], Moves(folder));
    }

    [Fact]
    public void Whoever_makes_themselves_a_keeper_is_none_yet()
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace("[ann, bo, cy]", "[ann, bo, cy, dee]", StringComparison.Ordinal));
        foreach (var person in (string[])["ann", "dee"]) Run(folder, 0, "approve", "1", "--as", person);
        folder.Commit("approved");
        Assert.Contains("RFC-1 is now 'Accepted'", Run(folder, 0, "move", "1", "Accepted", "--commit").Output, StringComparison.Ordinal);
        Assert.Equal([$"gate-unmet: RFC-1 became 'Accepted' before its gate was met: 1 of 2 approvals of keepers: ann; still asked: bo, cy; not counted: dee (not one of keepers){Before}"], Moves(folder));
        Run(folder, 0, "approve", "1", "--as", "bo");
    }

    [Fact]
    public void A_move_that_the_change_itself_allows_is_told_and_becomes_right_once_the_rules_are_agreed_upon()
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace("- { from: Draft, to: Proposed }", "- { from: [Draft, Proposed], to: Rejected }", StringComparison.Ordinal));
        folder.Commit("rules");
        GavelProgram.Git(folder.Path, "branch", "-f", "rules");
        Write(folder, "Rejected");
        folder.Commit("rejected");
        Assert.Equal([$"transition-illegal: RFC-1 went from 'Proposed' to 'Rejected'{Before}"], Moves(folder));
        Assert.Empty(Moves(folder, "rules"));
    }

    [Fact]
    public void A_change_of_the_rules_that_moves_nothing_is_no_finding_and_neither_is_the_first_gavel_yml()
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace("approvals: 2", "approvals: 1", StringComparison.Ordinal));
        folder.Commit("rules");
        Assert.Empty(Moves(folder));

        using var first = Branch(null);
        first.Write("gavel.yml", Rules.Replace("approvals: 2", "approvals: 0", StringComparison.Ordinal));
        Write(first, "Accepted");
        first.Commit("rules, and what they are for");
        Assert.Empty(Moves(first));
    }

    [Fact]
    public void Tighter_rules_hold_at_once()
    {
        using var folder = Branch(Rules.Replace("approvals: 2", "approvals: 0", StringComparison.Ordinal));
        folder.Write("gavel.yml", Rules);
        Write(folder, "Accepted");
        folder.Commit("accepted");
        Assert.Equal(["gate-unmet: RFC-1 became 'Accepted' before its gate was met: 0 of 2 approvals of keepers; still asked: ann, bo, cy"], Moves(folder));
    }

    [Fact]
    public void A_status_that_only_gets_another_name_moves_nothing_and_one_that_means_more_does()
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace("Proposed", "Open", StringComparison.Ordinal));
        Write(folder, "Open");
        folder.Commit("another word");
        Assert.Empty(Moves(folder));
        folder.Write("gavel.yml", Rules.Replace("Accepted: {}", "Approved: { kind: accepted }", StringComparison.Ordinal).Replace("Proposed: {}", "Open: {}", StringComparison.Ordinal).Replace("from: Proposed, to: Accepted, policy: two-keepers", "from: Open, to: Approved", StringComparison.Ordinal).Replace("to: Proposed", "to: Open", StringComparison.Ordinal));
        Write(folder, "Approved");
        folder.Commit("other words");
        Assert.Equal([$"transition-illegal: RFC-1 went from 'Proposed' to 'Approved'{Before}"], Moves(folder));
    }

    [Fact]
    public void Silence_is_counted_from_the_status_before_the_move_and_a_move_is_judged_as_of_its_day()
    {
        var lazy = Rules.Replace("approvals: 2, from: [keepers]", "approvals: 0, period: 72h", StringComparison.Ordinal);
        using var folder = Branch(lazy);
        Write(folder, "Accepted");
        folder.Commit("accepted");
        var on = Moves(folder, "base", "2030-01-01"); // long over
        Assert.Empty(on);
        Assert.Matches("^gate-unmet: RFC-1 became 'Accepted' before its gate was met: the comment period of 72 hours ends on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC$", Assert.Single(Moves(folder)));

        using var early = Branch(lazy);
        Run(early, 0, "move", "1", "Accepted", "--force", "--reason", "no time", "--commit");
        var report = Json(early, 0, "check", "--changed-since", "base", "--today", "2030-01-01", "--format", "json");
        Assert.Contains(report.GetProperty("diagnostics").EnumerateArray(), d => d.GetProperty("rule").GetString() == "gate-unmet" && d.GetProperty("severity").GetString() == "info");
    }

    [Fact]
    public void A_move_says_when_no_commit_holds_the_rules_that_it_goes_by()
    {
        using var folder = Branch(Rules);
        folder.Write("gavel.yml", Rules.Replace("approvals: 2", "approvals: 0", StringComparison.Ordinal));
        Assert.Contains("gavel.yml has changes that no commit holds, and this goes by them", Run(folder, 0, "move", "1", "Accepted").Error, StringComparison.Ordinal);
    }

    private static List<string> Moves(TemporaryFolder folder, string since = "base", string? today = null)
    {
        var args = (List<string>)["check", "--changed-since", since, "--fail-on", "never", "--format", "json"];
        if (today is not null) args.AddRange(["--today", today]);
        return [.. Json(folder, 0, [.. args]).GetProperty("diagnostics").EnumerateArray()
            .Where(d => d.GetProperty("rule").GetString() is "gate-unmet" or "transition-illegal").Select(d => $"{d.GetProperty("rule").GetString()}: {d.GetProperty("message").GetString()}")];
    }

    private static void Write(TemporaryFolder folder, string status) =>
        folder.Write("rfcs/0001-retry-budgets.md", folder.Read("rfcs/0001-retry-budgets.md").Replace("- **Status**: Proposed", $"- **Status**: {status}", StringComparison.Ordinal).Replace("- **Status**: Open", $"- **Status**: {status}", StringComparison.Ordinal));

    private static TemporaryFolder Branch(string? rules)
    {
        var folder = Repositories.Rfcs();
        if (rules is not null) folder.Write("gavel.yml", rules);
        folder.Write("rfcs/.keep", "");
        folder.Commit("base");
        GavelProgram.Git(folder.Path, "branch", "base");
        return folder;
    }

    private static ProgramResult Run(TemporaryFolder folder, int exitCode, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == exitCode, $"gavel {string.Join(' ', args)} gave {result.ExitCode}, not {exitCode}:\n{result.Error}\n{result.Output}");
        return result;
    }

    private static JsonElement Json(TemporaryFolder folder, int exitCode, params string[] args) => JsonDocument.Parse(Run(folder, exitCode, args).Output).RootElement;
}
