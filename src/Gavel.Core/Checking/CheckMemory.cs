using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>
/// What the last check worked out, for the next one of a catalog that follows the last one by a few edits. It is kept by what it was worked out of, so another catalog
/// finds nothing of it. For one check at a time.
/// </summary>
public sealed class CheckMemory
{
    private const int MostEdited = 8; // entries; beyond that counting anew is as quick

    private Catalog? _catalog;
    private List<EntryEdit>? _edits; // between the last catalog and the one that is checked; null where it does not follow
    private Peers? _peers;
    private UnknownPast? _past;
    private string? _key;
    private ImmutableArray<Diagnostic> _found = [];

    /// <summary>The catalog that is checked follows the last one by a few edits.</summary>
    internal bool Follows => _edits is not null;

    internal static (Peers Peers, UnknownPast Past) Fresh(Catalog catalog)
    {
        var peers = new Peers(catalog);
        return (peers, new UnknownPast(catalog, peers));
    }

    /// <summary>What was counted of the catalog before, as far as it still holds. After <see cref="Begin"/> of the same catalog.</summary>
    internal (Peers Peers, UnknownPast Past) For(Catalog catalog)
    {
        if (_edits is { } edits && _peers is { } peers && _past is { } past)
        {
            _peers = new Peers(catalog, peers, edits);
            _past = new UnknownPast(catalog, _peers, past, edits);
        }
        else
        {
            (_peers, _past) = Fresh(catalog);
        }
        _catalog = catalog;
        return (_peers, _past);
    }

    internal ImmutableArray<Diagnostic>? FindOfCatalog(string key) => string.Equals(_key, key, StringComparison.Ordinal) ? _found : null;

    internal void KeepOfCatalog(string key, ImmutableArray<Diagnostic> found) => (_key, _found) = (key, found);

    /// <summary>Says of the catalog that is checked next whether it follows the last one.</summary>
    internal void Begin(Catalog catalog) => _edits = _catalog is { } before ? EditsBetween(before, catalog) : null;

    /// <returns>Null where more than a few entries are others, or something besides.</returns>
    private static List<EntryEdit>? EditsBetween(Catalog before, Catalog after)
    {
        if (before.Processes != after.Processes || before.Entries.Length != after.Entries.Length) return null;
        var edits = new List<EntryEdit>();
        for (var i = 0; i < before.Entries.Length; i++)
        {
            var (old, now) = (before.Entries[i], after.Entries[i]);
            if (ReferenceEquals(old, now)) continue;
            if (edits.Count == MostEdited || !string.Equals(old.Path, now.Path, StringComparison.Ordinal) || !string.Equals(old.Id, now.Id, StringComparison.Ordinal) || !ReferenceEquals(old.Process, now.Process)) return null;
            edits.Add(new EntryEdit(old, now, before.Stored.GetValueOrDefault(old.Path)?.Broken ?? "", after.Stored.GetValueOrDefault(now.Path)?.Broken ?? ""));
        }
        return edits;
    }
}

/// <summary>A proposal whose text was changed.</summary>
/// <param name="BrokenBefore">As <see cref="StoredEntry.Broken"/>.</param>
internal sealed record EntryEdit(CatalogEntry Before, CatalogEntry After, string BrokenBefore, string BrokenAfter)
{
    /// <summary>Whether it has a mark now and had it not, or the other way round.</summary>
    public bool Turns(string mark) => BrokenBefore.Contains(mark, StringComparison.Ordinal) != BrokenAfter.Contains(mark, StringComparison.Ordinal);
}
