using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel stats</c>.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var process = new Option<string[]>("--process") { Description = "Only these processes.", HelpName = "NAME", AllowMultipleArgumentsPerToken = false };
        Completing.Processes(process);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("stats", "Show figures of the processes: proposals by status and year, open and stale ones, how long a status lasts.")
        {
            Details =
            [
                "Days in a status are counted between two known dates: the day something was decided where that is known, else the day it was recorded. A status change that three or more proposals got in one commit, and of which nothing says when it was decided, is left out and counted as such: it tells when somebody tidied up.",
                "Stale is what nobody changed or decided about for longer than its status allows in gavel.yml (stale-after); where that says nothing, a draft or an open proposal after 180 days.",
            ],
            Examples =
            [
                new("gavel stats", "bars for people"),
                new("gavel stats --format json | jq '.processes[0].daysInStatus'", "how long each status lasts"),
            ],
        };
        command.Add(process);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            session.NeedHistory("stats");
            session.IsWithoutFindings = true;
            Processes.Required(session);
            var wanted = (parsed.GetValue(process) ?? []).Select(name => Processes.Find(session.Catalog, name).Name).ToHashSet(StringComparer.Ordinal);
            var dated = session.Catalog.WithDates(session.History, session.Cancellation);
            var timelines = Timelines.Read(session.Catalog, session.History, session.Cancellation);
            var figures = ProcessFigures.Of(dated, timelines, session.Today).Where(f => wanted.Count == 0 || wanted.Contains(f.Name)).ToList();
            session.Out.Write(parsed.GetValue(format) == "json" ? StatsReport.RenderJson(figures, session.Today) : StatsReport.RenderText(figures, session.Style));
            if (timelines.Missing > 0 && !session.IsQuiet) Console.Error.WriteLine("gavel: the clone is partial: what versions changed whose texts are missing is not counted");
            if (!timelines.IsComplete && !session.IsQuiet) Console.Error.WriteLine("gavel: the clone is shallow: what is older is not counted");
            return (int)ExitCode.Fine;
        });
        return command;
    }
}
