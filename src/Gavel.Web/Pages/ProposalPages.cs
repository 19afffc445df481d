using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Web.Pages.Feeds;
using Gavel.Web.Pages.Views;

namespace Gavel.Web.Pages;

/// <summary>What the pages of a proposal are made of in one site; worked out when it is asked for. Safe for use by several threads.</summary>
internal sealed class ProposalParts(SiteModel site, CatalogEntry entry)
{
    private readonly Lazy<ProposalModel> _proposal = new(() => new ProposalModel(site, entry));

    public ProposalModel Proposal => _proposal.Value;
}

/// <summary>The pages of a proposal with their keys. It holds nothing of the site that it was made for, so another site may take it over.</summary>
internal sealed class ProposalPages
{
    private readonly ImmutableArray<(SitePage Page, Func<ProposalParts, PageContent> Make)>.Builder _all = ImmutableArray.CreateBuilder<(SitePage, Func<ProposalParts, PageContent>)>();

    public IReadOnlyList<(SitePage Page, Func<ProposalParts, PageContent> Make)> All => _all;

    public static ProposalPages Of(ProposalParts parts)
    {
        var pages = new ProposalPages();
        var proposal = parts.Proposal;
        pages.Add(proposal.Address, SitePageKind.Proposal, proposal.Key(), static p => PageRenderer.Render<ProposalPage, ProposalBody>(BodyOf(p.Proposal)));
        pages.AddHistory(proposal);
        if (proposal.Feed is { } feed) pages.Add(feed, SitePageKind.Feed, FeedOf(proposal, feed).Key(), p => FeedOf(p.Proposal, feed).Render());
        return pages;
    }

    private void AddHistory(ProposalModel proposal)
    {
        if (proposal.HistoryAddress is not { } address) return;
        var history = new HistoryModel(proposal, address);
        Add(address, SitePageKind.History, history.Key(), p => PageRenderer.Render<HistoryPage, HistoryBody>(new HistoryBody(new HistoryModel(p.Proposal, address))));
        foreach (var version in history.Versions)
        {
            if (version.Address is not { } past) continue;
            Add(past, SitePageKind.History, new VersionModel(history, version).Key(), p => RenderVersion(new HistoryModel(p.Proposal, address), past));
        }
    }

    private static PageContent RenderVersion(HistoryModel history, string address) =>
        PageRenderer.Render<VersionPage, VersionModel>(new VersionModel(history, history.Versions.First(v => string.Equals(v.Address, address, StringComparison.Ordinal))));

    private static AtomFeed FeedOf(ProposalModel proposal, string address) => new(proposal.Site, $"{proposal.Entry.Id}: {proposal.Entry.Title}", address, proposal.Address, [proposal.Entry]);

    // A text is opened once for its page and for the search.
    private static ProposalBody BodyOf(ProposalModel proposal)
    {
        var opened = proposal.Site.Catalog.Open(proposal.Entry);
        proposal.Site.Source.SearchIndex?.Offer(proposal.Entry, opened);
        var body = new ProposalBody(proposal, opened);
        proposal.Site.Catalog.LetGo(proposal.Entry);
        return body;
    }

    private void Add(string address, SitePageKind kind, string key, Func<ProposalParts, PageContent> make) => _all.Add((new SitePage(address, kind, key), make));
}
