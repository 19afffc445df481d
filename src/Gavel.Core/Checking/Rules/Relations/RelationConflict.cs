using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Reports relations that contradict a status: a finished proposal that requires one which was given up, a carried-out one that requires an undecided one, and a live one that names its successor.</summary>
internal sealed class RelationConflict : ICatalogRule
{
    private static readonly Reason Agree = new Reason.Standard("relations and statuses agree");

    public RuleInfo Info { get; } = new("relation-conflict", Severity.Warning, "A relation contradicts a status.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        var problems = new RelationProblems(catalog.Entries);
        foreach (var entry in catalog.Entries)
        {
            foreach (var reference in entry.References.Where(r => r.IsKnown))
            {
                if (catalog.Find(reference.To) is not { } other || ReferenceEquals(other, entry)) continue;
                if (Fault(problems, entry, reference.Kind, other) is not { } message) continue;
                yield return Info.Report(entry, reference.At, message, Agree, $"{reference.Kind}:{other.Id}") with
                {
                    Related = [new Related(other.StatusAt ?? other.TitleAt, $"the status of {other.Id}")],
                };
            }
        }
    }

    private static string? Fault(RelationProblems problems, CatalogEntry entry, ReferenceKind kind, CatalogEntry other) => kind switch
    {
        ReferenceKind.SupersededBy => problems.Of(other, ReferenceKind.Supersedes, entry),
        ReferenceKind.Requires => problems.Of(entry, kind, other),
        _ => null,
    };
}
