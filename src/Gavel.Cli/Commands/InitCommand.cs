using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Checking;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel init</c>.</summary>
internal sealed class InitCommand
{
    private readonly Option<string?> _pack = new("--pack") { Description = $"Start a process from nothing: {string.Join(", ", Packs.Names)}.", HelpName = "NAME" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the difference and change nothing." };
    private readonly Option<bool> _commit = new("--commit") { Description = "Commit exactly the written paths." };
    private readonly Option<string> _format = GlobalOptions.Format("text", "json");

    public static Command Create()
    {
        var init = new InitCommand();
        init._pack.AcceptOnlyFromAmong([.. Packs.Names]);
        var command = new Verb("init", "Find the templates and proposals of a repository and write gavel.yml, or start a process from nothing.")
        {
            Details =
            [
                "Everything in gavel.yml was mined from the repository, and each line says from what; change it where it is wrong, delete it where the default will do. Where proposals have no template, one is written of what most of them have. What the check finds today goes into a baseline, so that only new findings count from now on.",
            ],
            Examples =
            [
                new("gavel init", "a repository that has proposals"),
                new("gavel init --pack adr", "start architecture decision records"),
                new("gavel init --dry-run", "see what would be written"),
            ],
            ExitStatus = "0 fine, 1 refused (gavel.yml is there already), 2 wrong usage or no process found, 3 the environment failed.",
        };
        command.Add(init._pack);
        command.Add(init._dryRun);
        command.Add(init._commit);
        command.Add(init._format);
        command.SetAction(parsed => (int)init.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        using var session = Session.Open(parsed);
        var isJson = parsed.GetValue(_format) == "json";
        if (session.Tree.Find(Root.ConfigurationName) is not null) return Refused(session, isJson, $"{Root.ConfigurationName} is already there; delete it to start again");
        var tree = new ChangedTree(session.Tree);
        if (parsed.GetValue(_pack) is { } pack && !tree.TryApply(new ChangeSet([], [], Packs.Files(pack))))
        {
            var taken = Packs.Files(pack).Select(f => f.Path).First(p => session.Tree.Find(p) is not null);
            return Refused(session, isJson, $"{taken} is already there; nothing was changed");
        }
        var found = session.FindProcesses(tree, session.History);
        if (found.Processes.IsEmpty)
            throw new UsageException($"{Processes.WhyNone(session.Catalog)}. Start one with: gavel init --pack {string.Join('|', Packs.Names)}");
        if (tree.Find(Root.ConfigurationName) is null) tree.TryApply(new ChangeSet([], [], [.. Files(found, tree)]));
        var owed = Owe(session, tree);
        var changes = tree.ToChangeSet();
        var written = changes.Files.Select(f => f.Path).Order(StringComparer.Ordinal).ToList();
        if (parsed.GetValue(_dryRun))
        {
            session.Out.Write(isJson ? InitReport.RenderJson(found, [], owed) : session.DiffOf(changes));
            return ExitCode.Fine;
        }
        if (parsed.GetValue(_commit)) Applying.NeedGit(session);
        if (Applying.Write(session, changes, parsed.GetValue(_commit) ? "Run the proposal process with Gavel" : null).Refused is { } refused) return Refused(session, isJson, refused.Text);
        session.Out.Write(isJson ? InitReport.RenderJson(found, written, owed) : InitReport.RenderText(found, written, owed, session.Style));
        return ExitCode.Fine;
    }

    private static ExitCode Refused(Session session, bool isJson, string why)
    {
        Console.Error.WriteLine($"gavel: {why}");
        if (isJson) session.Out.Write(InitReport.RenderJson(new ProcessesFound([], [], []), [], owed: 0));
        return ExitCode.Findings;
    }

    // gavel.yml, and a template for each process that has none.
    private static IEnumerable<NewFile> Files(ProcessesFound found, ITree tree)
    {
        var outlines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var process in found.Processes)
        {
            if (OutlineFile.Of(process, path => tree.Find(path) is not null || outlines.ContainsValue(path)) is not { } outline) continue;
            outlines[process.Name] = outline.Path;
            yield return outline;
        }
        yield return new NewFile(Root.ConfigurationName, ConfigurationWriter.Render(found, outlines));
    }

    /// <summary>Adds the baseline of what the check finds now.</summary>
    /// <returns>How much it holds.</returns>
    private static int Owe(Session session, ChangedTree tree)
    {
        var report = Checker.Check(session.BuildCatalog(tree, session.History), new CheckRequest(session.Today), session.Cancellation);
        var baseline = BaselineFile.Of(report.Findings);
        if (baseline.Entries.IsEmpty || tree.Find(BaselineFile.Path) is not null) return 0;
        tree.TryApply(new ChangeSet([], [], [new NewFile(BaselineFile.Path, BaselineFile.Render(baseline))]));
        return baseline.Entries.Length;
    }
}
