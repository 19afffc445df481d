using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports an index row whose status is not the proposal's. An index may have words of its own: one that it uses throughout for a status is its word for it.</summary>
internal sealed class IndexStatus : ICatalogRule
{
    private static readonly Reason Same = new Reason.Standard("the index shows the status of the proposal");

    public RuleInfo Info { get; } = new("index-status", Severity.Error, "The index shows another status than the proposal.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var index in catalog.Indexes)
        {
            var rows = Rows(catalog, index);
            var words = rows.ToLookup(r => r.Mine, r => r.Theirs, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var likeness = Compare(row, [.. words[row.Mine]]);
                if (likeness == Likeness.Same) continue;
                var entry = row.Entry;
                var found = new Diagnostic(Info.Name, Info.Severity, row.Cell.At, $"the index says {Subjects.Quote(row.Cell.Value)} for {entry.Id}, the proposal {Subjects.Quote(entry.StatusText!)}", Same)
                {
                    Subject = entry.Id,
                    Related = entry.StatusAt is { } at ? [new Related(at, "the proposal's status")] : [],
                    Fix = FixOf(catalog, index, row),
                };
                yield return likeness == Likeness.OneStep ? found.AtMost(Severity.Warning) : found;
            }
        }
    }

    private static List<Row> Rows(Catalog catalog, IndexTable index)
    {
        var rows = new List<Row>();
        foreach (var row in index.Rows)
        {
            if (row is not { Id: { } id, Status: { Value.Length: > 0 } cell } || catalog.Find(id) is not { StatusText.Length: > 0 } entry) continue;
            if (entry.Process.StatusPlace is StatusPlace.Index or StatusPlace.None) continue;
            var shown = Values.Folded(cell.Value);
            if (shown.Length > 0) rows.Add(new Row(entry, cell, Values.Folded(entry.Status ?? entry.Process.Statuses.Nearest(entry.StatusText!)?.Name ?? entry.StatusText!), shown));
        }
        return rows;
    }

    /// <param name="wordsForIt">What the index shows for proposals of this status.</param>
    private static Likeness Compare(Row row, List<string> wordsForIt)
    {
        var entry = row.Entry;
        if (IsOneWording(row.Mine, row.Theirs) || IsOneWording(Values.Folded(entry.StatusText!), row.Theirs)) return Likeness.Same;
        var known = entry.Process.Statuses.Find(row.Cell.Value)?.Status;
        if (known is not null && entry.Status is { } status) return string.Equals(known.Name, status, StringComparison.Ordinal) ? Likeness.Same : Likeness.Other;
        if (StatusText.MeansTheSame(entry.StatusText!, row.Cell.Value) || StatusText.SharesSynonym(entry.StatusText!, row.Cell.Value)) return Likeness.Same;
        var mine = entry.Kind ?? StatusText.KindOf(entry.StatusText!);
        var theirs = known?.Kind ?? StatusText.KindOf(row.Cell.Value);
        if (mine is { } a && theirs is { } b && Early(a) != Early(b)) return Likeness.Other;
        // The same step under another word: a fault only where the index has another word for it elsewhere.
        var isItsWord = wordsForIt.TrueForAll(w => string.Equals(w, row.Theirs, StringComparison.Ordinal));
        return isItsWord || mine is null || theirs is null ? Likeness.Same : Likeness.OneStep;
    }

    /// <summary>"Approved" and "Design Approved": one has all the words of the other.</summary>
    private static bool IsOneWording(string a, string b)
    {
        var left = a.Split(' ').ToHashSet(StringComparer.Ordinal);
        var right = b.Split(' ').ToHashSet(StringComparer.Ordinal);
        return left.IsSubsetOf(right) || right.IsSubsetOf(left);
    }

    /// <summary>A draft and a proposal under discussion are one step for an index.</summary>
    private static StatusKind Early(StatusKind kind) => kind == StatusKind.Draft ? StatusKind.Open : kind;

    private static Fix? FixOf(Catalog catalog, IndexTable index, Row row)
    {
        if (row.Entry.Status is not { } status || IndexCells.Replacement(catalog, index, row.Cell, row.Cell.Value, status) is not { } edit) return null;
        // An index with words of its own needs a person who translates.
        return new Fix($"write '{status}'", IndexCells.ShowsProcessWords(index, row.Entry.Process), new ChangeSet([edit], [], []));
    }

    private enum Likeness
    {
        Same,
        OneStep,
        Other,
    }

    private sealed record Row(CatalogEntry Entry, IndexCell Cell, string Mine, string Theirs);
}
