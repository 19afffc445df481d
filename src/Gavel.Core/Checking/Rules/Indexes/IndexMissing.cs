using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>Reports a proposal that its process's index does not list.</summary>
internal sealed class IndexMissing : ICatalogRule
{
    private static readonly Reason Listed = new Reason.Standard("the index lists each proposal");

    public RuleInfo Info { get; } = new("index-missing", Severity.Warning, "The index does not list a proposal.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var index in catalog.Indexes)
        {
            var listed = index.Rows.Select(r => r.Id).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
            var targets = index.Rows.Select(r => r.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);
            // A row whose link is broken is told as that.
            var dead = index.Rows.Where(r => r is { Id: null, Number: not null, Target: { Length: > 0 } t } && catalog.Tree.Find(t) is null && !catalog.Tree.HasFolder(t)).Select(r => r.Number!.Value).ToHashSet();
            var own = catalog.Entries.Where(e => string.Equals(e.Process.Name, index.Process, StringComparison.Ordinal)).ToList();
            // A page that lists only a few is a choice, not an index.
            if (index.Rows.IsEmpty ? index.Empty is null : own.Count(e => IsListed(e)) * 2 < own.Count) continue;
            foreach (var entry in own)
            {
                if (IsListed(entry)) continue;
                var last = index.Rows.IsEmpty ? index.Empty!.At : index.Rows[^1].At;
                yield return new Diagnostic(Info.Name, Info.Severity, last, $"{entry.Id} {Subjects.Quote(entry.Title)} is not in the index", Listed)
                {
                    Subject = entry.Id,
                    Related = [new Related(entry.TitleAt, "the proposal")],
                    Help = "add a row for it",
                    Fix = IndexRowText.Insertion(catalog, index, entry) is { } found ? new Fix("add a row", IsSafe: true, new ChangeSet([found.Row], [], [])) { Turn = found.Turn } : null,
                };
            }

            bool IsListed(CatalogEntry entry) => listed.Contains(entry.Id) || targets.Contains(entry.Path) || entry.Directory is { } d && targets.Contains(d) || entry.Number is { } n && dead.Contains(n);
        }
    }
}
