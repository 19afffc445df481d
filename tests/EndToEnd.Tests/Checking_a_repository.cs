using System.Text.Json;

namespace EndToEnd.Tests;

public sealed class Checking_a_repository
{
    [Fact]
    public void A_repository_in_order_is_fine_without_configuration()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal("Checked 2 proposals, found nothing to mend.\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void A_fault_has_its_place_the_words_of_the_template_and_exit_status_1()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accpted"));
        var result = GavelProgram.Run(folder.Path, "check", "--format", "json");
        Assert.Equal(1, result.ExitCode);
        var diagnostic = JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray().Single(d => d.GetProperty("rule").GetString() == "field-value");
        Assert.Equal("RFC-2", diagnostic.GetProperty("proposal").GetString());
        Assert.Equal("rfcs/0002-quiet-start.md", diagnostic.GetProperty("path").GetString());
        Assert.Equal((3, 15, 22), (diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32(), diagnostic.GetProperty("endColumn").GetInt32()));
        Assert.Equal("rfcs/template.md", diagnostic.GetProperty("source").GetProperty("path").GetString());
        Assert.Equal(3, diagnostic.GetProperty("source").GetProperty("line").GetInt32());
        Assert.Contains("Draft | Proposed | Accepted | Rejected", diagnostic.GetProperty("source").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_of_the_json_are_those_of_the_contract_in_its_order()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accpted"));
        var root = JsonDocument.Parse(GavelProgram.Run(folder.Path, "check", "--format", "json").Output).RootElement;
        Assert.Equal(["version", "proposals", "owed", "diagnostics"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["rule", "severity", "proposal", "path", "line", "column", "endLine", "endColumn", "message", "help", "source", "also", "related", "fingerprint", "fix"],
            root.GetProperty("diagnostics")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_path_reports_on_itself_alone_and_is_judged_against_all()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-again.md", Repositories.Rfc(1, "Again"));
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accpted"));
        var result = GavelProgram.Run(folder.Path, "check", "--format", "json", "rfcs/0001-again.md");
        var diagnostics = JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray().ToList();
        Assert.All(diagnostics, d => Assert.Equal("rfcs/0001-again.md", d.GetProperty("path").GetString()));
        Assert.Contains(diagnostics, d => d.GetProperty("rule").GetString() == "number-duplicate");
    }

    [Theory]
    [InlineData("../elsewhere.md")]
    [InlineData("rfcs/0009-none.md")]
    public void A_path_outside_or_one_that_is_not_there_is_a_usage_error(string path)
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "check", path);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith($"gavel: {path}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_check_says_what_was_looked_for_with_exit_status_2()
    {
        using var folder = TemporaryFolder.Repository(("notes.md", "# Notes\n"));
        var result = GavelProgram.Run(folder.Path, "check", "--format", "json");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("no proposal process found", result.Error, StringComparison.Ordinal);
        Assert.Contains("template", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, GavelProgram.Run(folder.Path, "check", "--changed-since", "HEAD").ExitCode);
    }

    [Theory]
    [InlineData("meta/template.md")]
    [InlineData(".github/ISSUE_TEMPLATE/rfc.md")]
    public void A_template_that_nothing_follows_is_named_with_what_to_write(string template)
    {
        using var folder = TemporaryFolder.Repository((template, "# Title\n\n## Why\n\n## What changes\n"), ("notes.md", "# Notes\n"));
        var error = GavelProgram.Run(folder.Path, "list").Error;
        Assert.Contains($"'{template}'", error, StringComparison.Ordinal);
        Assert.Contains($"template: {template}, files: ", error, StringComparison.Ordinal);
        Assert.Equal(error.Split("; say")[0], GavelProgram.Run(folder.Path, "init").Error.Split("; say")[0]);
    }

    [Fact]
    public void A_folder_without_git_is_checked_and_the_missing_history_is_said_once()
    {
        using var folder = new TemporaryFolder("no git here");
        folder.Write("rfcs/template.md", Repositories.Template);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start"));
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, result.Error.Split('\n').Count(l => l.Contains("no git", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_what_a_branch_brought_is_reported_since_its_base()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Old fault"));
        folder.Commit("a fault that was there");
        GavelProgram.Git(folder.Path, "checkout", "-q", "-b", "work");
        folder.Write("rfcs/0003-new.md", Repositories.Rfc(3, "New", "New fault"));
        var result = GavelProgram.Run(folder.Path, "check", "--changed-since", "main", "--format", "json");
        var values = JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray()
            .Where(d => d.GetProperty("rule").GetString() == "field-value").Select(d => d.GetProperty("proposal").GetString());
        Assert.Equal(["RFC-3"], values);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_with_and_without_the_cache()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accpted"));
        var fresh = GavelProgram.Run(folder.Path, "check", "--format", "json", "--no-cache").Output;
        Assert.Equal(fresh, GavelProgram.Run(folder.Path, "check", "--format", "json").Output);
        Assert.Equal(fresh, GavelProgram.Run(folder.Path, "check", "--format", "json").Output);
    }

    [Fact]
    public void Fixing_twice_changes_nothing_more()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0003-typed-events.md", Repositories.Rfc(3, "Typed events"));
        folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Rejected"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "check", "--fix").ExitCode);
        Assert.Equal(
            Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Proposed"), (2, "Quiet start", "0002-quiet-start.md", "Accepted"), (3, "Typed events", "0003-typed-events.md", "Proposed")),
            folder.Read("rfcs/README.md"));
        var once = folder.Snapshot();
        GavelProgram.Run(folder.Path, "check", "--fix");
        Assert.Equal(once, folder.Snapshot());
    }

    [Fact]
    public void What_a_fix_would_leave_is_told_in_the_form_that_is_asked_for()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Rejected"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
        var before = folder.Snapshot();
        var result = GavelProgram.Run(folder.Path, "check", "--fix", "--dry-run", "--format", "json");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(JsonDocument.Parse(result.Output).RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--fix=all")]
    public void The_command_that_a_fix_names_is_the_one_that_applies_it(string option)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/README.md", Repositories.Index((1, "Retry budgets", "0001-retry-budgets.md", "Rejected"), (2, "Quiet start", "0002-quiet-start.md", "Accepted")));
        Assert.Contains("gavel check --fix rfcs/README.md", GavelProgram.Run(folder.Path, "check").Output, StringComparison.Ordinal);
        Assert.Equal(0, GavelProgram.Run(folder.Path, "check", option, "rfcs/README.md").ExitCode);
        Assert.Contains("| Proposed |", folder.Read("rfcs/README.md"), StringComparison.Ordinal);
        Assert.Equal(2, GavelProgram.Run(folder.Path, "check", option, "rfcs/nowhere.md").ExitCode);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("github")]
    public void Other_reports_name_the_rule_and_the_place(string format)
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start", "Accpted"));
        var output = GavelProgram.Run(folder.Path, "check", "--format", format).Output;
        Assert.Contains("field-value", output, StringComparison.Ordinal);
        Assert.Contains("rfcs/0002-quiet-start.md", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_owed_updating_writes_no_file()
    {
        using var folder = Repositories.Rfcs();
        Assert.Contains("there is no .gavel/baseline.json: nothing is owed", GavelProgram.Run(folder.Path, "check", "--update").Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, ".gavel", "baseline.json")));
    }

    [Fact]
    public void A_wrong_configuration_names_line_and_key_and_the_nearest_valid_one()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    templat: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n");
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("gavel.yml:4:5", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains("'template'", result.Output + result.Error, StringComparison.Ordinal);
    }
}
