using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Unusual_histories
{
    [Theory]
    [InlineData("log", "rfc-1")]
    [InlineData("diff", "rfc-1")]
    [InlineData("stats", null)]
    public void Without_git_a_command_that_needs_the_history_says_so(string command, string? id)
    {
        using var folder = new TemporaryFolder();
        folder.Write("rfcs/template.md", Repositories.Template);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));

        var result = GavelProgram.Run(folder.Path, id is null ? [command] : [command, id]);

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("git", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_commit_there_is_no_history()
    {
        using var folder = new TemporaryFolder();
        GavelProgram.Git(folder.Path, "init", "-q");
        folder.Write("rfcs/template.md", Repositories.Template);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));
        var result = GavelProgram.Run(folder.Path, "log", "rfc-1");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no commit yet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_committed_is_no_event_and_has_a_difference()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        Assert.Equal(["Proposed"], Statuses(folder, "rfc-1"));

        using var diff = JsonDocument.Parse(GavelProgram.Run(folder.Path, "diff", "rfc-1", "--format", "json").Output);
        Assert.Equal(JsonValueKind.Null, diff.RootElement.GetProperty("to").GetProperty("revision").ValueKind);
        var field = Assert.Single(diff.RootElement.GetProperty("fields").EnumerateArray());
        Assert.Equal(("Proposed", "Accepted"), (field.GetProperty("from").GetString(), field.GetProperty("to").GetString()));
    }

    [Fact]
    public void A_branch_that_had_not_seen_a_change_does_not_take_it_back()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Git(folder.Path, "checkout", "-q", "-b", "side");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets") + "\n## Drawbacks\n\nOne more header for each answer.\n");
        folder.Commit("Drawbacks of RFC 1");
        GavelProgram.Git(folder.Path, "checkout", "-q", "-");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("accept");
        Assert.Equal(0, GavelProgram.Git(folder.Path, "merge", "-q", "--no-ff", "-m", "both", "side").ExitCode);

        Assert.Equal(["Proposed", "Accepted"], Statuses(folder, "rfc-1"));
    }

    [Fact]
    public void A_history_that_was_replaced_is_read_anew()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Rejected"));
        folder.Commit("reject");
        Assert.Equal(["Proposed", "Rejected"], Statuses(folder, "rfc-1"));
        GavelProgram.Git(folder.Path, "reset", "-q", "--hard", "HEAD~1");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("accept");
        Assert.Equal(["Proposed", "Accepted"], Statuses(folder, "rfc-1"));
        Assert.Equal(Log(folder, "rfc-1", "--no-cache"), Log(folder, "rfc-1"));
    }

    [Fact]
    public void A_cache_that_grew_with_each_commit_says_what_a_fresh_look_says()
    {
        using var folder = Repositories.Rfcs();
        for (var i = 0; i < 4; i++)
        {
            folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", i % 2 == 0 ? "Draft" : "Accepted"));
            if (i == 1) folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Accepted"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
            if (i == 2) GavelProgram.Git(folder.Path, "mv", "rfcs/0002-quiet-start.md", "rfcs/0002-silent-start.md");
            folder.Commit(i == 3 ? "touches RFC 2" : "edit");
            foreach (var id in (string[])["rfc-1", "rfc-2"]) Assert.Equal(Log(folder, id, "--no-cache"), Log(folder, id));
        }
    }

    [Fact]
    public void On_every_branch_the_cache_says_what_a_fresh_look_says()
    {
        using var folder = Repositories.Rfcs();
        Log(folder, "rfc-1");
        GavelProgram.Git(folder.Path, "branch", "side");
        foreach (var (branch, status) in (ReadOnlySpan<(string, string)>)[("side", "Draft"), ("main", "Accepted"), ("side", "Rejected"), ("main", "Draft")])
        {
            GavelProgram.Git(folder.Path, "switch", "-q", branch);
            folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", status));
            folder.Commit($"{status}, for RFC 2");
            foreach (var id in (string[])["rfc-1", "rfc-2"]) Assert.Equal(Log(folder, id, "--no-cache"), Log(folder, id));
        }
        Assert.Equal(["Proposed", "Accepted", "Draft"], Statuses(folder, "rfc-1"));
    }

    [Fact]
    public void In_a_shallow_clone_nothing_is_made_up()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("accept");
        using var clone = new TemporaryFolder();
        GavelProgram.Git(clone.Path, "clone", "-q", "--depth", "1", "file://" + folder.Path, ".");

        using var log = JsonDocument.Parse(Log(clone, "rfc-1"));
        Assert.False(log.RootElement.GetProperty("complete").GetBoolean());
        Assert.DoesNotContain(log.RootElement.GetProperty("events").EnumerateArray(), e => e.GetProperty("kind").GetString() is "created" or "status");
        Assert.Contains("shallow", GavelProgram.Run(clone.Path, "log", "rfc-1").Output, StringComparison.Ordinal);
        Assert.Equal("gavel: git knows no revision 'HEAD~1'; the clone is shallow: fetch more of the history\n", GavelProgram.Run(clone.Path, "check", "--changed-since", "HEAD~1").Error);
        using var list = JsonDocument.Parse(GavelProgram.Run(clone.Path, "list", "--format", "json").Output);
        Assert.All(list.RootElement.GetProperty("proposals").EnumerateArray(), p => Assert.Equal(JsonValueKind.Null, p.GetProperty("created").ValueKind));
    }

    [Fact]
    public void A_partial_clone_says_that_texts_are_missing_and_tells_all_when_they_came()
    {
        using var folder = Repositories.Rfcs();
        GavelProgram.Git(folder.Path, "config", "uploadpack.allowFilter", "true");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Rejected"));
        folder.Commit("reject");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("accept");
        using var clone = new TemporaryFolder();
        GavelProgram.Git(clone.Path, "clone", "-q", "--filter=blob:none", "file://" + folder.Path, ".");

        var partial = GavelProgram.Run(clone.Path, "log", "rfc-1");
        Assert.Equal((0, ""), (partial.ExitCode, partial.Error));
        Assert.Contains("partial", partial.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Rejected", partial.Output, StringComparison.Ordinal);
        Assert.Equal(partial.Output, GavelProgram.Run(clone.Path, "log", "rfc-1").Output);
        using (var log = JsonDocument.Parse(Log(clone, "rfc-1"))) Assert.False(log.RootElement.GetProperty("complete").GetBoolean());
        Assert.Contains("partial", GavelProgram.Run(clone.Path, "stats").Error, StringComparison.Ordinal);

        GavelProgram.Git(clone.Path, "fetch", "-q", "--refetch", "--no-filter");
        Assert.Equal(Log(folder, "rfc-1"), Log(clone, "rfc-1"));
    }

    [Fact]
    public void Rows_of_an_index_are_told_from_before_its_folder_moved()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Accepted"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
        folder.Commit("the index first");
        Directory.CreateDirectory(Path.Combine(folder.Path, "docs"));
        GavelProgram.Git(folder.Path, "mv", "rfcs", "docs/rfcs");
        folder.Commit("move");
        using var log = JsonDocument.Parse(Log(folder, "rfc-1"));
        var rows = log.RootElement.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "index").Select(e => $"{e.GetProperty("path").GetString()} {e.GetProperty("from").GetString()} {e.GetProperty("to").GetString()}");
        Assert.Equal(["rfcs/README.md  Proposed", "rfcs/README.md Proposed Accepted"], rows);
    }

    [Fact]
    public void A_cache_that_grew_through_merges_says_what_a_fresh_look_says()
    {
        using var folder = Repositories.Rfcs();
        var minute = 0;
        Assert.Equal(Log(folder, "rfc-1", "--no-cache"), Log(folder, "rfc-1"));
        for (var i = 0; i < 3; i++)
        {
            GavelProgram.Git(folder.Path, "switch", "-q", "-c", $"side{i}");
            folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, $"Quiet start {i}", "Accepted"));
            Dated("commit", "-q", "-a", "-m", "on the side, for RFC 1");
            GavelProgram.Git(folder.Path, "switch", "-q", "main");
            folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", i % 2 == 0 ? "Draft" : "Accepted"));
            if (i == 1) folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Accepted"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
            Dated("commit", "-q", "-a", "-m", "meanwhile");
            Dated("merge", "-q", "--no-ff", "-m", "merge", $"side{i}");
            foreach (var id in (string[])["rfc-1", "rfc-2"]) Assert.Equal(Log(folder, id, "--no-cache"), Log(folder, id));
        }

        void Dated(params string[] line) => Assert.Equal(0, GavelProgram.Start("git", folder.Path, line, new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_COMMITTER_DATE"] = $"2040-01-01T00:{++minute:00}:00Z" }).ExitCode);
    }

    [Fact]
    public void Clocks_that_run_backwards_and_dates_to_come_change_no_order()
    {
        using var folder = Repositories.Rfcs();
        foreach (var (status, date) in (ReadOnlySpan<(string, string)>)[("Draft", "2099-01-01T00:00:00Z"), ("Accepted", "1990-01-01T00:00:00Z")])
        {
            folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", status));
            GavelProgram.Git(folder.Path, "add", "-A");
            GavelProgram.Start("git", folder.Path, ["commit", "-q", "-m", status], new Dictionary<string, string> { ["GIT_COMMITTER_DATE"] = date, ["GIT_AUTHOR_DATE"] = date });
        }
        Assert.Equal(["Proposed", "Draft", "Accepted"], Statuses(folder, "rfc-1"));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "stats").ExitCode);
    }

    [Fact]
    public void The_ends_of_a_difference_are_statuses_dates_or_revisions()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted").Replace("guess badly", "guess well", StringComparison.Ordinal));
        folder.Commit("accept");
        foreach (var ends in (string[])["Proposed..Accepted", "proposed", "HEAD~1..HEAD", "HEAD~1"])
        {
            using var diff = JsonDocument.Parse(GavelProgram.Run(folder.Path, "diff", "rfc-1", ends, "--format", "json").Output);
            Assert.Equal("Motivation", Assert.Single(diff.RootElement.GetProperty("sections").EnumerateArray()).GetProperty("title").GetString());
        }
        // A word that is no status any more is one that the proposal had.
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Parked").Replace("guess badly", "guess at times", StringComparison.Ordinal));
        folder.Commit("park");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("unpark");
        Assert.Contains("at times", GavelProgram.Run(folder.Path, "diff", "rfc-1", "HEAD..parked").Output, StringComparison.Ordinal);
        foreach (var wrong in (string[])["Rejected", "nothing-like-it", "a...b"]) Assert.Equal(2, GavelProgram.Run(folder.Path, "diff", "rfc-1", wrong).ExitCode);
        Assert.Contains("{+", GavelProgram.Run(folder.Path, "diff", "rfc-1", "1970-01-01").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_template_says_who_would_newly_fail()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/template.md", Repositories.Template + "## Rollout\n\n<!-- How does it reach everybody? -->\n");
        using var learned = JsonDocument.Parse(GavelProgram.Run(folder.Path, "learn", "rfcs/template.md", "--against", "HEAD", "--format", "json").Output);
        var against = learned.RootElement.GetProperty("against");
        Assert.Contains(against.GetProperty("added").EnumerateArray(), d => d.GetProperty("kind").GetString() == "section" && d.GetProperty("text").GetString() == "Rollout");
        Assert.Empty(against.GetProperty("removed").EnumerateArray());
        Assert.Equal(["RFC-1", "RFC-2"], against.GetProperty("failing").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_commit_of_thousands_of_files_is_one_event_for_each_proposal()
    {
        using var folder = Repositories.Rfcs();
        for (var i = 0; i < 3000; i++) folder.Write($"data/{i}.txt", $"{i}\n");
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        folder.Commit("everything");
        Assert.Equal(["Proposed", "Accepted"], Statuses(folder, "rfc-1"));
    }

    private static string Log(TemporaryFolder folder, string id, params string[] more)
    {
        var result = GavelProgram.Run(folder.Path, ["log", id, "--format", "json", .. more]);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }

    private static List<string?> Statuses(TemporaryFolder folder, string id)
    {
        using var log = JsonDocument.Parse(Log(folder, id));
        return [.. log.RootElement.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "status").Select(e => e.GetProperty("to").GetString())];
    }

    [Fact]
    public void A_template_whose_header_stands_beside_it_is_compared_with_that_header()
    {
        using var folder = TemporaryFolder.Repository(
            ("keps/NNNN-template/README.md", "# KEP-NNNN: Title\n\n## Summary\n\n_What changes._\n"),
            ("keps/NNNN-template/kep.yaml", "title: Title\nstatus: provisional\nowner: somebody\n"),
            ("keps/0012-quiet/README.md", "# KEP-0012: Quiet\n\n## Summary\n\nNo banner.\n"),
            ("keps/0012-quiet/kep.yaml", "title: Quiet\nstatus: provisional\nowner: ann\n"));
        Assert.Contains("It asks for the same.", GavelProgram.Run(folder.Path, "learn", "keps/NNNN-template/README.md", "--against", "HEAD").Output, StringComparison.Ordinal);
        folder.Write("keps/NNNN-template/kep.yaml", "title: Title\nstatus: provisional\n");
        Assert.Contains("- field owner\n\n0 demands come, 1 go, 0 change", GavelProgram.Run(folder.Path, "learn", "keps/NNNN-template/README.md", "--against", "HEAD").Output, StringComparison.Ordinal);
    }
}
