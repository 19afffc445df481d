using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel set</c>.</summary>
internal static class SetCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var field = new Argument<string>("FIELD=VALUE") { Description = "The field and its new value." };
        Completing.Fields(field, id);
        var applying = new Applying();
        var command = new Verb("set", "Change one field of a proposal and keep every other byte.")
        {
            Details = ["A value that the template does not allow is refused. A field that is missing is written in the style of its neighbours."],
            Examples = [new("gavel set RFC-54 \"Release=0.24.0\"", "change a field"), new("gavel set 54 Status=Accepted --dry-run", "show the difference only")],
            ExitStatus = "0 fine, 1 refused (the value is not allowed), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(id);
        command.Add(field);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            var (name, value) = Split(parsed.GetValue(field)!);
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var outcome = SetField.Run(session.Catalog.Open(entry.Id), name, value);
            if (outcome is Outcome.Done moved && string.Equals(name, entry.Process.StatusField ?? "Status", StringComparison.OrdinalIgnoreCase))
                outcome = moved with { Notes = moved.Notes.Add($"this wrote a field: no gate was passed, and nothing was recorded; 'gavel move {entry.Id} \"{value}\"' does all of it") };
            return (int)applying.Finish(session, parsed, outcome, entry, done => $"{done.Id}: set {name} to {value}", done => $"{done.Id}: {name} is now '{value}' ({done.Path}).");
        });
        return command;
    }

    public static (string Name, string Value) Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : throw new UsageException($"'{text}' is not FIELD=VALUE");
}
