using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel show</c>.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id in any case, its number, or its path." };
        Completing.Ids(id);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("show", "Show one proposal: header, sections, relations and how many findings it has.")
        {
            Examples = [new("gavel show rfc-54", "by id, in any case"), new("gavel show 54 --format json", "by number, for scripts")],
        };
        command.Add(id);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            session.BeginHistory();
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            Processes.NoteWithoutGit(session);
            var report = Checker.Check(session.Catalog, new CheckRequest(session.Today) { Paths = [entry.Path] }, session.Cancellation);
            var proposal = session.Catalog.Open(entry);
            entry = session.Catalog.WithDates(session.History, session.Cancellation).FindByPath(entry.Path)!;
            session.Out.Write(parsed.GetValue(format) == "json"
                ? ShowReport.RenderJson(session.Catalog, entry, proposal, report)
                : ShowReport.RenderText(session.Catalog, entry, proposal, report, session.Style));
            return (int)ExitCode.Fine;
        });
        return command;
    }
}
