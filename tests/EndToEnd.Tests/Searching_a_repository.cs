using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Searching_a_repository
{
    [Fact]
    public void A_search_is_narrowed_to_what_waits_for_somebody_and_put_into_another_order()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n    statuses: { Proposed: {}, Accepted: { kind: accepted } }\n    transitions: [{ from: Proposed, to: Accepted, policy: keeper }]\npolicies: { keeper: { approvals: 1, from: [bo] } }\npeople: { bo: {}, cy: {} }\n");
        folder.Commit("policy");
        var waiting = GavelProgram.Run(folder.Path, "search", "budget", "--waiting-for", "bo").Output;
        Assert.Contains("RFC-1", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("RFC-2", waiting, StringComparison.Ordinal);
        Assert.Contains("1 proposal matches", waiting, StringComparison.Ordinal);
        Assert.StartsWith("No proposal matches.", GavelProgram.Run(folder.Path, "search", "budget", "--waiting-for", "cy").Output, StringComparison.Ordinal);
        var sorted = GavelProgram.Run(folder.Path, "search", "budget", "--sort", "title").Output;
        Assert.True(sorted.IndexOf("Quiet start", StringComparison.Ordinal) < sorted.IndexOf("Retry budgets", StringComparison.Ordinal));
    }

    [Fact]
    public void The_object_has_the_keys_of_the_contract()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "search", "retry", "budget", "--format", "json");
        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["version", "query", "total", "hits"], json.RootElement.EnumerateObject().Select(p => p.Name));
        var hit = json.RootElement.GetProperty("hits")[0];
        Assert.Equal(["id", "title", "status", "path", "line", "score", "excerpt"], hit.EnumerateObject().Select(p => p.Name));
        Assert.Equal("rfcs/0001-retry-budgets.md", hit.GetProperty("path").GetString());
        Assert.Equal(9, hit.GetProperty("line").GetInt32());
        Assert.Contains("budget of retries", hit.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_just_written_is_found_and_what_went_is_not()
    {
        using var folder = Repositories.Rfcs();
        Assert.Contains("1 proposal matches.", GavelProgram.Run(folder.Path, "search", "quiet").Output, StringComparison.Ordinal);
        folder.Write("rfcs/0003-quiet-end.md", Repositories.Rfc(3, "Quiet end"));
        Assert.Contains("2 proposals match.", GavelProgram.Run(folder.Path, "search", "quiet").Output, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.Path, "rfcs", "0002-quiet-start.md"));
        Assert.Contains("1 proposal matches.", GavelProgram.Run(folder.Path, "search", "quiet").Output, StringComparison.Ordinal);
        Assert.Contains("1 proposal matches.", GavelProgram.Run(folder.Path, "search", "quiet", "--no-cache").Output, StringComparison.Ordinal);
        Assert.Equal("No proposal matches. Nowhere: 'xyzzy'.\n", GavelProgram.Run(folder.Path, "search", "xyzzy").Output);
    }

    [Fact]
    public void What_no_proposal_has_is_said_with_what_there_is()
    {
        using var folder = Repositories.Rfcs();
        Assert.Equal("No proposal matches. No proposal has that status; there are Accepted, Proposed.\n", GavelProgram.Run(folder.Path, "search", "status:nope", "retry").Output);
        Assert.Equal("No proposal matches. No proposal has that author.\n", GavelProgram.Run(folder.Path, "search", "--author", "Nobody", "--status", "accepted").Output);
    }

    [Fact]
    public void Filters_narrow_it_and_wrong_ones_are_wrong_usage()
    {
        using var folder = Repositories.Rfcs();
        Assert.StartsWith("RFC-2  Quiet start", GavelProgram.Run(folder.Path, "search", "--status", "accepted").Output, StringComparison.Ordinal);
        Assert.Contains("No proposal", GavelProgram.Run(folder.Path, "search", "quiet", "--status", "Proposed").Output, StringComparison.Ordinal);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "search").ExitCode);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "search", "retry", "--process", "KEP").ExitCode);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "search", "retry", "--limit", "none").ExitCode);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "search", "retry", "--field", "Status").ExitCode);
    }
}
