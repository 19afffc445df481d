using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Plans_and_relations
{
    private const string Template = """
        # RFC NNNN: Title of the proposal

        - **Status**: Draft | Accepted | Superseded
        - **Supersedes**: _numbers, or none_
        - **Superseded by**: _a number, or none_

        ## Summary

        <!-- What is proposed? -->

        ## Milestones

        _List the milestones and break each down into tasks of at most 1 week._

        ## Alternatives

        _Weigh the alternatives by these aspects:_

        1. Cost
        2. Noise

        """;

    private static string Rfc(int number, string status, string supersedes, string by, string milestones) => $"""
        # RFC {number:0000}: Trains at night

        - **Status**: {status}
        - **Supersedes**: {supersedes}
        - **Superseded by**: {by}

        ## Summary

        Trains run at night.

        ## Milestones

        {milestones}

        ## Alternatives

        """;

    private static TemporaryFolder Repository(string milestones) => TemporaryFolder.Repository(
        ("rfcs/template.md", Template),
        ("rfcs/0001-trains.md", Rfc(1, "Accepted", "none", "none", "- rails (done)")),
        ("rfcs/0002-more-trains.md", Rfc(2, "Draft", "none", "none", milestones)),
        ("rfcs/0003-other-trains.md", Rfc(3, "Accepted", "RFC-0001", "none", "- rails")));

    [Fact]
    public void The_script_for_gh_hands_over_every_word_as_it_is_and_makes_nothing_twice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: no POSIX shell");
        using var folder = Repository("""
            1. Depot
               - it's `$(touch /tmp/gavel-was-here)` "quoted" \ and $HOME; rm -rf / (2 days, @ann)
               - --title=evil 'x'
               - switches (done)
            2. Cars (dropped)
            """);
        var script = GavelProgram.Run(folder.Path, "plan", "2", "--format", "gh");
        Assert.Equal(0, script.ExitCode);
        folder.Write("issues.sh", script.Output);
        // A stand-in for gh that writes down what it is told, one argument a line, and answers with what exists.
        folder.Write("bin/gh", """
            #!/bin/sh
            case "$1 $2" in
              "issue list") cat "$GH_LOG.titles" 2>/dev/null; exit 0 ;;
              "api --paginate") exit 0 ;;
            esac
            printf '<%s>\n' "$@" >> "$GH_LOG"
            for a in "$@"; do case $a in --title=*) printf '%s\n' "${a#--title=}" >> "$GH_LOG.titles" ;; esac; done
            """.ReplaceLineEndings("\n"));
        GavelProgram.Start("chmod", folder.Path, ["+x", "bin/gh"]);
        var log = Path.Combine(folder.Path, "log");
        var environment = new Dictionary<string, string> { ["PATH"] = $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}", ["GH_LOG"] = log };
        var ran = GavelProgram.Start("sh", folder.Path, ["issues.sh"], environment);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var told = File.ReadAllText(log);
        Assert.Contains("<title=RFC-2: Depot>", told, StringComparison.Ordinal);
        Assert.Contains("""<--title=RFC-2: it's $(touch /tmp/gavel-was-here) "quoted" \ and $HOME; rm -rf />""", told, StringComparison.Ordinal);
        Assert.Contains("<--title=RFC-2: --title=evil 'x'>", told, StringComparison.Ordinal);
        Assert.Contains("<--milestone=RFC-2: Depot>\n<--assignee=ann>", told, StringComparison.Ordinal);
        Assert.DoesNotContain("switches", told, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/gavel-was-here"));
        var again = GavelProgram.Start("sh", folder.Path, ["issues.sh"], environment);
        Assert.Contains("there already: RFC-2: --title=evil 'x'", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(log + ".titles").Length);
    }

    [Fact]
    public void Two_milestones_of_one_name_are_one_for_gh()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: no POSIX shell");
        using var folder = Repository("1. Depot\n   - rails\n2. Depot\n   - cars");
        folder.Write("issues.sh", GavelProgram.Run(folder.Path, "plan", "2", "--format", "gh").Output);
        folder.Write("bin/gh", "#!/bin/sh\nif [ \"$1 $2\" = \"api repos/{owner}/{repo}/milestones\" ]; then mkdir made || exit 1; fi\n");
        GavelProgram.Start("chmod", folder.Path, ["+x", "bin/gh"]);
        var ran = GavelProgram.Start("sh", folder.Path, ["issues.sh"], new Dictionary<string, string> { ["PATH"] = $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}" });
        Assert.Equal((0, "milestone: RFC-2: Depot\nthere already: RFC-2: Depot\n", ""), (ran.ExitCode, ran.Output, ran.Error));
    }

    [Fact]
    public void Formats_of_a_plan()
    {
        using var folder = Repository("- rails (2 weeks)\n- cars [done]");
        Assert.Contains("1 of 2 done. 1 is larger than the 5 days that rfcs/template.md:13 allows for one.", GavelProgram.Run(folder.Path, "plan", "rfc-2").Output, StringComparison.Ordinal);
        Assert.StartsWith("kind,text,", GavelProgram.Run(folder.Path, "plan", "2", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(GavelProgram.Run(folder.Path, "plan", "2", "--format", "json").Output).RootElement.GetProperty("items")[0].GetProperty("tooBig").GetBoolean());
        Assert.Equal("RFC-1\tTrains at night\tAccepted\t1/1\t-\tasked for\nRFC-2\tTrains at night\tDraft\t1/2\t1\tasked for\nRFC-3\tTrains at night\tAccepted\t0/1\t-\tasked for\n", GavelProgram.Run(folder.Path, "plan").Output);
        var usage = GavelProgram.Run(folder.Path, "plan", "--format", "json");
        Assert.Equal((2, ""), (usage.ExitCode, usage.Output));
    }

    [Fact]
    public void An_empty_matrix_is_shown_written_and_committed()
    {
        using var folder = Repository("- rails");
        var before = folder.Snapshot();
        Assert.Contains("+| Aspect | Alternative 1 | Alternative 2 |", GavelProgram.Run(folder.Path, "alternatives", "2", "--write", "--dry-run").Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
        Assert.Equal(0, GavelProgram.Run(folder.Path, "alternatives", "2", "--write", "--commit").ExitCode);
        Assert.Equal("RFC-2: an empty matrix of alternatives\n", GavelProgram.Git(folder.Path, "log", "-1", "--format=%s").Output);
        Assert.Contains("2 alternatives, 2 aspects, 4 of 4 cells empty.", GavelProgram.Run(folder.Path, "alternatives", "2").Output, StringComparison.Ordinal);
        Assert.Equal(1, GavelProgram.Run(folder.Path, "alternatives", "2", "--write").ExitCode);
        Assert.Equal(1, GavelProgram.Run(folder.Path, "alternatives", "1", "--write").ExitCode);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "alternatives", "2", "--dry-run").ExitCode);
    }

    [Fact]
    public void The_other_end_of_a_succession_is_written_on_request()
    {
        using var folder = Repository("- rails");
        Assert.Contains("say in RFC-1 that it is superseded by RFC-3", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        GavelProgram.Run(folder.Path, "check", "--fix");
        Assert.Contains("- **Superseded by**: none", folder.Read("rfcs/0001-trains.md"), StringComparison.Ordinal);
        GavelProgram.Run(folder.Path, "check", "--fix=all");
        Assert.Contains("- **Superseded by**: RFC-0003\n", folder.Read("rfcs/0001-trains.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("relation-one-sided", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        Assert.Contains("\"declaredBy\":\"both\"", GavelProgram.Run(folder.Path, "graph", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_of_three_formats()
    {
        using var folder = Repository("- rails");
        Assert.StartsWith("flowchart LR\n", GavelProgram.Run(folder.Path, "graph").Output, StringComparison.Ordinal);
        Assert.StartsWith("digraph proposals {\n", GavelProgram.Run(folder.Path, "graph", "--format", "dot").Output, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(GavelProgram.Run(folder.Path, "graph", "--kind", "draft", "--format", "json").Output).RootElement.GetProperty("nodes").GetArrayLength());
        Assert.Equal(2, GavelProgram.Run(folder.Path, "graph", "--relation", "likes").ExitCode);
    }
}
