using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Catalogs;

/// <summary>Relations that contradict a status: for the rule and for the graph.</summary>
internal sealed class RelationProblems(ImmutableArray<CatalogEntry> entries)
{
    // Where a status says it, what was carried out and then superseded has that one.
    private readonly HashSet<string> _superseding = entries.Where(e => e.Kind == StatusKind.Superseded).Select(e => e.Process.Name).ToHashSet(StringComparer.Ordinal);

    /// <param name="kind"><see cref="ReferenceKind.Supersedes"/> only where the older one says it, too.</param>
    /// <returns>Without full stop; null when all is well.</returns>
    public string? Of(CatalogEntry from, ReferenceKind kind, CatalogEntry to) => kind switch
    {
        _ when ReferenceEquals(from, to) => null,
        ReferenceKind.Requires when IsSettled(from) && to.Kind is (StatusKind.Rejected or StatusKind.Withdrawn) =>
            $"{from.Id} is '{from.StatusText}' and requires {to.Id}, which is '{to.StatusText}'",
        // What it stands on was put aside, or is further on than its header says.
        ReferenceKind.Requires when from.Kind == StatusKind.Done && to.Kind is (StatusKind.Draft or StatusKind.Open or StatusKind.Deferred) =>
            $"{from.Id} is '{from.StatusText}' and requires {to.Id}, which is still '{to.StatusText}'",
        ReferenceKind.Supersedes when (IsLive(to) || to.Kind == StatusKind.Done && _superseding.Contains(to.Process.Name)) && IsSettled(from) =>
            $"{to.Id} names its successor {from.Id} and is still '{to.StatusText}'",
        _ => null,
    };

    private static bool IsSettled(CatalogEntry entry) => entry.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Living;

    private static bool IsLive(CatalogEntry entry) => entry.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted or StatusKind.Living;
}
