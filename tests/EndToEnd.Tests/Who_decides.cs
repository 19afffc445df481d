namespace EndToEnd.Tests;

/// <summary>Whom a policy of gavel.yml means.</summary>
public sealed class Who_decides
{
    private const string Configuration = """
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
            statuses: { Proposed: {}, Accepted: { kind: accepted, aliases: [Approved] } }
            transitions: [{ from: Proposed, to: Accepted, policy: delegate }]
        policies: { delegate: { all-of: [{ title: delegate, approvals: 1, from: ["field:Decider"] }, { title: areas, approvals: 1, each: Areas }] } }
        people: { ann: { emails: [ann@example.org] }, bo: { handles: [boh] }, cy: {} }
        groups: { quay: [cy] }
        """;

    [Fact]
    public void A_field_that_only_the_proposal_has_names_who_decides()
    {
        using var folder = Repository("- **Decider**: @boh\n- **Areas**: quay\n");
        Assert.Contains("is not one of those whom 'Decider' names", Run(folder, 0, "approve", "1", "--commit").Error, StringComparison.Ordinal);
        Assert.Contains("still asked: bo", Run(folder, 1, "move", "1", "Accepted").Error, StringComparison.Ordinal);
        Assert.Equal("", Run(folder, 0, "approve", "1", "--as", "bo", "--commit").Error);
        Assert.Equal("", Run(folder, 0, "approve", "1", "--as", "cy", "--commit").Error);
        Run(folder, 0, "move", "1", "Accepted", "--commit");
        Run(folder, 0, "check", "--changed-since", "HEAD~1");
    }

    [Fact]
    public void Where_the_field_is_not_there_either_the_gate_stays_shut_and_says_why()
    {
        using var folder = Repository("");
        Run(folder, 0, "approve", "1", "--commit");
        var refused = Run(folder, 1, "move", "1", "Accepted").Error;
        Assert.Contains("of those whom 'Decider' names (delegate); nobody is one", refused, StringComparison.Ordinal);
        Assert.Contains("the field 'Areas' names nobody", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_by_an_alias_is_told_by_the_status_that_is_written()
    {
        using var folder = Repository("- **Decider**: ann\n- **Areas**: ann\n");
        Run(folder, 0, "approve", "1", "--commit");
        Assert.StartsWith("RFC-1 is now 'Accepted' in rfcs/0001-retry-budgets.md.\n", Run(folder, 0, "move", "1", "approved", "--commit").Output, StringComparison.Ordinal);
        Assert.Contains("- **Status**: Accepted\n", folder.Read("rfcs/0001-retry-budgets.md"), StringComparison.Ordinal);
        Assert.Equal("RFC-1: move to Accepted\n", GavelProgram.Git(folder.Path, "log", "-1", "--format=%s").Output);
    }

    private static TemporaryFolder Repository(string fields) => TemporaryFolder.Repository(
        ("gavel.yml", Configuration),
        ("rfcs/template.md", Repositories.Template),
        ("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets").Replace("- **Created**", fields + "- **Created**", StringComparison.Ordinal)));

    private static ProgramResult Run(TemporaryFolder folder, int status, params string[] args)
    {
        var result = GavelProgram.Run(folder.Path, args);
        Assert.True(result.ExitCode == status, $"{string.Join(' ', args)}: {result.ExitCode}\n{result.Output}{result.Error}");
        return result;
    }
}
