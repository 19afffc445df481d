namespace EndToEnd.Tests;

public sealed class The_command_line
{
    public static TheoryData<string> Verbs => ["init", "learn", "new", "check", "list", "show", "set", "renumber", "rename", "index", "explain", "schema", "completion"];

    [Theory, MemberData(nameof(Verbs))]
    public void Every_command_has_help_with_examples(string verb)
    {
        using var folder = new TemporaryFolder();
        var result = GavelProgram.Run(folder.Path, verb, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typing_error_is_a_usage_error_that_says_how_to_go_on()
    {
        using var folder = new TemporaryFolder();
        var result = GavelProgram.Run(folder.Path, "chekc");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("gavel --help", result.Error, StringComparison.Ordinal);
        Assert.Contains("there is no command 'chekc'; did you mean 'gavel check'?", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no option '--dryrun'; did you mean '--dry-run'?", "rename", "1", "--dryrun")]
    [InlineData("there is no option '--comit'; did you mean '--commit'?", "new", "--comit")]
    [InlineData("there is no option '--comit'; did you mean '--commit'?", "set", "1", "Author=Bo Ek", "--comit")]
    [InlineData("there is no option '--frmat'; did you mean '--format'?", "search", "--frmat=json", "retry")]
    [InlineData("there is no option '--frmat'; did you mean '--format'?", "show", "--frmat", "json", "1")]
    [InlineData("there is no option '--quite'; did you mean '--quiet'?", "list", "--quite")]
    [InlineData("there is no option '--zzz'; put -- before a word that begins with two dashes", "show", "--zzz")]
    public void A_misspelt_option_is_no_title_and_no_word_that_is_searched(string says, params string[] args)
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, args);
        Assert.Equal((2, "", $"gavel: {says}\nTry 'gavel {args[0]} --help'.\n"), (result.ExitCode, result.Output, result.Error));
        Assert.True(File.Exists(Path.Combine(folder.Path, "rfcs/0001-retry-budgets.md")));
    }

    [Fact]
    public void Behind_two_dashes_and_as_a_value_a_word_may_begin_with_dashes()
    {
        using var folder = Repositories.Rfcs();
        Assert.Equal(0, GavelProgram.Run(folder.Path, "rename", "1", "--", "--dryrun is an option").ExitCode);
        Assert.Equal(0, GavelProgram.Run(folder.Path, "object", "2", "--note", "--dryrun is missing", "--dry-run").ExitCode);
    }

    [Theory]
    [InlineData("renumber", "1", "x")]
    [InlineData("renumber", "1", "0")]
    [InlineData("new", "--number", "-3", "Slow starts")]
    public void What_is_no_number_is_told_in_words(params string[] args)
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("is not a number from 1", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("explain", "--help")]
    [InlineData("schema", "--help")]
    public void A_page_of_help_is_as_wide_as_its_words(params string[] args)
    {
        using var folder = new TemporaryFolder();
        Assert.True(GavelProgram.Run(folder.Path, args).Output.Split('\n').Max(l => l.Length) < 180);
    }

    [Theory]
    [InlineData("list", "--status", "Acepted", "there is no status 'Acepted'; did you mean 'Accepted'?")]
    [InlineData("list", "--field", "Autor=Ann Lee", "no proposal has a field 'Autor'; did you mean 'Author'?")]
    [InlineData("list", "--status", "Rejected", "none of 2 proposals matches")]
    [InlineData("list", "--waiting-for", "bo", "nothing waits for bo")]
    public void An_empty_list_says_why_it_is_empty(string verb, string option, string value, string says)
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, verb, option, value);
        Assert.Equal((0, "", $"gavel: {says}\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal("", GavelProgram.Run(folder.Path, verb, option, value, "--quiet").Error);
    }

    [Fact]
    public void Where_there_are_no_statuses_an_empty_list_says_that()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: NOTE\n    template: notes/template.md\n    files: notes/{number}-{slug}.md\n"),
            ("notes/template.md", "# Title\n\n## Why\n\n_Say why._\n\n## Costs\n\n_Say what it costs._\n"), ("notes/0001-tide.md", "# Tide\n\n## Why\n\nThe quay floods.\n\n## Costs\n\nTwo pumps.\n"),
            ("notes/0002-lamp.md", "# Lamp\n\n## Why\n\nIt is dark.\n\n## Costs\n\nOne lamp.\n"));
        Assert.Equal("gavel: there is no status 'Open': no process here has any\n", GavelProgram.Run(folder.Path, "list", "--status", "Open").Error);
    }

    [Fact]
    public void A_field_that_the_template_does_not_have_is_set_and_said_to_be_new()
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "set", "1", "Autor=Bo Ek");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("now it has; did you mean 'Author'?", result.Error, StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Run(folder.Path, "set", "1", "Autor=Bo Tal").Error);
        Assert.Equal("", GavelProgram.Run(folder.Path, "set", "1", "Author=Bo Tal").Error);
    }

    [Fact]
    public void A_check_of_a_change_finds_no_process_and_says_so_without_failing()
    {
        using var folder = TemporaryFolder.Repository(("README.md", "# Harbour\n"));
        var result = GavelProgram.Run(folder.Path, "check", "--changed-since", "HEAD");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains("no proposal process found", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_and_the_fixes_are_committed_alone()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Rejected"));
        folder.Commit("rejected");
        folder.Write("notes.txt", "mine\n");
        Assert.Contains("Committed as ", GavelProgram.Run(folder.Path, "index", "--commit").Output, StringComparison.Ordinal);
        Assert.Equal("rfcs/README.md\n", GavelProgram.Git(folder.Path, "show", "--name-only", "--format=", "HEAD").Output);
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Accepted"));
        GavelProgram.Git(folder.Path, "commit", "-qam", "accepted after all");
        Assert.Contains("committed as ", GavelProgram.Run(folder.Path, "check", "--fix", "--commit").Error, StringComparison.Ordinal);
        Assert.Equal("rfcs/README.md\n", GavelProgram.Git(folder.Path, "show", "--name-only", "--format=", "HEAD").Output);
        Assert.Equal("?? notes.txt\n", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
    }

    [Fact]
    public void Each_rule_explains_itself_and_a_near_name_is_suggested()
    {
        using var folder = new TemporaryFolder();
        Assert.StartsWith("# section-missing", GavelProgram.Run(folder.Path, "explain", "section-missing").Output, StringComparison.Ordinal);
        var result = GavelProgram.Run(folder.Path, "explain", "section-mising");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'section-missing'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ambiguous_number_lists_the_candidates()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-again.md", Repositories.Rfc(1, "Again"));
        var result = GavelProgram.Run(folder.Path, "show", "1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("rfcs/0001-again.md", result.Error, StringComparison.Ordinal);
        Assert.Contains("rfcs/0001-retry-budgets.md", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KLIP 1")]
    [InlineData("rfc-1")]
    [InlineData("RFC_0001")]
    [InlineData("RFC.1")]
    [InlineData("rfc/1")]
    [InlineData("#1")]
    [InlineData("1")]
    [InlineData("rfcs/0001-retry-budgets.md")]
    public void A_proposal_is_named_in_any_spelling(string name)
    {
        using var folder = Repositories.Rfcs();
        var result = GavelProgram.Run(folder.Path, "show", name);
        if (name == "KLIP 1") Assert.Equal(2, result.ExitCode);
        else Assert.StartsWith("RFC-1: Retry budgets\n", result.Output, StringComparison.Ordinal);
    }
}
