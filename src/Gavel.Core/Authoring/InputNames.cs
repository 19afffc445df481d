namespace Gavel.Core.Authoring;

/// <summary>What somebody is told to use who has to say more: options of the command line, boxes of a form, or keys of a request.</summary>
/// <param name="Reason">Of a move; read on from "give it" and from "why".</param>
/// <param name="Note">Of an objection, likewise.</param>
/// <param name="Ending">How an objection was resolved, likewise.</param>
/// <param name="Effective">When it was decided; begins a sentence.</param>
/// <param name="Number">Of a new proposal; begins a sentence. Null where the edge has no such input.</param>
/// <param name="NumberOfIssue">Read on from "give it".</param>
/// <param name="Folder">Read on from "say it", before an example.</param>
public sealed record InputNames(string Reason, string Note, string Ending, string Effective, string? Number, string NumberOfIssue, string Folder)
{
    public static InputNames CommandLine { get; } = new("with --reason", "with --note", "with --note", "--effective", "--number", "with --number", "with --folder");
}
