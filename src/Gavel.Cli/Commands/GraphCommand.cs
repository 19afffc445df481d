using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel graph</c>.</summary>
internal static class GraphCommand
{
    private static readonly string[] Relations = ["supersedes", "requires", "related", "mentions"];

    public static Command Create()
    {
        var process = new Option<string[]>("--process") { Description = "Only these processes.", HelpName = "NAME" };
        Completing.Processes(process);
        var status = new Option<string[]>("--status") { Description = "Only these statuses; aliases count.", HelpName = "STATUS" };
        Completing.Statuses(status);
        var kind = new Option<string[]>("--kind") { Description = "Only statuses of these kinds: draft, open, accepted, done, living, deferred, rejected, withdrawn, superseded.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<StatusKind>().Select(ListReport.NameOf)]);
        var relation = new Option<string[]>("--relation") { Description = "Only these relations: supersedes, requires, related, mentions.", HelpName = "RELATION" };
        relation.AcceptOnlyFromAmong(Relations);
        var format = GlobalOptions.Format("mermaid", "dot", "json");
        var command = new Verb("graph", "Draw how the proposals supersede, require, relate to and mention each other.")
        {
            Details =
            [
                "Relations come from fields, statuses, links and the text. A succession is one edge from the newer proposal to the older one, whoever says it; a mention is left out where two are related in another way. Cycles, and decided proposals that require a rejected one, are drawn in red and said on standard error.",
                "Drawings leave out proposals without a relation; JSON has them all. Filters of one kind are alternatives, filters of several kinds must all hold.",
            ],
            Examples =
            [
                new("gavel graph", "a Mermaid flowchart, for a Markdown page"),
                new("gavel graph --relation supersedes --relation requires --format dot | dot -Tsvg > graph.svg", "a drawing of the firm relations"),
                new("gavel graph --format json | jq '.problems'", "what contradicts itself"),
            ],
        };
        foreach (var option in (Option[])[process, status, kind, relation, format]) command.Add(option);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            CommandLine.Processes.Required(session);
            string[] processes = parsed.GetValue(process) ?? [], statuses = parsed.GetValue(status) ?? [], kinds = parsed.GetValue(kind) ?? [], relations = parsed.GetValue(relation) ?? [];
            foreach (var name in processes) CommandLine.Processes.Find(session.Catalog, name);
            var graph = RelationGraph.Of(session.Catalog).Where(
                entry => Any(processes, p => Same(p, entry.Process.Name))
                    && Any(statuses, s => Same(s, entry.Status) || Same(s, entry.StatusText) || entry.Process.Statuses.Find(s) is { } match && match.Status.Name == entry.Status)
                    && Any(kinds, k => entry.Kind is { } has && Same(k, ListReport.NameOf(has))),
                shown => Any(relations, r => Same(r, shown.ToString())));
            var drawing = parsed.GetValue(format) switch
            {
                "json" => GraphReport.RenderJson(graph),
                "dot" => GraphReport.RenderDot(graph),
                _ => GraphReport.RenderMermaid(graph),
            };
            session.Out.Write(drawing);
            if (!session.IsQuiet && parsed.GetValue(format) != "json")
            {
                if (parsed.GetValue(format) == "mermaid" && GraphReport.TooLarge(graph, drawing) is { } large) Console.Error.WriteLine($"gavel: {large}");
                foreach (var note in GraphReport.Notes(graph)) Console.Error.WriteLine($"gavel: {TerminalText.Safe(note)}");
                if (graph.Edges.IsEmpty) Console.Error.WriteLine($"gavel: none of these {graph.Nodes.Length} proposals is related to another");
            }
            return (int)ExitCode.Fine;
        });
        return command;
    }

    private static bool Any(string[] wishes, Func<string, bool> holds) => wishes.Length == 0 || wishes.Any(holds);

    private static bool Same(string a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
