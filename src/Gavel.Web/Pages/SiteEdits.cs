using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages;

/// <summary>What a site has to do with the one before, where only the texts of some proposals changed meanwhile: all that does not depend on them is shared.</summary>
internal sealed class SiteEdits
{
    private const int Most = 4; // proposals; beyond that the site is made anew

    private readonly HashSet<string> _touched = new(StringComparer.OrdinalIgnoreCase); // ids of proposals that name an edited one, or are named by it
    private readonly SiteModel _before;

    private SiteEdits(SiteModel before, ImmutableArray<(CatalogEntry Old, CatalogEntry Now)> all)
    {
        _before = before;
        All = all;
        KeepsFacets = all.All(e => SaysTheSame(e.Old, e.Now));
    }

    /// <summary>In the order of the catalog.</summary>
    public ImmutableArray<(CatalogEntry Old, CatalogEntry Now)> All { get; }

    /// <summary>Nothing that proposals are sorted by is another.</summary>
    public bool KeepsFacets { get; }

    /// <returns>Null where the source is another in anything but some texts and what a check says.</returns>
    public static SiteEdits? Between(SiteModel before, SiteSource source)
    {
        var (old, now) = (before.Source.Catalog.Entries, source.Catalog.Entries);
        if (old.Length != now.Length || before.Source.Catalog.Processes != source.Catalog.Processes) return null;
        // All else is the same object.
        if (before.Source with { Catalog = source.Catalog, Report = source.Report } != source) return null;
        var edits = ImmutableArray.CreateBuilder<(CatalogEntry, CatalogEntry)>();
        for (var i = 0; i < old.Length; i++)
        {
            if (ReferenceEquals(old[i], now[i])) continue;
            if (edits.Count == Most || !string.Equals(old[i].Path, now[i].Path, StringComparison.Ordinal) || !string.Equals(old[i].Id, now[i].Id, StringComparison.Ordinal)) return null;
            edits.Add((old[i], now[i]));
        }
        return new SiteEdits(before, edits.ToImmutable());
    }

    /// <summary>Notes which proposals show something of the edited ones.</summary>
    public void Relate(Catalog catalog)
    {
        foreach (var (old, now) in All)
        {
            _touched.Add(now.Id);
            foreach (var reference in old.References.Concat(now.References)) _touched.Add(reference.To);
        }
        foreach (var entry in catalog.Entries)
        {
            if (entry.References.Any(r => All.Any(e => string.Equals(r.To, e.Now.Id, StringComparison.OrdinalIgnoreCase)))) _touched.Add(entry.Id);
        }
    }

    /// <summary>Whether what pages of a proposal say is what they said, as far as they say it of others and of what a check finds.</summary>
    public bool Keeps(SiteModel now, CatalogEntry entry)
    {
        if (_touched.Contains(entry.Id)) return false;
        var (was, @is) = (_before.FindingsOf(entry), now.FindingsOf(entry));
        if (was.Length != @is.Length) return false;
        for (var i = 0; i < was.Length; i++)
        {
            if (!ReferenceEquals(was[i], @is[i]) && new PageKey().Add(was[i]).Finish() != new PageKey().Add(@is[i]).Finish()) return false;
        }
        return true;
    }

    /// <summary>The same values with the proposals of now.</summary>
    public ImmutableArray<Facet> Facets(ImmutableArray<Facet> facets)
    {
        if (All.IsEmpty) return facets;
        return [.. facets.Select(f => f with { Values = [.. f.Values.Select(v => v with { Entries = Entries(v.Entries) })] })];
    }

    private ImmutableArray<CatalogEntry> Entries(ImmutableArray<CatalogEntry> entries)
    {
        foreach (var (old, now) in All)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                if (ReferenceEquals(entries[i], old)) entries = entries.SetItem(i, now);
            }
        }
        return entries;
    }

    private static bool SaysTheSame(CatalogEntry a, CatalogEntry b) =>
        a.Number == b.Number && a.Kind == b.Kind && string.Equals(a.Title, b.Title, StringComparison.Ordinal) && string.Equals(a.Status, b.Status, StringComparison.Ordinal)
        && string.Equals(a.StatusText, b.StatusText, StringComparison.Ordinal) && a.Created == b.Created && a.Authors.SequenceEqual(b.Authors, StringComparer.Ordinal) && a.HasFieldsOf(b);
}
