using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>Takes the row of a proposal from the list of one status to that of another, in an index whose headings are statuses.</summary>
internal sealed class RowMove(Catalog catalog)
{
    /// <param name="changes">What else changes; what of it lies in the row goes with the row.</param>
    public ChangeSet Run(CatalogEntry entry, Status to, ChangeSet changes)
    {
        foreach (var index in catalog.Indexes.Where(i => string.Equals(i.Process, entry.Process.Name, StringComparison.Ordinal)))
        {
            if (index.Rows.FirstOrDefault(r => IsOf(r, entry)) is not { } row || StatusOf(entry.Process, row.Group) is not { } from || Is(from, to)) continue;
            // A pattern in a toctree stands for many.
            if (index.Rows.Count(r => r.At.Span == row.At.Span) == 1 && Into(index, row, entry, to, changes) is { } moved) changes = moved;
        }
        return changes;
    }

    /// <returns>Null where no heading of the index is that status.</returns>
    public ChangeSet? Into(IndexTable index, IndexRow row, CatalogEntry entry, Status to, ChangeSet changes)
    {
        var group = index.Rows.Where(r => StatusOf(entry.Process, r.Group) is { } status && Is(status, to)).ToList();
        if (group.Count == 0) return null;
        var text = catalog.Tree.Read(catalog.Tree.Find(index.Path)!);
        var source = Lines(text, row.At.Span);
        var within = changes.Edits.Where(e => string.Equals(e.Path, index.Path, StringComparison.Ordinal) && source.Contains(e.Span)).ToList();
        if (DrawnTables.IsGridAt(text, row.At.Start.Line) is not null) return null; // lines between the rows do not go along
        var moved = text.Substring(source);
        foreach (var edit in within.OrderByDescending(e => e.Span)) moved = moved[..(edit.Span.Start - source.Start)] + edit.NewText + moved[(edit.Span.End - source.Start)..];
        var (neighbour, isBefore) = Neighbour(group, row.Number);
        var goal = Lines(text, neighbour.At.Span);
        var at = isBefore ? goal.Start : goal.End;
        var endsLine = at == 0 || text.Chars[at - 1] is '\n' or '\r';
        var insert = endsLine ? moved.TrimEnd('\r', '\n') + text.NewLine : text.NewLine + moved.TrimEnd('\r', '\n');
        return (changes with { Edits = changes.Edits.RemoveAll(within.Contains) }).Add(ChangeSet.Edit(text, source, "")).Add(ChangeSet.Edit(text, new TextSpan(at, 0), insert));
    }

    /// <summary>The row that it stands beside where the numbers rise or fall; else the last one.</summary>
    private static (IndexRow Row, bool IsBefore) Neighbour(List<IndexRow> group, int? number)
    {
        var (rises, falls) = (true, true);
        for (var i = 1; i < group.Count; i++)
        {
            rises &= group[i - 1].Number < group[i].Number;
            falls &= group[i - 1].Number > group[i].Number;
        }
        if (number is null || group.Count < 2 || (!rises && !falls)) return (group[^1], false);
        return group.LastOrDefault(r => falls ? r.Number > number : r.Number < number) is { } before ? (before, false) : (group[0], true);
    }

    public static bool IsOf(IndexRow row, CatalogEntry entry) => string.Equals(row.Id, entry.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>The status that a heading or a folder is called by: "Accepted", "in-progress", "Accepted proposals".</summary>
    private static Status? StatusOf(Process process, string heading)
    {
        if (heading.Length == 0) return null;
        if ((process.Statuses.Find(heading.Replace('-', ' ').Replace('_', ' ')) ?? process.Statuses.Find(heading)) is { } match) return match.Status;
        var words = $" {HeadingKey.Fold(heading)} ";
        var named = process.Statuses.Statuses.Where(s => words.Contains($" {HeadingKey.Fold(s.Name)} ", StringComparison.Ordinal)).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static bool Is(Status a, Status b) => string.Equals(a.Name, b.Name, StringComparison.Ordinal);

    /// <summary>The whole lines of a span with the end of the last one.</summary>
    private static TextSpan Lines(SourceText text, TextSpan span)
    {
        var first = text.Lines.LineOf(span.Start);
        var last = text.Lines.LineOf(Math.Max(span.End - 1, span.Start));
        return TextSpan.Between(text.Lines.StartOf(first), last < text.Lines.Count ? text.Lines.StartOf(last + 1) : text.Chars.Length);
    }
}
