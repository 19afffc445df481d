using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Proposals;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel plan</c>.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "The proposal: its id, its number or its path. Without it, one line for each proposal.", Arity = ArgumentArity.ZeroOrOne };
        Completing.Ids(id);
        var format = GlobalOptions.Format("text", "json", "csv", "gh");
        var command = new Verb("plan", "Show the milestones, stories and tasks of a proposal, and how far they are.")
        {
            Details =
            [
                "Reads the sections where the template asks for work: lists, tables, sub-headings, numbered lines and sentences of stories, with estimates, dates, people and the marks by which people say that something is done, begun or dropped. What is larger than the template allows is said.",
                "With --format gh it prints a shell script that makes milestones and issues of what is not done yet; run twice, it makes nothing twice.",
            ],
            Examples =
            [
                new("gavel plan RFC-54", "items with their state, estimates and people"),
                new("gavel plan", "one line for each proposal"),
                new("gavel plan 54 --format csv > plan.csv", "for a spreadsheet"),
                new("gavel plan 54 --format gh > issues.sh", "a script for gh; read it before it runs"),
            ],
        };
        command.Add(id);
        command.Add(format);
        command.SetAction((parsed, cancellationToken) => Task.FromResult((int)Run(parsed, parsed.GetValue(id), parsed.GetValue(format)!, cancellationToken)));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, string? id, string format, CancellationToken cancellationToken)
    {
        using var session = Session.Open(parsed, cancellationToken);
        if (id is null)
        {
            if (format != "text") throw new UsageException($"--format {format} is about one proposal; give its ID");
            Processes.Required(session);
            session.Out.Write(PlanOverview.RenderText([.. PlanOverview.Of(session.Catalog, session.Cancellation)], session.Style));
            return ExitCode.Fine;
        }
        var proposal = session.Catalog.Open(Processes.Proposal(session, id));
        var plan = PlanReader.Of(proposal);
        session.Out.Write(format switch
        {
            "json" => PlanReport.RenderJson(proposal, plan),
            "csv" => PlanReport.RenderCsv(proposal, plan),
            "gh" => PlanScript.Render(proposal, plan),
            _ => PlanReport.RenderText(proposal, plan, session.Style),
        });
        return ExitCode.Fine;
    }
}
