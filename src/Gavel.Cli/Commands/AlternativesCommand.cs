using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Proposals;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel alternatives</c>.</summary>
internal static class AlternativesCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id, its number or its path." };
        Completing.Ids(id);
        var write = new Option<bool>("--write") { Description = "Put an empty matrix into the draft." };
        var applying = new Applying();
        var command = new Verb("alternatives", "Show the alternatives of a proposal against the aspects that its template names.")
        {
            Details =
            [
                "Reads alternatives out of sub-headings, bold or numbered items and tables, and says which one was chosen and which cells nobody answered. Where the template names no aspects, those that the proposal itself uses are shown.",
                "With --write it puts an empty matrix into a draft that has none, or refuses. The other options that change something belong to --write.",
            ],
            Examples = [new("gavel alternatives RFC-54", "the matrix"), new("gavel alternatives 54 --write --dry-run", "show what would be written")],
            ExitStatus = "0 fine, 1 refused (there is a matrix, or it is no draft), 2 wrong usage or configuration, 3 the environment failed.",
        };
        command.Add(id);
        command.Add(write);
        applying.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed, parsed.GetValue(id)!, parsed.GetValue(write), applying));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, string id, bool write, Applying applying)
    {
        using var session = Session.Open(parsed);
        var entry = Processes.Proposal(session, id);
        var proposal = session.Catalog.Open(entry);
        if (write)
            return applying.Finish(session, parsed, EmptyMatrix.Run(proposal), entry, done => $"{done.Id}: an empty matrix of alternatives", done => $"{done.Id}: an empty matrix of alternatives is in {done.Path} now.");
        if (parsed.GetValue<bool>("--dry-run") || parsed.GetValue<bool>("--commit")) throw new UsageException("--dry-run and --commit belong to --write");
        var matrix = AlternativesReader.Of(proposal);
        session.Out.Write(parsed.GetValue<string>("--format") == "json"
            ? AlternativesReport.RenderJson(proposal, matrix)
            : AlternativesReport.RenderText(proposal, matrix, session.Style));
        return ExitCode.Fine;
    }
}
