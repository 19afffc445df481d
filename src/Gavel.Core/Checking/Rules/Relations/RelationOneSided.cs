using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Reports a proposal that was superseded and does not say by which, and a successor or predecessor that only one side names.</summary>
internal sealed class RelationOneSided : ICatalogRule
{
    private static readonly Reason BothEnds = new Reason.Standard("both ends of a succession say so");

    public RuleInfo Info { get; } = new("relation-one-sided", Severity.Warning, "Only one end of a succession says so.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var supersedes = Pairs(catalog, ReferenceKind.Supersedes);
        var supersededBy = Pairs(catalog, ReferenceKind.SupersededBy);
        var says = catalog.Processes.ToDictionary(p => p.Name, p => Says(catalog, p), StringComparer.Ordinal);
        var finishing = catalog.Entries.Where(e => e.Kind == StatusKind.Done).Select(e => e.Process.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var reference in entry.References.Where(r => r.IsKnown))
            {
                if (catalog.Find(reference.To) is not { } other || ReferenceEquals(other, entry)) continue;
                if (reference.Kind == ReferenceKind.Supersedes && IsInForce(entry, finishing) && IsReplaceable(other) && !supersededBy.Contains((other.Id, entry.Id)))
                {
                    yield return Info.Report(entry, reference.At, $"{entry.Id} supersedes {other.Id}, which does not say so{StatusOf(other)}", BothEnds, $"{entry.Id}>{other.Id}") with
                    {
                        Related = [new Related(other.StatusAt ?? other.TitleAt, $"{other.Id} names no successor")],
                        Fix = OtherEnd.Fix(catalog, entry, reference, other, ReferenceKind.SupersededBy),
                    };
                }
                // Where a process has no word for it, only the older one tells.
                if (reference.Kind == ReferenceKind.SupersededBy && says[other.Process.Name] && !supersedes.Contains((other.Id, entry.Id)))
                {
                    yield return Info.Report(entry, reference.At, $"{entry.Id} is superseded by {other.Id}, which does not say so", BothEnds, $"{entry.Id}<{other.Id}") with
                    {
                        Related = [new Related(other.TitleAt, $"{other.Id} names no predecessor")],
                        Fix = OtherEnd.Fix(catalog, entry, reference, other, ReferenceKind.Supersedes),
                    };
                }
            }
            if (entry.Kind == StatusKind.Superseded && IsSucceeded(entry) && !HasSuccessor(entry, supersedes))
                yield return Info.Report(entry, entry.StatusAt ?? entry.TitleAt, $"{entry.Id} is superseded and names no successor", BothEnds, "");
        }
    }

    private static bool HasSuccessor(CatalogEntry entry, HashSet<(string, string)> supersedes) =>
        entry.References.Any(r => r.Kind == ReferenceKind.SupersededBy)
        || supersedes.Any(p => string.Equals(p.Item2, entry.Id, StringComparison.OrdinalIgnoreCase));

    // Until it is decided, and where the older one was never in force, nothing has been superseded. Where proposals are also carried out, the older one holds till then.
    private static bool IsInForce(CatalogEntry entry, HashSet<string> finishing) => entry.Kind switch
    {
        StatusKind.Accepted => !finishing.Contains(entry.Process.Name),
        StatusKind.Done or StatusKind.Living or StatusKind.Superseded or null => true,
        _ => false,
    };

    private static bool IsReplaceable(CatalogEntry entry) => entry.Kind is not (StatusKind.Superseded or StatusKind.Rejected or StatusKind.Withdrawn);

    // "Moved" and "obsolete" need no successor among the proposals.
    private static bool IsSucceeded(CatalogEntry entry) =>
        RelationStatusWords.Succeeded.Any(w => entry.StatusText?.Contains(w, StringComparison.OrdinalIgnoreCase) == true);

    private static HashSet<(string, string)> Pairs(Catalog catalog, ReferenceKind kind) =>
        [.. catalog.Entries.SelectMany(e => e.References.Where(r => r.Kind == kind && r.IsKnown).Select(r => (e.Id, catalog.Find(r.To)?.Id ?? r.To)))];

    private static bool Says(Catalog catalog, Process process) =>
        catalog.Entries.Any(e => ReferenceEquals(e.Process, process) && e.References.Any(r => r.Kind == ReferenceKind.Supersedes));

    private static string StatusOf(CatalogEntry entry) => entry.StatusText is { } status ? $" (its status is {Subjects.Quote(status)})" : "";
}
