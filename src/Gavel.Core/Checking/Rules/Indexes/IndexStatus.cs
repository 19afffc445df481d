using Gavel.Core.Catalogs;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports an index row whose status contradicts the proposal. An index may have words of its own: what means the same is no fault.</summary>
internal sealed class IndexStatus : ICatalogRule
{
    private static readonly Reason Same = new Reason.Standard("the index shows the status of the proposal");

    public RuleInfo Info { get; } = new("index-status", Severity.Error, "The index shows another status than the proposal.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var index in catalog.Indexes)
        {
            foreach (var row in index.Rows)
            {
                if (row is not { Id: { } id, Status: { Value.Length: > 0 } cell } || catalog.Find(id) is not { StatusText: { Length: > 0 } text } entry) continue;
                if (entry.Process.StatusPlace is StatusPlace.Index or StatusPlace.None || Agree(entry, text, cell.Value)) continue;
                var found = new Diagnostic(Info.Name, Info.Severity, cell.At, $"the index says {Subjects.Quote(cell.Value)} for {entry.Id}, the proposal {Subjects.Quote(text)}", Same)
                {
                    Subject = entry.Id,
                    Related = entry.StatusAt is { } at ? [new Related(at, "the proposal's status")] : [],
                };
                yield return found with { Fix = FixOf(catalog, index, entry, cell) };
            }
        }
    }

    private static Fix? FixOf(Catalog catalog, IndexTable index, CatalogEntry entry, IndexCell cell)
    {
        // An index with a vocabulary of its own needs a person who translates.
        if (entry.Status is not { } status || cell.At.Span.IsEmpty || catalog.Tree.Find(index.Path) is not { } file) return null;
        var isOwn = index.Rows.Any(r => r is { Id: not null, Status.Value: { } v } && string.Equals(Values.Folded(v), Values.Folded(status), StringComparison.Ordinal));
        var edit = new FileEdit(index.Path, catalog.Tree.IdOf(file), cell.At.Span, IndexCells.Padded(cell, status));
        return new Fix($"write '{status}'", IsSafe: isOwn, new ChangeSet([edit], [], []));
    }

    private static bool Agree(CatalogEntry entry, string text, string shown)
    {
        var words = entry.Process.Statuses;
        var mine = Values.Folded(text);
        var theirs = Values.Folded(shown);
        if (mine.Length == 0 || theirs.Length == 0 || string.Equals(mine, theirs, StringComparison.Ordinal)) return true;
        var found = words.Find(shown);
        if (found is not null && entry.Status is { } status) return string.Equals(found.Status.Name, status, StringComparison.Ordinal);
        // "Approved" and "Design Approved": one has all the words of the other.
        var mineSet = mine.Split(' ').ToHashSet(StringComparer.Ordinal);
        var theirSet = theirs.Split(' ').ToHashSet(StringComparer.Ordinal);
        if (mineSet.IsSubsetOf(theirSet) || theirSet.IsSubsetOf(mineSet)) return true;
        var kind = entry.Kind ?? Processes.StatusText.KindOf(text);
        return (found?.Status.Kind ?? Processes.StatusText.KindOf(shown)) is not { } shownKind || kind is null || Early(kind.Value) == Early(shownKind);
    }

    /// <summary>A draft and a proposal under discussion are one step for an index.</summary>
    private static StatusKind Early(StatusKind kind) => kind == StatusKind.Draft ? StatusKind.Open : kind;
}
