using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>Another proposal that one has to do with.</summary>
/// <param name="Entry">Null for something outside of the catalog.</param>
internal sealed record RelationTarget(string Text, CatalogEntry? Entry);

/// <summary>All proposals that stand in one relation to one.</summary>
internal sealed record RelationGroup(string Label, ImmutableArray<RelationTarget> Targets);

/// <summary>The relations of each proposal, both ways.</summary>
internal sealed class Relations
{
    private static readonly string[] Order = ["Superseded by", "Supersedes", "Requires", "Required by", "Related to", "Mentions", "Mentioned by"];

    private readonly Catalog _catalog;
    private readonly Dictionary<string, List<(ReferenceKind Kind, CatalogEntry From)>> _incoming = new(StringComparer.Ordinal);

    public Relations(Catalog catalog)
    {
        _catalog = catalog;
        foreach (var entry in catalog.Entries)
        {
            foreach (var reference in entry.References)
            {
                if (!reference.IsKnown || string.Equals(reference.To, entry.Id, StringComparison.Ordinal)) continue;
                if (!_incoming.TryGetValue(reference.To, out var list)) _incoming[reference.To] = list = [];
                list.Add((reference.Kind, entry));
            }
        }
    }

    /// <summary>In the order of <see cref="Order"/>; a proposal that stands in a closer relation is not said to be mentioned too.</summary>
    public ImmutableArray<RelationGroup> Of(CatalogEntry entry)
    {
        var groups = Order.ToDictionary(o => o, _ => new List<RelationTarget>(), StringComparer.Ordinal);
        var close = new HashSet<string>(StringComparer.Ordinal) { entry.Id };
        foreach (var isMention in (bool[])[false, true])
        {
            var seen = new HashSet<string>(StringComparer.Ordinal); // label and id
            var told = new List<string>();
            foreach (var reference in entry.References)
            {
                if ((reference.Kind == ReferenceKind.Mentions) != isMention || isMention && (!reference.IsKnown || close.Contains(reference.To))) continue;
                Add(Words.Relation(reference.Kind, isIncoming: false), reference.To, _catalog.Find(reference.To));
            }
            foreach (var (kind, from) in _incoming.GetValueOrDefault(entry.Id) ?? [])
            {
                if ((kind == ReferenceKind.Mentions) != isMention || isMention && close.Contains(from.Id)) continue;
                Add(Words.Relation(kind, isIncoming: true), from.Id, from);
            }
            if (!isMention) close.UnionWith(told);

            void Add(string label, string id, CatalogEntry? target)
            {
                if (string.Equals(id, entry.Id, StringComparison.Ordinal) || !seen.Add($"{label}\n{id}")) return;
                told.Add(id);
                groups[label].Add(new RelationTarget(id, target));
            }
        }
        return [.. Order.Where(o => groups[o].Count > 0).Select(o => new RelationGroup(o, [.. groups[o]]))];
    }

    /// <summary>What took a proposal's place, by its own word or the other's; the first in order, null where nothing did.</summary>
    public CatalogEntry? SuccessorOf(CatalogEntry entry) =>
        entry.References.Where(r => r.Kind == ReferenceKind.SupersededBy && r.IsKnown).Select(r => _catalog.Find(r.To)).FirstOrDefault(e => e is not null && e != entry)
        ?? (_incoming.GetValueOrDefault(entry.Id) ?? []).Where(i => i.Kind == ReferenceKind.Supersedes).Select(i => i.From).FirstOrDefault();
}
