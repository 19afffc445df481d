using Gavel.Web.Pages.Views;

namespace Gavel.Web.Pages;

/// <summary>Every page of a catalog by its address. One rendering for a published site and a live server. Safe for use by several threads.</summary>
public sealed class Site
{
    private readonly Dictionary<string, (SitePage Page, Func<PageContent> Make)> _pages = new(StringComparer.Ordinal);
    private readonly List<SitePage> _order = [];

    /// <summary>Looks at every proposal's data but renders nothing yet.</summary>
    public Site(SiteSource source)
    {
        var model = new SiteModel(source);
        AddLists(model);
        AddProposals(model);
        foreach (var asset in SiteAssets.All) Add(asset.Address, SitePageKind.Asset, asset.Address, () => new PageContent(asset.Bytes, asset.ContentType));
        Source = source;
    }

    public SiteSource Source { get; }

    /// <summary>In the order of building: lists first. Each address once.</summary>
    public IReadOnlyList<SitePage> Pages => _order;

    /// <returns>Null for an address that the site does not have.</returns>
    public SitePage? Find(string address) => _pages.TryGetValue(address, out var known) ? known.Page : null;

    /// <returns>Null for an address that the site does not have.</returns>
    public PageContent? Render(string address) => _pages.TryGetValue(address, out var known) ? known.Make() : null;

    private void AddLists(SiteModel model)
    {
        var all = new CatalogModel(model);
        Add(all.Address, SitePageKind.Catalog, all.Key(), () => PageRenderer.Render<CatalogPage, CatalogModel>(all));
        foreach (var facet in model.Facets)
        {
            foreach (var value in facet.Values)
            {
                var some = new CatalogModel(model, facet, value);
                Add(some.Address, SitePageKind.Facet, some.Key(), () => PageRenderer.Render<CatalogPage, CatalogModel>(some));
            }
        }
    }

    private void AddProposals(SiteModel model)
    {
        foreach (var entry in model.Catalog.Entries)
        {
            var proposal = new ProposalModel(model, entry);
            Add(proposal.Address, SitePageKind.Proposal, proposal.Key(), () => PageRenderer.Render<ProposalPage, ProposalBody>(new ProposalBody(proposal, model.Catalog.Open(entry))));
        }
    }

    private void Add(string address, SitePageKind kind, string key, Func<PageContent> make)
    {
        var page = new SitePage(address, kind, key);
        if (_pages.TryAdd(address, (page, make))) _order.Add(page);
    }
}
