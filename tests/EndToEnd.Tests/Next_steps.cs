using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Where nothing is configured, the next step follows from the statuses of the template, and from what proposals did before.</summary>
public sealed class Next_steps
{
    private const string Free = """
        # RFC NNNN: Title of the proposal

        - **Status**: Draft

        ## Summary

        <!-- What is proposed? -->

        ## Design

        <!-- How does it work? -->

        """;

    private static string Rfc(int number, string status) => $"# RFC {number:0000}: Trains on line {number}\n\n- **Status**: {status}\n\n## Summary\n\nTrains run on line {number}.\n\n## Design\n\nRails.\n";

    [Fact]
    public void Proposals_show_the_way_where_the_template_lists_no_statuses()
    {
        using var folder = TemporaryFolder.Repository([("rfcs/template.md", Free), .. Enumerable.Range(1, 6).Select(n => ($"rfcs/{n:0000}-line-{n}.md", Rfc(n, "Draft")))]);
        // "Review" is used more often than "Last Call" by now, but from a review it goes to the last call.
        foreach (var number in (int[])[1, 2, 3])
        {
            foreach (var status in (string[])["Review", "Last Call", "Final"])
            {
                folder.Write($"rfcs/{number:0000}-line-{number}.md", Rfc(number, status));
                folder.Commit($"{number} {status}");
                if (number == 3 && status == "Last Call") break;
            }
        }
        foreach (var number in (int[])[4, 5])
        {
            folder.Write($"rfcs/{number:0000}-line-{number}.md", Rfc(number, "Review"));
            folder.Commit($"{number} review");
        }
        Assert.Equal("Last Call", For(folder, "4"));
        Assert.Equal("Final", For(folder, "3"));
        Assert.Equal("Review", For(folder, "6"));
    }

    [Fact]
    public void The_order_of_the_template_counts_where_it_has_one()
    {
        using var folder = TemporaryFolder.Repository([("rfcs/template.md", Free.Replace("Draft", "Draft | Review | Last Call | Final | Rejected", StringComparison.Ordinal)), .. Enumerable.Range(1, 4).Select(n => ($"rfcs/{n:0000}-line-{n}.md", Rfc(n, "Draft")))]);
        foreach (var number in (int[])[1, 2, 3])
        {
            folder.Write($"rfcs/{number:0000}-line-{number}.md", Rfc(number, "Final"));
            folder.Commit($"{number} final at once");
        }
        Assert.Equal("Review", For(folder, "4"));
    }

    [Fact]
    public void What_was_written_down_in_bulk_shows_no_way()
    {
        using var folder = TemporaryFolder.Repository([("rfcs/template.md", Free), .. Enumerable.Range(1, 6).Select(n => ($"rfcs/{n:0000}-line-{n}.md", Rfc(n, n == 6 ? "Accepted" : "Draft")))]);
        foreach (var number in (int[])[1, 2, 3, 4]) folder.Write($"rfcs/{number:0000}-line-{number}.md", Rfc(number, "Final"));
        folder.Commit("tidied up");
        Assert.Equal("Accepted", For(folder, "5"));
    }

    private static string? For(TemporaryFolder folder, string id)
    {
        var result = GavelProgram.Run(folder.Path, "todo", id, "--format", "json");
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("for").GetString();
    }
}
