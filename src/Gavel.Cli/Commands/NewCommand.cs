using System.Collections.Immutable;
using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel new</c>.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("[PROCESS] TITLE") { Description = "The title in quotes; before it the process, where the repository has several.", Arity = new ArgumentArity(1, 2) };
        var number = new Option<string?>("--number") { Validators = { result => GlobalOptions.ReadNumber(result) }, Description = "This number, instead of the next free one; needed where issues give the numbers.", HelpName = "N" };
        var field = new Option<string[]>("--field") { Description = "Fill a field of the header; may be given several times.", HelpName = "NAME=VALUE" };
        var supersedes = new Option<string?>("--supersedes") { Description = "The proposal that this one replaces; both ends are written.", HelpName = "ID" };
        var folder = new Option<string?>("--folder") { Description = "Where the proposals lie in folders of groups, years or releases: which one.", HelpName = "NAME" };
        var applying = new Applying();
        var command = new Verb("new", "Start a proposal from the template.")
        {
            Details =
            [
                "Takes the next number that no proposal, no row of the index and no other branch holds, fills what is known (number, title, author from git, date, first status), writes the file or folder that the process uses, and adds the index row. Proposals with a similar title are named, rejected ones too. Nothing is ever overwritten.",
            ],
            Examples =
            [
                new("gavel new \"Batch reads over several partitions\"", "the repository has one process"),
                new("gavel new RFC \"Retry budgets\" --field \"Area=Networking\" --commit", "one of several processes, with a field, committed"),
                new("gavel new \"Faster lookups\" --folder networking", "where each group has a folder of its own; \"networking/Faster lookups\" says the same"),
                new("gavel new \"Typed events\" --number 2417 --dry-run", "the number of an issue; only show what would be written"),
            ],
            ExitStatus = "0 fine, 1 refused (the number or the file is taken), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(words);
        command.Add(number);
        command.Add(field);
        command.Add(supersedes);
        command.Add(folder);
        applying.AddTo(command);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            Processes.Required(session);
            var given = parsed.GetValue(words)!;
            var process = given.Length == 2 ? Processes.Find(session.Catalog, given[0]) : Only(session.Catalog, given[0]);
            var replaced = parsed.GetValue(supersedes) is { } id ? Processes.Proposal(session, id) : null;
            var fields = (parsed.GetValue(field) ?? []).Select(SetCommand.Split).ToImmutableArray();
            var request = new NewRequest(process, given[^1], parsed.GetResult(number) is { } asked ? GlobalOptions.ReadNumber(asked) : null, Author(session), session.Today, fields, replaced?.Id) { Folder = parsed.GetValue(folder), WorksIn = Path.GetRelativePath(session.Root.Folder, session.Directory).Replace(Path.DirectorySeparatorChar, '/') };
            var outcome = session.Proposing.New(request);
            return (int)applying.Finish(session, parsed, outcome, null, done => $"{done.Id}: start \"{given[^1]}\"", done => $"Started {done.Id} in {done.Path}.");
        });
        return command;
    }

    private static Core.Processes.Process Only(Catalog catalog, string title) => catalog.Processes.Length == 1
        ? catalog.Processes[0]
        : throw new UsageException($"there are several processes ({string.Join(", ", catalog.Processes.Select(p => p.Name))}); say which: gavel new {catalog.Processes[0].Name} \"{title}\"");

    private static string? Author(Session session) =>
        session.Git?.Identity() is { Name: { Length: > 0 } name } identity ? identity.Email is { Length: > 0 } mail ? $"{name} <{mail}>" : name : null;
}
