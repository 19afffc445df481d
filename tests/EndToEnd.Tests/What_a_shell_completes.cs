using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>Between two letters a shell asks what may come next: names of the repository, and never an error.</summary>
public sealed class What_a_shell_completes
{
    [Theory]
    [InlineData("gavel show RFC", "RFC-1", "RFC-2")]
    [InlineData("gavel approve rfc-2", "RFC-2")]
    [InlineData("gavel move 1 Acc", "Accepted")]
    [InlineData("gavel move 2 Acc")]
    [InlineData("gavel todo 1 --for Rej", "Rejected")]
    [InlineData("gavel list --status Dra", "Draft")]
    [InlineData("gavel list --process R", "RFC")]
    [InlineData("gavel set 1 Auth", "Author=")]
    [InlineData("gavel list --waiting-for m", "me")]
    [InlineData("gavel check --format=j", "json")]
    [InlineData("gavel list --status=Dra", "Draft")]
    [InlineData("gavel check --format=json --fail-on=ne", "never")]
    public void Names_come_from_the_repository(string line, params string[] offered)
    {
        using var folder = Repositories.Rfcs();
        var result = Suggest(folder, line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(offered, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] != '-').Select(w => w.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("gavel move 1 ", "Accepted", "Draft", "Rejected")]
    [InlineData("gavel set 1 ", "Author=", "Created=", "Status=")]
    [InlineData("gavel vote 1 ", "abstain", "against", "for")]
    [InlineData("gavel show ", "RFC-1", "RFC-2")]
    [InlineData("gavel list --status ", "Accepted", "Draft", "Proposed", "Rejected")]
    [InlineData("gavel schema --verb", "--verbose")]
    public void Only_what_comes_next_is_offered_and_options_behind_their_dashes(string line, params string[] offered)
    {
        using var folder = Repositories.Rfcs();
        Assert.Equal(offered, Suggest(folder, line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_nothing_but_options_may_come_they_are_offered()
    {
        using var folder = Repositories.Rfcs();
        var offered = Suggest(folder, "gavel stats ").Output;
        Assert.Contains("--format\n", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("?", offered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gavel show R")]
    [InlineData("gavel move 1 A")]
    public void Where_there_is_no_process_nothing_is_offered_and_nothing_said(string line)
    {
        using var folder = new TemporaryFolder();
        var result = Suggest(folder, line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("RFC", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_the_repository_is_never_run_by_the_shell()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n    statuses: { '$(touch ran)': {}, 'In review': {}, Proposed: {} }\n"),
            ("rfcs/template.md", Repositories.Template),
            ("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets")));
        folder.Write("gavel", $"#!/bin/sh\nexec dotnet '{GavelProgram.Dll}' \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(folder.Path, "gavel"), (UnixFileMode)0b111_101_101);
        folder.Write("complete.sh", """
            eval "$(./gavel completion bash)"
            gavel() { ./gavel "$@"; }
            try() { COMP_LINE=$1; COMP_POINT=${#1}; COMP_WORDS=("${@:2}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _gavel; printf '%s\n' "${COMPREPLY[@]}"; }
            try 'gavel move 1 $' gavel move 1 '$'
            try 'gavel move 1 in' gavel move 1 in
            """);
        var result = GavelProgram.Start("bash", folder.Path, ["complete.sh"]);
        Assert.Equal("", result.Error);
        Assert.Equal("\\$\\(touch\\ ran\\)\nIn\\ review\n", result.Output);
        Assert.False(folder.Has("ran"));
    }

    [Fact]
    public void The_first_question_of_zsh_is_answered_in_any_case_of_letters()
    {
        Assert.SkipUnless(File.Exists("/bin/zsh"), "skipped: zsh not found");
        using var folder = new TemporaryFolder();
        folder.Write("_gavel", GavelProgram.Run(folder.Path, "completion", "zsh").Output);
        folder.Write("complete.zsh", """
            fpath=($PWD $fpath); autoload -Uz _gavel
            gavel() { print -l -- "$1 $2" }
            compadd() { print -l -- $2 $found }
            words=(gavel move rfc-1); CURRENT=3
            _gavel
            """);
        Assert.Equal("m:{a-zA-Z}={A-Za-z}\n[suggest:16] gavel move rfc-1\n", GavelProgram.Start("zsh", folder.Path, ["-f", "complete.zsh"]).Output);
    }

    private static ProgramResult Suggest(TemporaryFolder folder, string line) =>
        GavelProgram.Run(folder.Path, string.Create(CultureInfo.InvariantCulture, $"[suggest:{line.Length}]"), line);
}
