using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel log</c>.</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id in any case, its number, or its path." };
        Completing.Ids(id);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("log", "Show what happened to one proposal, from git: status, title, fields, sections, index, decisions, mentions.")
        {
            Details =
            [
                "One line for each event, oldest first: the day it was decided where something says so (a decision, a date beside the status, an earlier row of the index), else the day it was recorded. Where both are known and lie more than a day apart, both are shown.",
                "What three or more proposals got in one commit is said to be bulk: it tells when a status was written down, not when it was decided. Renames are followed. Commits whose message names the id are mentions.",
            ],
            Examples =
            [
                new("gavel log rfc-54", "by id, in any case"),
                new("gavel log 54 --format json | jq -r '.events[] | select(.kind == \"status\") | .to'", "the statuses it went through"),
            ],
        };
        command.Add(id);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            return (int)Run(session, parsed.GetValue(id)!, parsed.GetValue(format) == "json");
        });
        return command;
    }

    /// <param name="id">As written.</param>
    public static ExitCode Run(Session session, string id, bool isJson)
    {
        session.NeedHistory("log");
        session.IsWithoutFindings = true;
        var entry = Processes.Proposal(session, id);
        var timeline = Timelines.Read(session.Catalog, session.History, session.Cancellation).Of(entry.Id);
        session.Out.Write(isJson ? LogReport.RenderJson(timeline) : LogReport.RenderText(timeline, entry.Title, session.Style));
        return ExitCode.Fine;
    }
}
