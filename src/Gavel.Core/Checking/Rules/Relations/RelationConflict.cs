using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Reports relations that contradict a status: a finished proposal that requires one which was given up, a carried-out one that requires an undecided one, and a live one that names its successor.</summary>
internal sealed class RelationConflict : ICatalogRule
{
    private static readonly Reason Agree = new Reason.Standard("relations and statuses agree");

    public RuleInfo Info { get; } = new("relation-conflict", Severity.Warning, "A relation contradicts a status.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        // Where a status says it, what was carried out and then superseded has that one.
        var superseding = catalog.Entries.Where(e => e.Kind == StatusKind.Superseded).Select(e => e.Process.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var reference in entry.References.Where(r => r.IsKnown))
            {
                if (catalog.Find(reference.To) is not { } other || ReferenceEquals(other, entry)) continue;
                if (Fault(entry, reference.Kind, other, superseding) is not { } message) continue;
                yield return Info.Report(entry, reference.At, message, Agree, $"{reference.Kind}:{other.Id}") with
                {
                    Related = [new Related(other.StatusAt ?? other.TitleAt, $"the status of {other.Id}")],
                };
            }
        }
    }

    private static string? Fault(CatalogEntry entry, ReferenceKind kind, CatalogEntry other, HashSet<string> superseding) => kind switch
    {
        ReferenceKind.Requires when IsSettled(entry) && other.Kind is (StatusKind.Rejected or StatusKind.Withdrawn) =>
            $"{entry.Id} is {Subjects.Quote(entry.StatusText ?? "")} and requires {other.Id}, which is {Subjects.Quote(other.StatusText ?? "")}",
        // What it stands on was put aside, or is further on than its header says.
        ReferenceKind.Requires when entry.Kind == StatusKind.Done && other.Kind is (StatusKind.Draft or StatusKind.Open or StatusKind.Deferred) =>
            $"{entry.Id} is {Subjects.Quote(entry.StatusText ?? "")} and requires {other.Id}, which is still {Subjects.Quote(other.StatusText ?? "")}",
        ReferenceKind.SupersededBy when (IsLive(entry) || entry.Kind == StatusKind.Done && superseding.Contains(entry.Process.Name)) && other.Kind is (StatusKind.Accepted or StatusKind.Done or StatusKind.Living) =>
            $"{entry.Id} names its successor {other.Id} and is still {Subjects.Quote(entry.StatusText ?? "")}",
        _ => null,
    };

    private static bool IsSettled(CatalogEntry entry) => entry.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Living;

    private static bool IsLive(CatalogEntry entry) => entry.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted or StatusKind.Living;
}
