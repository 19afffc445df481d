using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Reports proposals that require, or supersede, each other in a ring.</summary>
internal sealed class RelationCycle : ICatalogRule
{
    private static readonly Reason NoRing = new Reason.Standard("requiring and superseding lead one way");

    public RuleInfo Info { get; } = new("relation-cycle", Severity.Warning, "Proposals require or supersede each other in a ring.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var found in Rings(catalog, e => e.References.Where(r => r.Kind == ReferenceKind.Requires), "requires")) yield return found;
        foreach (var found in Rings(catalog, e => e.References.Where(r => r.Kind == ReferenceKind.Supersedes), "supersedes")) yield return found;
    }

    // Depth first without recursion; each proposal is finished once, so each ring is found once.
    private IEnumerable<Diagnostic> Rings(Catalog catalog, Func<CatalogEntry, IEnumerable<Reference>> edges, string word)
    {
        var state = new Dictionary<string, bool>(StringComparer.Ordinal); // false while on the path, true when finished
        foreach (var start in catalog.Entries)
        {
            if (!state.TryAdd(start.Id, false)) continue;
            var path = new Stack<Step>();
            path.Push(new Step(start, edges(start).GetEnumerator()));
            while (path.TryPeek(out var top))
            {
                if (!top.Edges.MoveNext())
                {
                    state[top.Entry.Id] = true;
                    path.Pop();
                    continue;
                }
                if (!top.Edges.Current.IsKnown || catalog.Find(top.Edges.Current.To) is not { } next) continue;
                if (state.TryAdd(next.Id, false)) path.Push(new Step(next, edges(next).GetEnumerator()));
                else if (!state[next.Id]) yield return Ring(path.Select(p => p.Entry), next, top.Entry, top.Edges.Current, word);
            }
        }
    }

    private sealed record Step(CatalogEntry Entry, IEnumerator<Reference> Edges);

    private Diagnostic Ring(IEnumerable<CatalogEntry> path, CatalogEntry next, CatalogEntry last, Reference reference, string word)
    {
        var ring = path.TakeWhile(e => !ReferenceEquals(e, next)).Append(next).Reverse().Select(e => e.Id).ToList();
        var message = ring.Count == 1 ? $"{last.Id} {word} itself" : $"{string.Join($" {word} ", ring)} {word} {next.Id}";
        return Info.Report(last, reference.At, message, NoRing, $"{word}:{string.Join('>', ring)}");
    }
}
