using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>One cell or row of an index that is not as the proposals say.</summary>
/// <param name="Id">The proposal that the row is about; null for the page itself (the next number).</param>
/// <param name="Column">The column's title; empty for a whole row.</param>
public sealed record IndexChange(string Path, string? Id, int Line, string Column, string From, string To);

/// <summary>What makes the indexes true: the fixes of the index rules, so that writing and checking can never differ.</summary>
public static class IndexUpdate
{
    /// <param name="only">Ids whose rows are looked at; null for all.</param>
    public static (ChangeSet Changes, ImmutableArray<IndexChange> What) Run(Catalog catalog, DateOnly today, IReadOnlySet<string>? only = null)
    {
        var tree = new ChangedTree(catalog.Tree);
        var what = ImmutableArray.CreateBuilder<IndexChange>();
        var edits = new List<FileEdit>();
        foreach (var diagnostic in Faults(catalog, today).Where(d => d.Fix is not null))
        {
            var index = catalog.Indexes.FirstOrDefault(i => string.Equals(i.Path, diagnostic.At.Path, StringComparison.Ordinal));
            var row = index?.Rows.FirstOrDefault(r => r.At.Span.Overlaps(diagnostic.At.Span) || r.At.Span == diagnostic.At.Span);
            var id = catalog.Find(diagnostic.Subject)?.Id ?? row?.Id ?? diagnostic.Subject;
            if (only is not null && !only.Contains(id) && diagnostic.Rule != "index-number") continue;
            foreach (var edit in diagnostic.Fix!.Changes.Edits)
            {
                if (edits.Any(e => string.Equals(e.Path, edit.Path, StringComparison.Ordinal) && e.Span.Overlaps(edit.Span))) continue;
                var text = catalog.Tree.Read(catalog.Tree.Find(edit.Path)!);
                edits.Add(edit);
                var column = row?.Cells.FirstOrDefault(c => c.At.Span.Overlaps(edit.Span) || c.At.Span == edit.Span)?.Column ?? "";
                what.Add(new IndexChange(edit.Path, catalog.Find(id)?.Id, Place.In(text, edit.Span).Start.Line, column, text.Substring(edit.Span).Trim(), edit.NewText.Trim()));
            }
        }
        return tree.TryApply(new ChangeSet([.. edits], [], []))
            ? (tree.ToChangeSet(), what.ToImmutable())
            : throw new InvalidOperationException("fixes of index rules are made for the catalog's own tree");
    }

    private static IEnumerable<Diagnostic> Faults(Catalog catalog, DateOnly today) =>
        from rule in RuleSet.All.OfType<ICatalogRule>()
        where rule.Info.Name.StartsWith("index-", StringComparison.Ordinal)
        from diagnostic in rule.Check(catalog, today)
        orderby diagnostic.At.Path, diagnostic.At.Span, diagnostic.Fix?.Turn
        select diagnostic;
}
