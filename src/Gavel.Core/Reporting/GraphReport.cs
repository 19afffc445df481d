using System.Globalization;
using System.Text;
using Gavel.Core.Catalogs;

namespace Gavel.Core.Reporting;

/// <summary>The relations of proposals: as data, and as drawings in which proposals without a relation are left out.</summary>
public static class GraphReport
{
    private const int LongestTitle = 60;
    private const int MermaidEdges = 500; // maxEdges and maxTextSize, as Mermaid sets them by default
    private const int MermaidLength = 50_000;

    public static string RenderJson(RelationGraph graph) => JsonText.Object(writer =>
    {
        writer.WriteObjects("nodes", graph.Nodes, node =>
        {
            writer.WriteText("id", node.Id);
            writer.WriteText("title", node.Title);
            writer.WriteText("status", node.Status ?? node.StatusText);
            writer.WriteText("kind", node.Kind is { } kind ? ListReport.NameOf(kind) : null);
        });
        writer.WriteObjects("edges", graph.Edges, edge =>
        {
            writer.WriteText("from", edge.From.Id);
            writer.WriteText("to", edge.To.Id);
            writer.WriteString("kind", ShowReport.NameOf(edge.Kind));
            writer.WriteString("declaredBy", edge.DeclaredBy.ToString().ToLowerInvariant());
        });
        writer.WriteStartArray("cycles");
        foreach (var cycle in graph.Cycles)
        {
            writer.WriteStartArray();
            foreach (var id in cycle) writer.WriteStringValue(id);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteTexts("problems", graph.Problems);
    });

    /// <summary>What keeps Mermaid, as it is set up by default, from drawing it; null where nothing does.</summary>
    public static string? TooLarge(RelationGraph graph, string mermaid) =>
        graph.Edges.Length <= MermaidEdges && mermaid.Length <= MermaidLength ? null : string.Create(CultureInfo.InvariantCulture,
            $"Mermaid draws at most {MermaidEdges} relations and {MermaidLength:N0} characters; here are {graph.Edges.Length:N0} and {mermaid.Length:N0}. Take a part with --relation, --process, --status or --kind, or draw it with --format dot");

    public static string RenderMermaid(RelationGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in Drawn(graph))
        {
            var name = names[node.Id] = string.Create(CultureInfo.InvariantCulture, $"n{names.Count}");
            text.Append(CultureInfo.InvariantCulture, $"  {name}[\"{MermaidText(Label(node))}\"]{(node.Kind is { } kind ? $":::{ListReport.NameOf(kind)}" : "")}\n");
        }
        var bad = new List<int>();
        for (var i = 0; i < graph.Edges.Length; i++)
        {
            var edge = graph.Edges[i];
            var arrow = edge.Kind switch { ReferenceKind.Supersedes => "==>", ReferenceKind.Mentions => "-.->", ReferenceKind.Related => "---", _ => "-->" };
            text.Append(CultureInfo.InvariantCulture, $"  {names[edge.From.Id]} {arrow}|\"{Words(edge)}\"| {names[edge.To.Id]}\n");
            if (edge.IsInCycle || edge.Problem is not null) bad.Add(i);
        }
        if (bad.Count > 0) text.Append("  linkStyle ").AppendJoin(',', bad.Select(b => b.ToString(CultureInfo.InvariantCulture))).Append(" stroke:#c00,stroke-width:3px\n");
        text.Append("  classDef rejected stroke-dasharray:4\n  classDef withdrawn stroke-dasharray:4\n  classDef superseded stroke-dasharray:2\n");
        // Mermaid takes a directive also out of the middle of a comment.
        foreach (var note in Notes(graph)) text.Append("  %% ").Append(OneLine(note).Replace("%%", "% %", StringComparison.Ordinal)).Append('\n');
        return text.ToString();
    }

    public static string RenderDot(RelationGraph graph)
    {
        var text = new StringBuilder("digraph proposals {\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (var node in Drawn(graph))
            text.Append(CultureInfo.InvariantCulture, $"  {DotText(node.Id)} [label={DotText(Label(node))}{(IsOver(node) ? ", style=dashed" : "")}];\n");
        foreach (var edge in graph.Edges)
        {
            var style = edge.Kind switch { ReferenceKind.Supersedes => ", style=bold", ReferenceKind.Mentions => ", style=dotted", ReferenceKind.Related => ", dir=none", _ => "" };
            var mark = edge.IsInCycle || edge.Problem is not null ? ", color=red, fontcolor=red, penwidth=2" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {DotText(edge.From.Id)} -> {DotText(edge.To.Id)} [label={DotText(Words(edge))}{style}{mark}];\n");
        }
        foreach (var note in Notes(graph)) text.Append("  // ").Append(OneLine(note)).Append('\n');
        return text.Append("}\n").ToString();
    }

    /// <summary>Cycles and problems, a sentence each.</summary>
    public static IEnumerable<string> Notes(RelationGraph graph)
    {
        foreach (var cycle in graph.Cycles) yield return $"cycle: {string.Join(" > ", cycle)} > {cycle[0]}";
        foreach (var problem in graph.Problems) yield return $"problem: {problem}";
    }

    private static IEnumerable<CatalogEntry> Drawn(RelationGraph graph)
    {
        var related = graph.Edges.SelectMany(e => (string[])[e.From.Id, e.To.Id]).ToHashSet(StringComparer.Ordinal);
        return graph.Nodes.Where(n => related.Contains(n.Id)).DistinctBy(n => n.Id, StringComparer.Ordinal);
    }

    // The status stands in the words too: nobody has to see colours.
    private static string Label(CatalogEntry node) =>
        $"{node.Id}: {TerminalText.Cut(OneLine(node.Title), LongestTitle)}{((node.Status ?? node.StatusText) is { } status ? $" ({TerminalText.Cut(OneLine(status), LongestTitle)})" : "")}";

    private static string Words(RelationEdge edge) => $"{ShowReport.NameOf(edge.Kind)}{(edge.IsInCycle ? " (cycle)" : edge.Problem is not null ? " (problem)" : "")}";

    private static bool IsOver(CatalogEntry node) => node.Kind is Processes.StatusKind.Rejected or Processes.StatusKind.Withdrawn or Processes.StatusKind.Superseded;

    /// <summary>Inside double quotes: everything that Mermaid or a browser could read as markup becomes a character code.</summary>
    private static string MermaidText(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 128 || Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '.' or ',' or ':' or '(' or ')' or '\'' or '/' or '+' or '?' or '!') safe.Append(rune.ToString());
            else safe.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }
        return safe.ToString();
    }

    // DOT reads names of characters (&lt;) in its labels.
    private static string DotText(string text) => $"\"{OneLine(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string OneLine(string text) => TerminalText.Safe(text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ').Replace('\u2028', ' ').Replace('\u2029', ' '));
}
