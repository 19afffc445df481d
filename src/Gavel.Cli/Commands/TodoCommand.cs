using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel todo</c>.</summary>
internal static class TodoCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var target = new Option<string?>("--for") { Description = "The status to get to; by default the next one.", HelpName = "STATUS" };
        Completing.Statuses(target, id);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("todo", "Show what stands between a proposal and its next status.")
        {
            Details = ["What the template asks for in that status, steps and prompts that are open, placeholders, findings, and what people have still to decide. 'gavel move' goes through once nothing that is needed is open."],
            Examples = [new("gavel todo RFC-54", "towards the next status"), new("gavel todo 54 --for Accepted --format json", "towards this one, for scripts")],
        };
        command.Add(id);
        command.Add(target);
        command.Add(format);
        command.SetAction((parsed, cancellationToken) =>
        {
            using var session = Session.Open(parsed, cancellationToken);
            CommandLine.Processes.Sound(session);
            var entry = CommandLine.Processes.Proposal(session, parsed.GetValue(id)!);
            var todo = session.Deciding.Todo(entry, Find(entry.Process, parsed.GetValue(target)), session.Moment, cancellationToken);
            session.Out.Write(parsed.GetValue(format) == "json" ? TodoReport.RenderJson(todo) : TodoReport.RenderText(todo, entry.Path, session.Style));
            return Task.FromResult((int)ExitCode.Fine);
        });
        return command;
    }

    /// <exception cref="UsageException">The process has no such status.</exception>
    private static Status? Find(Process process, string? name)
    {
        if (name is null) return null;
        return Lifecycle.Of(process).Match(name)?.Status
            ?? throw new UsageException($"'{name}' is no status of {process.Name}; there is {string.Join(", ", process.Statuses.Statuses.Select(s => $"'{s.Name}'"))}");
    }
}
