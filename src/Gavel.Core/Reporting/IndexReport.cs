using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;

namespace Gavel.Core.Reporting;

/// <summary>What <c>index</c> changed, or would change.</summary>
public static class IndexReport
{
    public static string RenderJson(Catalog catalog, ImmutableArray<IndexChange> changes, bool written) => JsonText.Object(writer =>
        writer.WriteObjects("indexes", catalog.Indexes, index =>
        {
            var mine = changes.Where(c => string.Equals(c.Path, index.Path, StringComparison.Ordinal)).ToList();
            writer.WriteText("path", index.Path);
            writer.WriteNumber("rows", index.Rows.Length);
            writer.WriteBoolean("written", written && mine.Count > 0);
            writer.WriteObjects("changes", mine, change =>
            {
                writer.WriteText("id", change.Id);
                writer.WriteNumber("line", change.Line);
                writer.WriteText("column", change.Column);
                writer.WriteText("from", change.From);
                writer.WriteText("to", change.To);
            });
        }));

    public static string RenderText(Catalog catalog, ImmutableArray<IndexChange> changes, bool written, TextStyle style)
    {
        if (catalog.Indexes.IsEmpty) return "No index found: no page lists the proposals in a table, a list or a toctree.\n";
        var text = new StringBuilder();
        foreach (var change in changes)
        {
            text.Append(style.Bold($"{TerminalText.Safe(change.Path)}:{change.Line}")).Append(": ").Append(change.Id is null ? "" : TerminalText.Safe(change.Id) + " ")
                .Append(change.From.Length == 0 ? $"+ {TerminalText.Safe(change.To)}" : TerminalText.Safe($"{change.Column} {change.From} -> {change.To}").TrimStart()).Append('\n');
        }
        foreach (var index in catalog.Indexes)
        {
            var count = changes.Count(c => string.Equals(c.Path, index.Path, StringComparison.Ordinal));
            var path = TerminalText.Safe(index.Path);
            text.Append(count == 0 ? style.Green($"{path} is true: {index.Rows.Length} {(index.Rows.Length == 1 ? "row" : "rows")}.")
                : written ? $"{path}: {Count(count)} written."
                : style.Yellow($"{path}: {Count(count)} to write; 'gavel index' writes them.")).Append('\n');
        }
        return text.ToString();
    }

    private static string Count(int changes) => changes == 1 ? "1 change" : $"{changes} changes";
}
