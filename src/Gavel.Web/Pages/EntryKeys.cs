using System.Collections.Concurrent;
using Gavel.Core.Catalogs;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Web.Pages;

/// <summary>What git knows of a proposal.</summary>
/// <param name="Timeline">Null where nothing is known.</param>
/// <param name="Versions">Of its file, oldest first.</param>
internal sealed record EntryPast(Timeline? Timeline, System.Collections.Immutable.ImmutableArray<FileVersion> Versions);

/// <summary>What many pages say of one proposal, as keys that are worked out once. Safe for use by several threads.</summary>
internal sealed class EntryKeys
{
    private readonly SiteModel _site;
    private readonly ConcurrentDictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _stories = new(StringComparer.Ordinal);

    /// <param name="before">The site that this one follows, and what was edited since; null where nothing is shared.</param>
    public EntryKeys(SiteModel site, (SiteModel Model, SiteEdits Edits)? before)
    {
        _site = site;
        if (before is not var (model, edits)) return;
        foreach (var (path, key) in model.Keys._stories)
        {
            if (!edits.All.Any(e => string.Equals(e.Now.Path, path, StringComparison.Ordinal))) _stories[path] = key;
        }
        if (!edits.KeepsFacets) return;
        foreach (var (path, key) in model.Keys._rows)
        {
            if (edits.All.Any(e => string.Equals(e.Now.Path, path, StringComparison.Ordinal)) || site.Catalog.FindByPath(path) is not { } entry) continue;
            if (site.CountsOf(entry) == model.CountsOf(entry) && site.IsStale(entry) == model.IsStale(entry)) _rows[path] = key;
        }
    }

    /// <summary>Says everything that a list says of it.</summary>
    public string Row(CatalogEntry entry)
    {
        if (_rows.TryGetValue(entry.Path, out var known)) return known;
        var (errors, warnings) = _site.CountsOf(entry);
        var key = new PageKey().Add(entry.Id).Add(_site.Addresses.Of(entry)).Add(entry.Title).Add(entry.Status ?? entry.StatusText).Add((int?)entry.Kind ?? -1).Add(entry.StatusSince).Add(SiteModel.CreatedOf(entry))
            .Add(entry.Authors).Add(_site.TokensOf(entry)).Add(errors).Add(warnings).Add(_site.IsStale(entry) ? 1 : 0).Add(_site.IsStatusOfBulk(entry) ? 1 : 0).Finish();
        return _rows.GetOrAdd(entry.Path, key);
    }

    /// <summary>Says everything that feeds tell of it.</summary>
    public string Story(CatalogEntry entry)
    {
        if (_stories.TryGetValue(entry.Path, out var known)) return known;
        var key = new PageKey().Add(entry.Id).Add(_site.Addresses.Of(entry)).Add(entry.Title).Add(entry.Created).Add(entry.Authors.FirstOrDefault());
        foreach (var happened in _site.TimelineOf(entry)?.Events ?? []) key.Add(happened);
        return _stories.GetOrAdd(entry.Path, key.Finish());
    }
}
