using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Decisions;
using Gavel.Storage.Git;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel approve</c>, <c>object</c>, <c>hold</c>, <c>vote</c> and <c>resolve</c>.</summary>
internal static class DecideCommands
{
    private const string Status = "0 fine, 1 refused (changes that are not committed, somebody unknown), 2 wrong usage or configuration, 3 the environment failed.";
    private const string Kept = "Written to a file of its own below .gavel/decisions, so that two decisions never conflict in a merge. It is about the text that is committed; when a substantive part of that changes, it counts no more.";

    public static Command CreateApprove() => Create(DecisionAction.Approve, new Verb("approve", "Record that somebody approves a proposal.")
    {
        Details = [Kept],
        Examples = [new("gavel approve RFC-54 --commit", "your approval, committed"), new("gavel approve 54 --as bo --note \"said so in the meeting\"", "written down for somebody else")],
        ExitStatus = Status,
    });

    public static Command CreateObject() => Create(DecisionAction.Object, new Verb("object", "Record that somebody objects to a proposal, and to what.")
    {
        Details = [Kept, "Whether an open objection stops the proposal, and its comment period, is a matter of the policy. Whoever raised it resolves it; somebody else may overrule it with a reason."],
        Examples = [new("gavel object RFC-54 --note \"no way back from the new format\"", "the note says what it is about")],
        ExitStatus = Status,
    });

    public static Command CreateHold() => Create(DecisionAction.Hold, new Verb("hold", "Stop a proposal for a while.")
    {
        Details = ["A hold stops every move until it is resolved, whatever the policy says of objections. " + Kept],
        Examples = [new("gavel hold RFC-54 --note \"waits for RFC-50\"", "the note says why")],
        ExitStatus = Status,
    });

    public static Command CreateVote()
    {
        var choice = new Argument<string>("VOTE") { HelpName = "VOTE", Description = "for, against or abstain." };
        choice.AcceptOnlyFromAmong("for", "against", "abstain");
        return Create(DecisionAction.Vote, new Verb("vote", "Record a vote on a proposal.")
        {
            Details = ["The last vote of a person counts. " + Kept],
            Examples = [new("gavel vote RFC-54 for", "your vote"), new("gavel vote 54 abstain --as bo", "somebody else's")],
            ExitStatus = Status,
        }, choice);
    }

    public static Command CreateResolve()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var objection = new Argument<string?>("OBJECTION") { Description = "Its file name, the beginning of it, or who raised it; not needed where you have one open.", Arity = ArgumentArity.ZeroOrOne };
        var note = new Option<string?>("--note") { Description = "How it was resolved; needed to overrule somebody else.", HelpName = "TEXT" };
        var deciders = new Deciders();
        var applying = new Applying();
        var command = new Verb("resolve", "End an objection or a hold: your own, or somebody else's with a reason.")
        {
            Examples = [new("gavel resolve RFC-54", "your own open objection"), new("gavel resolve 54 bo --note \"measured: it costs nothing\"", "overrule somebody, with the reason")],
            ExitStatus = Status,
        };
        command.Add(id);
        command.Add(objection);
        command.Add(note);
        deciders.AddTo(command);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var decider = deciders.Of(session, parsed, entry, mayBeUnknown: false);
            var outcome = session.Deciding.Resolve(entry, parsed.GetValue(objection), parsed.GetValue(note), decider);
            return (int)applying.Finish(session, parsed, outcome, entry, done => $"{done.Id}: resolve an objection", done => $"{done.Id}: resolved by {decider.Person} ({done.Changed[0]}).");
        });
        return command;
    }

    private static Command Create(DecisionAction action, Verb command, Argument<string>? choice = null)
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var note = new Option<string?>("--note") { Description = "What there is to say about it.", HelpName = "TEXT" };
        var deciders = new Deciders();
        var applying = new Applying();
        command.Add(id);
        if (choice is not null) command.Add(choice);
        command.Add(note);
        deciders.AddTo(command);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            if (session.Git is null && session.Root.GitTop is not null) throw new GitMissingException();
            if (session.Git is null) throw new EnvironmentException($"{command.Name} needs a git repository: a decision is about a text that git keeps");
            var decider = deciders.Of(session, parsed, entry, mayBeUnknown: false);
            var request = new DecideRequest(action, choice is null ? null : parsed.GetValue(choice), parsed.GetValue(note), deciders.EffectiveDate(parsed));
            var words = request.Vote is { } vote ? $"vote {vote}" : command.Name;
            var outcome = session.Deciding.Decide(entry, request, decider);
            return (int)applying.Finish(session, parsed, outcome, entry, done => $"{done.Id}: {words}", done => $"{done.Id}: {words} by {decider.Person} ({done.Changed[0]}).");
        });
        return command;
    }
}
