using System.CommandLine;
using Gavel.Cli.CommandLine;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel renumber</c> and <c>gavel rename</c>.</summary>
internal static class RenumberCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var number = new Argument<string?>("N") { Validators = { result => GlobalOptions.ReadNumber(result) }, Description = "The new number; by default the next free one.", Arity = ArgumentArity.ZeroOrOne };
        var applying = new Applying();
        var command = new Verb("renumber", "Give a proposal another number, everywhere at once.")
        {
            Details = ["Moves the file or folder and changes title, fields, index row, decisions and every link to it in one step. Where two branches took the same number, give the path of the one that should move."],
            Examples = [new("gavel renumber RFC-54", "take the next free number"), new("gavel renumber rfcs/0012-retry-budgets.md 19 --commit", "this one, committed")],
            ExitStatus = "0 fine, 1 refused (the number is taken), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(id);
        command.Add(number);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var outcome = session.Proposing.Renumber(entry, parsed.GetResult(number) is { } asked ? GlobalOptions.ReadNumber(asked) : null, session.Today, session.Cancellation);
            return (int)applying.Finish(session, parsed, outcome, entry, done => $"{entry.Id}: renumber to {done.Id}", done => $"{entry.Id} is now {done.Id} in {done.Path}.");
        });
        return command;
    }

    public static Command CreateRename()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var title = new Argument<string>("TITLE") { Description = "The new title, in quotes." };
        var applying = new Applying();
        var command = new Verb("rename", "Give a proposal another title, everywhere at once.")
        {
            Details = ["Moves the file or folder to the new title's name and changes title, fields, index row and every link to it in one step."],
            Examples = [new("gavel rename RFC-54 \"Range pull queries\"", "title, file name, index row and links")],
            ExitStatus = "0 fine, 1 refused (a file is there already), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(id);
        command.Add(title);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var outcome = session.Proposing.Rename(entry, parsed.GetValue(title)!, session.Today, session.Cancellation);
            return (int)applying.Finish(session, parsed, outcome, entry, done => $"{done.Id}: rename to \"{parsed.GetValue(title)}\"", done => $"{done.Id} is now '{parsed.GetValue(title)}' in {done.Path}.");
        });
        return command;
    }
}
