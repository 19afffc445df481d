using System.Collections.Immutable;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Reporting;
using Gavel.Core.Text;

namespace Gavel.Cli.Commands;

/// <summary>Runs <c>gavel check</c>.</summary>
internal sealed class CheckRun(CheckLine line)
{
    // What only depends on the files, the date and the branches can be remembered.
    private bool IsPlain => !line.Fixes && line.Since is null && !line.Updates;

    public ExitCode Run(CancellationToken cancellationToken)
    {
        if (line.Adds && !line.Updates) throw new UsageException("--add goes with --update");
        if (line.Commits && !line.Fixes) throw new UsageException("--commit goes with --fix");
        return line.Watches ? Watch(cancellationToken) : Once(cancellationToken);
    }

    private ExitCode Watch(CancellationToken cancellationToken)
    {
        using var first = Session.Open(line.Settings, cancellationToken);
        using var sessions = new WarmSessions(line.Settings, first);
        var memory = new CheckMemory();
        return Watching.Run(first.Root, (written, isAnew) => sessions.Next(written, isAnew, cancellationToken), next =>
        {
            using var session = next.Session;
            return Anew(session, PathsIn(session), null, memory, cancellationToken);
        }, cancellationToken);
    }

    private ExitCode Once(CancellationToken cancellationToken)
    {
        using var session = Session.Open(line.Settings, cancellationToken);
        var asked = PathsIn(session);
        var remembered = IsPlain && session.Tree.Misnamed.IsEmpty ? Remembered.For(session) : null;
        return remembered is not null && FromMemory(session, remembered, asked) is { } known ? known : Anew(session, asked, remembered, null, cancellationToken);
    }

    private ImmutableArray<string> PathsIn(Session session)
    {
        var paths = ImmutableArray.CreateBuilder<string>(line.Paths.Length);
        foreach (var path in line.Paths) paths.Add(session.PathInRoot(path));
        if (paths.Contains("")) paths.Clear(); // the root itself
        return paths.ToImmutable();
    }

    /// <returns>Null where nothing is remembered that answers it.</returns>
    private ExitCode? FromMemory(Session session, Remembered remembered, ImmutableArray<string> paths)
    {
        if (remembered.FindPrinted(RequestOf(session, paths)) is { } printed)
        {
            NoteWithoutGit(session);
            session.Out.Write(printed.Text);
            return printed.Status;
        }
        foreach (var path in paths)
        {
            if (session.Tree.Find(path) is null) return null; // a folder
        }
        if (remembered.FindJudged() is not { } bytes || Judged.ReportFrom(bytes, paths, BaselineOf(session)) is not var (report, proposals)) return null;
        NoteWithoutGit(session);
        session.Out.Write(Render(report, session, session.TextOf, proposals));
        return Status(report);
    }

    private ExitCode Anew(Session session, ImmutableArray<string> paths, Remembered? remembered, CheckMemory? memory, CancellationToken cancellationToken)
    {
        var catalog = session.Catalog;
        if (catalog.Processes.IsEmpty && catalog.Faults.IsEmpty)
        {
            if (line.Since is null) Processes.Required(catalog);
            if (!session.IsQuiet) Console.Error.WriteLine($"gavel: {Processes.WhyNone(catalog)}; nothing to check");
            if (line.Format == "json") session.Out.Write(JsonReport.Render(new Report(0, 0, []), session.TextOf));
            return ExitCode.Fine;
        }
        NoteWithoutGit(session);
        var request = new CheckRequest(session.Today) { Now = session.Moment, Paths = paths, Base = BaseCatalog(session), Baseline = BaselineOf(session) };
        if (request.Base is not null) request = request with { Facts = new Core.Lifecycles.FactsReader(catalog, session.History, Session.Syntaxes) };
        SourceLookup sources = session.TextOf;
        Report report;
        if (line.Fixes)
        {
            var result = Fixer.Run(session.Tree, tree => session.BuildCatalog(tree, session.History), request, all: line.FixesAll, cancellationToken);
            if (Apply(session, result) is { } status) return status;
            report = result.Left;
            sources = path => result.Tree.Find(path) is { } file ? result.Tree.Read(file) : null;
        }
        else if (paths.IsEmpty && request.Base is null && memory is null)
        {
            var judged = Checker.JudgeAll(catalog, request, cancellationToken);
            if (catalog.Entries.Length > 0) remembered?.KeepJudged(judged.ToBytes());
            report = judged.Report(request.Baseline);
        }
        else
        {
            report = Checker.Check(catalog, request, memory, cancellationToken);
        }
        if (line.Updates) UpdateBaseline(session, catalog, request, cancellationToken);
        var rendered = Render(report, session, sources, catalog.Entries.Length);
        session.Out.Write(rendered);
        if (catalog.Entries.Length > 0) remembered?.KeepPrinted(RequestOf(session, paths), Status(report), rendered);
        if (line.Format == "text" && catalog.Entries.IsEmpty && !session.IsQuiet)
            Console.Error.WriteLine($"gavel: {string.Join(", ", catalog.Processes.Select(p => p.Name))}: no proposals yet; start one with: gavel new \"Title\"");
        return Status(report);
    }

    /// <returns>How it ends where nothing is left to report.</returns>
    private ExitCode? Apply(Session session, FixResult result)
    {
        if (line.IsDry)
        {
            if (line.Format != "text") return null; // what would be left, in the form that was asked for
            session.Out.Write(session.DiffOf(result.Changes));
            return ExitCode.Fine;
        }
        if (result.Changes.IsEmpty) return null;
        if (line.Commits) Applying.NeedGit(session);
        var (refused, commit) = Applying.Write(session, result.Changes, line.Commits ? "Apply the fixes of gavel check" : null);
        if (refused is not null)
        {
            Console.Error.WriteLine($"gavel: {refused.Text}");
            return ExitCode.Findings;
        }
        if (!session.IsQuiet) Console.Error.WriteLine($"gavel: applied {(result.Applied == 1 ? "1 fix" : $"{result.Applied} fixes")} to {Count(result.Changes)}{(commit is null ? "" : $", committed as {commit[..10]}")}");
        return null;
    }

    private string Render(Report report, Session session, SourceLookup sources, int proposals) => line.Format switch
    {
        "json" => JsonReport.Render(report, sources),
        "sarif" => SarifReport.Render(report, [.. RuleSet.Infos], ToolVersion.Text, sources),
        "github" => AnnotationsReport.Render(report),
        _ => TextReport.Render(report, sources, session.Style, proposals),
    };

    private static void NoteWithoutGit(Session session)
    {
        if (session.Git is null && !session.IsQuiet) Console.Error.WriteLine($"gavel: {session.WithoutGit}: proposals are held to the template as it is, dates are unknown");
    }

    private string RequestOf(Session session, ImmutableArray<string> paths)
    {
        var baseline = "";
        if (!line.IsWithoutBaseline && BaselinePath(session) is var path) baseline = File.Exists(path) ? Sha256.Hex(File.ReadAllBytes(path)) : $"{line.Baseline} is not there";
        return $"check {line.Format} {line.FailOn} {baseline}\n{string.Join('\n', paths)}";
    }

    private ExitCode Status(Report report)
    {
        var least = line.FailOn switch { "info" => Severity.Info, "warning" => Severity.Warning, _ => Severity.Error };
        if (line.FailOn == "never" || !report.Has(least)) return ExitCode.Fine;
        return least == Severity.Error && HasBadConfiguration(report) ? ExitCode.Usage : ExitCode.Findings;
    }

    private static bool HasBadConfiguration(Report report) => report.Findings.Any(f => f.Diagnostic is { Rule: "config", Severity: Severity.Error });

    private Catalog? BaseCatalog(Session session)
    {
        if (line.Since is not { } revision) return null;
        if (session.Git is not { } git) throw new EnvironmentException($"{session.WithoutGit}, and --changed-since needs the history");
        var commit = git.Resolve(revision) ?? throw new UsageException($"git knows no revision '{revision}'{(git.History.IsComplete ? "" : "; the clone is shallow: fetch more of the history")}");
        var start = git.MergeBase(commit) ?? throw new UsageException($"'{revision}' and HEAD have no common commit; in a shallow clone, fetch more of the history");
        return session.BuildCatalog(git.TreeOf(start), session.History);
    }

    private string BaselinePath(Session session) =>
        line.Baseline is { } given ? Path.GetFullPath(given, session.Directory) : Path.Combine(session.Root.Folder, BaselineFile.Path);

    private Baseline BaselineOf(Session session) => line.IsWithoutBaseline ? Baseline.Empty : ReadBaseline(session);

    private Baseline ReadBaseline(Session session)
    {
        var path = BaselinePath(session);
        if (!File.Exists(path)) return line.Baseline is { } given && !line.Updates ? throw new UsageException($"{given}: there is no such baseline") : Baseline.Empty;
        var (baseline, fault) = BaselineFile.Parse(SourceText.Decode(path, File.ReadAllBytes(path)));
        return baseline ?? throw new UsageException($"{path}: {fault}; write it again with: gavel check --update --add");
    }

    private void UpdateBaseline(Session session, Catalog catalog, CheckRequest request, CancellationToken cancellationToken)
    {
        var path = BaselinePath(session);
        var inRoot = Path.GetRelativePath(session.Root.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
        if (!line.Adds && !File.Exists(path))
        {
            if (!session.IsQuiet) Console.Error.WriteLine($"gavel: there is no {inRoot}: nothing is owed");
            return;
        }
        var all = Checker.Check(catalog, request with { Baseline = Baseline.Empty, Paths = [], Base = null }, cancellationToken);
        var next = BaselineFile.Update(ReadBaseline(session), all.Findings, line.Adds, request.Paths);
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
