using Gavel.Web.Pages.Feeds;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Web.Pages.Views;
using Gavel.Web.Rendering;

namespace Gavel.Web.Pages;

/// <summary>Every page of a catalog by its address. One rendering for a published site and a live server. Safe for use by several threads.</summary>
public sealed class Site
{
    private readonly Dictionary<string, (SitePage Page, Func<PageContent> Make)> _pages = new(StringComparer.Ordinal);
    private readonly List<SitePage> _order = [];
    private readonly SiteModel _model;
    private readonly ProposalPages[] _made; // in the order of the catalog
    private string? _searchKey;

    /// <summary>Looks at every proposal's data but renders nothing yet.</summary>
    /// <param name="before">A site of the same repository: what the edits since have nothing to do with is taken over. Null where there is none.</param>
    public Site(SiteSource source, Site? before = null)
    {
        var edits = before is null ? null : SiteEdits.Between(before._model, source);
        var model = new SiteModel(source, edits is null ? null : (before!._model, edits));
        var made = Task.Run(() => MadeOf(model, edits, before)); // beside the lists, of which it needs nothing
        AddLists(model);
        AddPages(model);
        _made = made.GetAwaiter().GetResult();
        AddProposals(model);
        AddFiles(model);
        AddRepositoryFiles(model);
        foreach (var asset in SiteAssets.All) Add(asset.Address, SitePageKind.Asset, asset.Address, () => new PageContent(asset.Bytes, asset.ContentType));
        foreach (var asset in source.Live is null ? [] : SiteAssets.OfLive) Add(asset.Address, SitePageKind.Asset, asset.Address, () => new PageContent(asset.Bytes, asset.ContentType));
        foreach (var asset in ClientFiles.Code.Concat(ClientFiles.Diagrams)) Add(new SitePage(asset.Address, SitePageKind.Asset, asset.Address) { IsOnDemand = true }, () => new PageContent(asset.Read(), "text/javascript; charset=utf-8"));
        Source = source;
        _model = model;
    }

    /// <summary>Another build, or other files beside it, may make other pages of the same source.</summary>
    public static string Build => $"{SiteModel.BuildVersion} {SiteAssets.Version}";

    public SiteSource Source { get; }

    /// <summary>What views of a live server share with the pages.</summary>
    internal SiteModel Model => _model;

    /// <summary>In the order of building: lists first. Each address once.</summary>
    public IReadOnlyList<SitePage> Pages => _order;

    /// <summary>Says everything that the search index is made of; null where a server answers searches.</summary>
    public string? SearchKey => _searchKey ??= Source.SearchIndex is null ? null : SearchIndexKey.Of(_model);

    /// <summary>The files of the search index with their addresses; none where a server answers searches.</summary>
    public IEnumerable<(string Address, byte[] Bytes)> MakeSearchIndex() => Source.SearchIndex is { } index ? index.Make(_model.Addresses.Of).Select(f => ($"{Addresses.Search}/{f.Path}", f.Bytes)) : [];

    /// <returns>Null for an address that the site does not have.</returns>
    public SitePage? Find(string address) => _pages.TryGetValue(address, out var known) ? known.Page : null;

    /// <returns>Null for an address that the site does not have.</returns>
    public PageContent? Render(string address) => _pages.TryGetValue(address, out var known) ? known.Make() : null;

    /// <summary>The proposal whose page has this address; null for any other address.</summary>
    internal CatalogEntry? EntryAt(string address) => _model.Addresses.EntryAt(address);

    /// <summary>A proposal's own text as its page shows it, also while it is not saved.</summary>
    public RenderedText RenderText(CatalogEntry entry, Document document) => Source.Renderer.Render(document, _model.Links.For(entry));

    private void AddLists(SiteModel model)
    {
        var all = new CatalogModel(model);
        Add(all.Address, SitePageKind.Catalog, all.Key(), () => PageRenderer.Render<CatalogPage, CatalogModel>(all));
        foreach (var facet in model.Facets)
        {
            var values = new FacetModel(model, facet);
            Add(facet.Address, SitePageKind.Facet, values.Key(), () => PageRenderer.Render<FacetPage, FacetModel>(values));
            foreach (var value in facet.Values)
            {
                var some = new CatalogModel(model, facet, value);
                Add(some.Address, SitePageKind.Facet, some.Key(), () => PageRenderer.Render<CatalogPage, CatalogModel>(some));
                if (some.Feed is { } feed) AddFeed(new AtomFeed(model, some.Heading, feed, some.Address, value.Entries), feed);
            }
        }
    }

    private void AddPages(SiteModel model)
    {
        foreach (var process in model.Catalog.Processes)
        {
            var page = new ProcessModel(model, process);
            Add(page.Address, SitePageKind.Process, page.Key(), () => PageRenderer.Render<ProcessPage, ProcessModel>(page));
        }
        var numbers = new NumbersModel(model);
        Add(Addresses.Numbers, SitePageKind.Numbers, numbers.Key(), () => PageRenderer.Render<NumbersPage, NumbersModel>(numbers));
        if (model.HasRelations)
        {
            var graph = new GraphModel(model);
            Add(Addresses.Graph, SitePageKind.Graph, graph.Key(), () => PageRenderer.Render<GraphPage, GraphModel>(graph));
        }
        var plain = new PageKey().Add(model.ShellKey).Add(model.Catalog.Entries.Length).Add(model.Noun).Add(model.Facets.Where(f => f.Key is "process" or "status").SelectMany(f => f.Values.Select(v => v.Text + v.Slug))).Finish();
        Add(Addresses.Search, SitePageKind.Search, plain, () => PageRenderer.Render<SearchPage, SearchModel>(new SearchModel(model)));
        Add(Addresses.Follow, SitePageKind.Follow, plain, () => PageRenderer.Render<FollowPage, SiteModel>(model));
        Add(Addresses.NotFound, SitePageKind.NotFound, plain + model.Catalog.Entries.FirstOrDefault()?.Id, () => PageRenderer.Render<NotFoundPage, SiteModel>(model));
    }

    private void AddFiles(SiteModel model)
    {
        var rows = PlainFiles.JsonKey(model);
        Add(Addresses.Json, SitePageKind.Data, rows, () => PlainFiles.Json(model));
        Add(Addresses.JsonSchema, SitePageKind.Data, model.ShellKey, PlainFiles.JsonSchema);
        Add(Addresses.Llms, SitePageKind.Data, new PageKey().Add(rows).Add(new CatalogModel(model).Key()).Finish(), () => PlainFiles.Llms(model));
        if (model.HasFeeds) AddFeed(new AtomFeed(model, $"{model.Source.Name} {model.Nouns}", Addresses.Feed, Addresses.Catalog, model.Catalog.Entries), Addresses.Feed);
        var calendar = new CalendarFile(model);
        Add(Addresses.Calendar, SitePageKind.Feed, calendar.Key(), calendar.Render);
        foreach (var (address, entry) in Former.Of(model))
        {
            Add(address, SitePageKind.Redirect, new PageKey().Add(model.ShellKey).Add(entry.Id).Add(entry.Title).Finish(), () => PlainFiles.Redirect(model, entry), model.Addresses.Of(entry));
        }
        if (model.Source.Address.Origin is null) return;
        var listed = _order.Where(p => p.IsHtml && p.Kind is not (SitePageKind.Redirect or SitePageKind.Search)).ToList();
        Add(Addresses.Sitemap, SitePageKind.Data, new PageKey().Add(rows).Add(listed.Select(p => p.Address)).Finish(), () => PlainFiles.Sitemap(model, listed));
    }

    private void AddRepositoryFiles(SiteModel model)
    {
        foreach (var file in model.Files.All) Add(SiteFiles.AddressOf(file.Path), SitePageKind.File, model.Catalog.Tree.IdOf(file).Sha, () => model.Files.Read(file));
    }

    private void AddFeed(AtomFeed feed, string address) => Add(address, SitePageKind.Feed, feed.Key(), feed.Render);

    // Each by itself, on all processors; in the order of the catalog.
    private static ProposalPages[] MadeOf(SiteModel model, SiteEdits? edits, Site? before)
    {
        var all = new ProposalPages[model.Catalog.Entries.Length];
        if (edits is not null && string.Equals(model.ShellKey, before!._model.ShellKey, StringComparison.Ordinal) && (edits.KeepsFacets || string.Equals(model.FacetsKey, before._model.FacetsKey, StringComparison.Ordinal)))
        {
            edits.Relate(model.Catalog);
            for (var i = 0; i < all.Length; i++) all[i] = edits.Keeps(model, model.Catalog.Entries[i]) ? before._made[i] : ProposalPages.Of(new ProposalParts(model, model.Catalog.Entries[i]));
        }
        else
        {
            Parallel.For(0, all.Length, i => all[i] = ProposalPages.Of(new ProposalParts(model, model.Catalog.Entries[i])));
        }
        return all;
    }

    private void AddProposals(SiteModel model)
    {
        for (var i = 0; i < _made.Length; i++)
        {
            var parts = new ProposalParts(model, model.Catalog.Entries[i]);
            foreach (var (page, make) in _made[i].All) Add(page, () => make(parts));
        }
    }

    private void Add(string address, SitePageKind kind, string key, Func<PageContent> make, string? target = null) => Add(new SitePage(address, kind, key) { Target = target }, make);

    private void Add(SitePage page, Func<PageContent> make)
    {
        if (_pages.TryAdd(page.Address, (page, make))) _order.Add(page);
    }
}
