using Gavel.Core.Processes;

namespace Gavel.Core.Catalogs;

/// <summary>Relations that contradict a status.</summary>
internal static class RelationProblems
{
    /// <returns>A sentence without full stop; null when all is well.</returns>
    public static string? Of(CatalogEntry from, ReferenceKind kind, CatalogEntry to) => kind switch
    {
        _ when string.Equals(from.Id, to.Id, StringComparison.Ordinal) => null,
        ReferenceKind.Requires when from.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Living && to.Kind is StatusKind.Rejected or StatusKind.Withdrawn =>
            $"{from.Id} is '{from.StatusText}' and requires {to.Id}, which is '{to.StatusText}'",
        ReferenceKind.Supersedes when to.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted or StatusKind.Living && from.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Living
            && to.References.Any(r => r.Kind == ReferenceKind.SupersededBy && r.IsKnown && string.Equals(r.To, from.Id, StringComparison.OrdinalIgnoreCase)) =>
            $"{to.Id} names its successor {from.Id} and is still '{to.StatusText}'",
        _ => null,
    };
}
