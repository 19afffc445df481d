using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Checking;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel check</c>.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Report on these files and folders only; they are judged against the whole catalog.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _fix = new("--fix") { Description = "Apply the safe fixes; --fix=all applies the others too.", Arity = ArgumentArity.ZeroOrOne, HelpName = "all" };
    private readonly Option<string?> _since = new("--changed-since") { Description = "Report only what came after the merge base of REV and HEAD.", HelpName = "REV" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = $"The file of what is owed; {BaselineFile.Path} by default.", HelpName = "FILE" };
    private readonly Option<bool> _noBaseline = new("--no-baseline") { Description = "Report what is owed too." };
    private readonly Option<bool> _update = new("--update") { Description = "Remove from the baseline what is no longer found." };
    private readonly Option<bool> _add = new("--add") { Description = "With --update: add to the baseline what is found." };
    private readonly Option<string> _failOn = GlobalOptions.OneOf(new Option<string>("--fail-on") { Description = "The least severity that makes the exit status 1: error, warning, info, never.", HelpName = "LEVEL", DefaultValueFactory = _ => "error" }, "error", "warning", "info", "never");
    private readonly Option<bool> _watch = new("--watch") { Description = "Check again whenever a file changes, until interrupted." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "With --fix: print the difference, or with another format what would be left, and change nothing." };
    private readonly Option<bool> _commit = new("--commit") { Description = "With --fix: commit exactly the changed paths." };
    private readonly Option<string> _format = GlobalOptions.Format("text", "json", "sarif", "github");

    public static Command Create()
    {
        var check = new CheckCommand();
        var command = new Verb("check", "Hold every proposal to its template, the index and the other proposals to each other.")
        {
            Details =
            [
                "Works without configuration: template, proposals and index are then found as 'gavel init' would find them. Each finding has its place, the template's words as the reason, and a safe fix where one is mechanical. 'gavel explain RULE' says more about a rule.",
            ],
            Examples =
            [
                new("gavel check", "the whole repository"),
                new("gavel check proposals/0054-range-reads.md", "one file, judged against all"),
                new("gavel check --fix", "apply the safe fixes, report the rest"),
                new("gavel check --changed-since origin/main --format github", "in a pull request: only what it brought"),
                new("gavel check --format sarif > gavel.sarif", "for code scanning"),
                new("gavel check --update", "the baseline shrinks to what is still owed"),
            ],
            ExitStatus = "0 fine, 1 findings at or above --fail-on, 2 wrong usage or configuration or no process found, 3 the environment failed.",
        };
        foreach (var symbol in (Symbol[])[check._paths, check._fix, check._since, check._baseline, check._noBaseline, check._update, check._add, check._failOn, check._watch, check._dryRun, check._commit, check._format])
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }
        command.SetAction((parsed, cancellationToken) => Task.FromResult((int)new CheckRun(check.Read(parsed)).Run(cancellationToken)));
        return command;
    }

    private CheckLine Read(ParseResult parsed)
    {
        // The word behind --fix is a PATH, unless it is "all": the option's value may be left out.
        var fix = parsed.GetValue(_fix);
        var paths = parsed.GetValue(_paths) ?? [];
        return new CheckLine(SessionSettings.Of(parsed))
        {
            Paths = fix is not null && fix != "all" ? [fix, .. paths] : [.. paths],
            Fixes = parsed.GetResult(_fix) is not null,
            FixesAll = fix == "all",
            Since = parsed.GetValue(_since),
            Baseline = parsed.GetValue(_baseline),
            IsWithoutBaseline = parsed.GetValue(_noBaseline),
            Updates = parsed.GetValue(_update),
            Adds = parsed.GetValue(_add),
            Watches = parsed.GetValue(_watch),
            IsDry = parsed.GetValue(_dryRun),
            Commits = parsed.GetValue(_commit),
            FailOn = parsed.GetValue(_failOn) ?? "error",
            Format = parsed.GetValue(_format) ?? "text",
        };
    }
}
