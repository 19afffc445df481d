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
