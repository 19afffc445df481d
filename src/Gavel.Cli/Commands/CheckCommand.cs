using System.Collections.Immutable;
using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Reporting;
using Gavel.Core.Text;

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
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "With --fix: print the difference and change nothing." };
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
        foreach (var symbol in (Symbol[])[check._paths, check._fix, check._since, check._baseline, check._noBaseline, check._update, check._add, check._failOn, check._watch, check._dryRun, check._format])
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }
        command.SetAction((parsed, cancellationToken) => Task.FromResult((int)check.Run(parsed, cancellationToken)));
        return command;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_add) && !parsed.GetValue(_update)) throw new UsageException("--add goes with --update");
        if (!parsed.GetValue(_watch)) return Once(parsed, cancellationToken);
        return Watching.Run(Directory(parsed), () => Once(parsed, cancellationToken), cancellationToken);
    }

    /// <summary>The PATH arguments; the word behind <c>--fix</c> is one too, unless it is <c>all</c>: the option's value may be left out.</summary>
    private IEnumerable<string> PathsOf(ParseResult parsed) =>
        parsed.GetValue(_fix) is { } word && word != "all" ? (parsed.GetValue(_paths) ?? []).Prepend(word) : parsed.GetValue(_paths) ?? [];

    private static string Directory(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(GlobalOptions.Directory) ?? ".");

    private ExitCode Once(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = Session.Open(parsed, cancellationToken);
        var paths = PathsOf(parsed).Select(session.PathInRoot).ToImmutableArray();
        if (paths.Contains("")) paths = []; // the root itself
        var remembered = parsed.GetResult(_fix) is null && parsed.GetValue(_since) is null && !parsed.GetValue(_update) ? Remembered.For(session, RequestOf(session, parsed, paths)) : null;
        if (remembered?.Find() is { } printed)
        {
            NoteWithoutGit(session);
            session.Out.Write(printed.Text);
            return printed.Status;
        }
        if (session.Catalog.Processes.IsEmpty && !HasFaults(session.Catalog))
        {
            if (parsed.GetValue(_since) is null) Processes.Required(session.Catalog);
            if (parsed.GetValue(_format) == "json") session.Out.Write(JsonReport.Render(new Report(0, 0, []), session.TextOf));
            return ExitCode.Fine;
        }
        NoteWithoutGit(session);
        var request = new CheckRequest(session.Today) { Paths = paths, Base = BaseCatalog(session, parsed), Facts = entry => new Core.Lifecycles.FactsReader(session.Catalog, session.History, Session.Syntaxes).Read(session.Catalog.WithDates(entry, session.History)), Baseline = parsed.GetValue(_noBaseline) ? Baseline.Empty : ReadBaseline(session, parsed) };
        var catalog = session.Catalog;
        SourceLookup sources = session.TextOf;
        Report? report = null;
        if (parsed.GetResult(_fix) is not null)
        {
            var result = Fixer.Run(session.Tree, tree => session.BuildCatalog(tree, session.History), request, all: parsed.GetValue(_fix) == "all", cancellationToken);
            var changes = result.Changes;
            if (parsed.GetValue(_dryRun))
            {
                session.Out.Write(Storage.Files.UnifiedDiff.Render(changes, session.Tree));
                return ExitCode.Fine;
            }
            if (!changes.IsEmpty)
            {
                if (Applying.Write(session, changes) is { } refused)
                {
                    Console.Error.WriteLine($"gavel: {refused.Text}");
                    return ExitCode.Findings;
                }
                if (!session.IsQuiet) Console.Error.WriteLine($"gavel: applied {result.Applied} fixes to {Count(changes)}");
            }
            report = result.Left;
            sources = path => result.Tree.Find(path) is { } file ? result.Tree.Read(file) : null;
        }
        report ??= Checker.Check(catalog, request, cancellationToken);
        if (parsed.GetValue(_update)) UpdateBaseline(session, parsed, catalog, request, cancellationToken);
        var rendered = parsed.GetValue(_format) switch
        {
            "json" => JsonReport.Render(report, sources),
            "sarif" => SarifReport.Render(report, [.. RuleSet.Infos], ToolVersion.Text, sources),
            "github" => AnnotationsReport.Render(report),
            _ => TextReport.Render(report, sources, session.Style, catalog.Entries.Length),
        };
        session.Out.Write(rendered);
        if (catalog.Entries.Length > 0) remembered?.Keep(Status(parsed, report), rendered);
        if (parsed.GetValue(_format) != "text" || catalog.Entries.Length > 0 || session.IsQuiet) return Status(parsed, report);
        Console.Error.WriteLine($"gavel: {string.Join(", ", catalog.Processes.Select(p => p.Name))}: no proposals yet; start one with: gavel new \"Title\"");
        return Status(parsed, report);
    }

    private static void NoteWithoutGit(Session session)
    {
        if (session.Git is null && !session.IsQuiet) Console.Error.WriteLine("gavel: no git repository here: proposals are held to the template as it is, dates are unknown");
    }

    private string RequestOf(Session session, ParseResult parsed, ImmutableArray<string> paths)
    {
        var baseline = "";
        if (!parsed.GetValue(_noBaseline) && BaselinePath(session, parsed) is var path) baseline = File.Exists(path) ? Sha256.Hex(File.ReadAllBytes(path)) : $"{parsed.GetValue(_baseline)} is not there";
        return $"check {parsed.GetValue(_format)} {parsed.GetValue(_failOn)} {baseline}\n{string.Join('\n', paths)}";
    }

    private ExitCode Status(ParseResult parsed, Report report) => parsed.GetValue(_failOn) switch
    {
        "never" => ExitCode.Fine,
        "info" when report.Has(Severity.Info) => ExitCode.Findings,
        "warning" when report.Has(Severity.Warning) => ExitCode.Findings,
        _ when report.Has(Severity.Error) => HasBadConfiguration(report) ? ExitCode.Usage : ExitCode.Findings,
        _ => ExitCode.Fine,
    };

    private static bool HasBadConfiguration(Report report) =>
        report.Findings.Any(f => f.Diagnostic is { Rule: "config", Severity: Severity.Error });

    private static bool HasFaults(Catalog catalog) => !catalog.Faults.IsEmpty;

    private Catalog? BaseCatalog(Session session, ParseResult parsed)
    {
        if (parsed.GetValue(_since) is not { } revision) return null;
        if (session.Git is not { } git) throw new IOException("--changed-since needs a git repository");
        var commit = git.Resolve(revision) ?? throw new UsageException($"git knows no revision '{revision}'");
        var start = git.MergeBase(commit) ?? throw new UsageException($"'{revision}' and HEAD have no common commit; in a shallow clone, fetch more of the history");
        return session.BuildCatalog(git.TreeOf(start), session.History);
    }

    private string BaselinePath(Session session, ParseResult parsed) =>
        parsed.GetValue(_baseline) is { } given ? Path.GetFullPath(given, session.Directory) : Path.Combine(session.Root.Folder, BaselineFile.Path);

    private Baseline ReadBaseline(Session session, ParseResult parsed)
    {
        var path = BaselinePath(session, parsed);
        if (!File.Exists(path)) return parsed.GetValue(_baseline) is { } given && !parsed.GetValue(_update) ? throw new UsageException($"{given}: there is no such baseline") : Baseline.Empty;
        var (baseline, fault) = BaselineFile.Parse(SourceText.Decode(path, File.ReadAllBytes(path)));
        return baseline ?? throw new UsageException($"{path}: {fault}; write it again with: gavel check --update --add");
    }

    private void UpdateBaseline(Session session, ParseResult parsed, Catalog catalog, CheckRequest request, CancellationToken cancellationToken)
    {
        var path = BaselinePath(session, parsed);
        var all = Checker.Check(catalog, request with { Baseline = Baseline.Empty, Paths = [], Base = null }, cancellationToken);
        var next = BaselineFile.Update(ReadBaseline(session, parsed), all.Findings, parsed.GetValue(_add), request.Paths);
        var inRoot = Path.GetRelativePath(session.Root.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
        if (inRoot.StartsWith("../", StringComparison.Ordinal)) File.WriteAllText(path, BaselineFile.Render(next));
        else if (Applying.Write(session, Storing(session, inRoot, BaselineFile.Render(next))) is { } refused) throw new IOException(refused.Text);
        if (!session.IsQuiet) Console.Error.WriteLine($"gavel: {inRoot} now holds {next.Entries.Length}");
    }

    private static ChangeSet Storing(Session session, string path, string content) =>
        session.Tree.Find(path) is { } file
            ? ChangeSet.Edit(session.Tree.Read(file), new TextSpan(0, session.Tree.Read(file).Chars.Length), content)
            : new ChangeSet([], [], [new NewFile(path, content)]);

    private static string Count(ChangeSet changes)
    {
        var files = changes.Edits.Select(e => e.Path).Concat(changes.Moves.Select(m => m.From)).Distinct(StringComparer.Ordinal).Count();
        return files == 1 ? "1 file" : $"{files} files";
    }
}
