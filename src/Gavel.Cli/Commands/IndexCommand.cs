using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel index</c>.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 when an index differs from the proposals." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the difference and change nothing." };
        var commit = new Option<bool>("--commit") { Description = "Commit exactly the changed paths." };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("index", "Make the index say what the proposals say.")
        {
            Details = ["Changes cells and rows that differ and adds rows that are missing; the text around the table, its other columns, its order and rows that only reserve a number stay as they are."],
            Examples = [new("gavel index", "write"), new("gavel index --check", "for CI")],
            ExitStatus = "0 fine, 1 with --check: an index differs, 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(check);
        command.Add(dryRun);
        command.Add(commit);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            Processes.Required(session);
            var (changes, what) = IndexUpdate.Run(session.Catalog, session.Today);
            var writes = !parsed.GetValue(check) && !parsed.GetValue(dryRun) && !changes.IsEmpty;
            if (writes && parsed.GetValue(commit)) Applying.NeedGit(session);
            var (refused, made) = writes ? Applying.Write(session, changes, parsed.GetValue(commit) ? "Bring the index up to date" : null) : default;
            if (refused is not null)
            {
                Console.Error.WriteLine($"gavel: {refused.Text}");
                return (int)ExitCode.Findings;
            }
            if (parsed.GetValue(format) == "json") session.Out.Write(IndexReport.RenderJson(session.Catalog, what, writes));
            else if (parsed.GetValue(dryRun)) session.Out.Write(session.DiffOf(changes));
            else session.Out.Write(IndexReport.RenderText(session.Catalog, what, writes, session.Style));
            if (made is not null && parsed.GetValue(format) == "text") session.Out.WriteLine($"Committed as {made[..10]}.");
            return (int)(parsed.GetValue(check) && !what.IsEmpty ? ExitCode.Findings : ExitCode.Fine);
        });
        return command;
    }
}
