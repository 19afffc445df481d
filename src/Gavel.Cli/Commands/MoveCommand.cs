using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel move</c>.</summary>
internal static class MoveCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var status = new Argument<string>("STATUS") { Description = "The new status, by name or alias." };
        Completing.Statuses(status, id);
        var reason = new Option<string?>("--reason") { Description = "Why; kept with the decision. Needed to reject, to withdraw and to force.", HelpName = "TEXT" };
        var force = new Option<bool>("--force") { Description = "Move although something stands in the way; needs --reason." };
        var deciders = new Deciders();
        var applying = new Applying();
        var command = new Verb("move", "Move a proposal to another status, through its gate.")
        {
            Details =
            [
                "Field or folder, index row, links to what moved, and the record of the decision change together or not at all. A refusal says what stands in the way and what would change it; 'gavel todo ID --for STATUS' says so beforehand.",
            ],
            Examples =
            [
                new("gavel move RFC-54 Accepted", "through the gate"),
                new("gavel move 54 Rejected --reason \"too costly to run\"", "a reason is kept with the decision"),
                new("gavel move 54 Accepted --effective 2026-01-15 --commit", "decided on another day, committed"),
            ],
            ExitStatus = "0 fine, 1 refused (no such transition, something stands in the way), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(id);
        command.Add(status);
        command.Add(reason);
        command.Add(force);
        deciders.AddTo(command);
        applying.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(force) && string.IsNullOrWhiteSpace(parsed.GetValue(reason))) throw new UsageException("--force needs --reason TEXT: why it may pass is kept with the decision");
            using var session = Session.Open(parsed, cancellationToken);
            Processes.Sound(session);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var request = new MoveRequest(Deciding.Written(entry, parsed.GetValue(status)!), deciders.EffectiveDate(parsed), parsed.GetValue(reason), parsed.GetValue(force));
            var outcome = session.Deciding.Move(entry, request, deciders.Of(session, parsed, entry, mayBeUnknown: true), cancellationToken);
            return Task.FromResult((int)applying.Finish(session, parsed, outcome, entry, done => $"{done.Id}: move to {request.To}", done => $"{done.Id} is now '{request.To}' in {done.Path}."));
        });
        return command;
    }
}
