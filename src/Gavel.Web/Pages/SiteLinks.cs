using System.Collections.Concurrent;
using Gavel.Core.Catalogs;
using Gavel.Core.Trees;
using Gavel.Web.Rendering;

namespace Gavel.Web.Pages;

/// <summary>Where the links of texts lead in a site.</summary>
internal sealed class SiteLinks
{
    private readonly SiteSource _source;
    private readonly SiteFiles _files;
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (int, int)?> _sizes = new(StringComparer.Ordinal);

    public SiteLinks(SiteSource source, Addresses addresses, SiteFiles files)
    {
        _source = source;
        _files = files;
        foreach (var entry in source.Catalog.Entries)
        {
            var address = source.Address.Href(addresses.Of(entry));
            _pages[entry.Path] = address;
            if (entry.Directory is { } directory) _pages.TryAdd(directory, address);
            _ids.TryAdd(entry.Id, address);
        }
        foreach (var process in source.Catalog.Processes)
        {
            if (process.Index is { } index) _pages.TryAdd(index, source.Address.Href("/"));
            foreach (var template in process.Templates) _pages.TryAdd(template.Path, source.Address.Href(addresses.Of(process)));
        }
        var paths = _pages.Keys.ToArray();
        Array.Sort(paths, StringComparer.Ordinal);
        Version = new PageKey().Add(paths.Select(p => p + _pages[p])).Add(files.All.Select(f => $"{f.Path} {source.Catalog.Tree.IdOf(f)}")).Add(source.Host is null ? "" : PathsOf(source.Catalog.Tree)).Finish();
    }

    /// <summary>Says everything that a link may depend on besides the text it stands in.</summary>
    public string Version { get; }

    public RenderLinks For(CatalogEntry entry) => new()
    {
        PageOf = path => _pages.GetValueOrDefault(path),
        PageOfId = id => _ids.GetValueOrDefault(id),
        FileOf = path => _files.Has(path) ? _source.Address.Href(SiteFiles.AddressOf(path)) : null,
        OnHost = path => _source.Host is { } host && (_source.Catalog.Tree.Find(path) is not null || _source.Catalog.Tree.HasFolder(path)) ? host.File(path) : null,
        SizeOf = path => _sizes.GetOrAdd(path, p => _files.Find(p) is { } file ? ImageSize.Of(_files.Head(file)) : null),
        PathOfAddress = address => _source.Host?.PathOf(address),
        IsComplete = true,
        Anchors = entry.Process.Anchors,
    };

    // Which files there are decides where a link leads. A site that stands in the repository itself is none of them.
    private static string PathsOf(ITree tree)
    {
        var sites = tree.Files.Where(f => TreePath.NameOf(f.Path) == Publishing.SiteManifest.Name).Select(f => TreePath.FolderOf(f.Path) + "/").ToList();
        var key = new PageKey();
        foreach (var file in tree.Files)
        {
            if (!sites.Exists(s => file.Path.StartsWith(s, StringComparison.Ordinal))) key.Add(file.Path);
        }
        return key.Finish();
    }
}
