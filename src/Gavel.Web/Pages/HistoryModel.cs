using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;
using Gavel.Web.Rendering;

namespace Gavel.Web.Pages;

/// <summary>A version of a proposal's text, as its history shows it.</summary>
/// <param name="Events">What the commit did to the proposal.</param>
/// <param name="Address">Where the text of then can be read; null where it is the text of now, or cannot be read.</param>
internal sealed record ShownVersion(FileVersion Version, ImmutableArray<TimelineEvent> Events, string? Address)
{
    public string Short => Version.Commit[..Math.Min(10, Version.Commit.Length)];

    public DateOnly Date => DateOnly.FromDateTime(Version.Recorded.DateTime);

    /// <summary>The status that the proposal came to in this version; null where it did not move.</summary>
    public string? NewStatus => Events.LastOrDefault(e => e is { Kind: TimelineEventKind.Status, To: not null })?.To;
}

/// <summary>The versions of a proposal.</summary>
internal sealed class HistoryModel
{
    private const int MostVersions = 60;

    public HistoryModel(ProposalModel proposal, string address)
    {
        Proposal = proposal;
        Address = address;
        var events = (proposal.Timeline?.Events ?? []).Where(e => e.Commit is not null).ToLookup(e => e.Commit!, StringComparer.Ordinal);
        var all = proposal.Site.VersionsOf(proposal.Entry);
        var now = proposal.Site.Catalog.Tree.IdOf(proposal.Entry.File);
        var texts = new HashSet<ContentIdPath>();
        Versions =
        [
            .. all.Skip(Math.Max(0, all.Length - MostVersions)).Reverse().Select(v => new ShownVersion(v, [.. events[v.Commit]],
                v.Id == now || !texts.Add(new ContentIdPath(v.Id.Sha, v.Path)) ? null : proposal.Site.Addresses.Below(proposal.Entry, $"history/{v.Commit[..Math.Min(10, v.Commit.Length)]}"))),
        ];
        Older = all.Length - Versions.Length;
    }

    public ProposalModel Proposal { get; }

    public string Address { get; }

    /// <summary>The newest first.</summary>
    public ImmutableArray<ShownVersion> Versions { get; }

    /// <summary>How many older ones are left out.</summary>
    public int Older { get; }

    public SiteModel Site => Proposal.Site;

    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Proposal.Entry.Id).Add(Proposal.Entry.Title).Add(Proposal.Address).Add(Older);
        foreach (var version in Versions)
        {
            key.Add(version.Version.Commit).Add(version.Version.Id.Sha).Add(version.Version.Path).Add(version.Version.Person).Add(version.Address);
            foreach (var happened in version.Events) key.Add(happened);
        }
        return key.Finish();
    }

    /// <summary>The document of a version; null where the repository lacks it or no syntax reads it.</summary>
    public Document? Read(FileVersion version) =>
        Site.Source.Syntaxes.FirstOrDefault(s => s.Reads(version.Path)) is { } syntax && Site.Source.History.Read(version.Id, version.Path) is { } text ? syntax.Parse(text) : null;

    private readonly record struct ContentIdPath(string Id, string Path);
}

/// <summary>A page with the text that a proposal had in an earlier version.</summary>
internal sealed record VersionModel(HistoryModel History, ShownVersion Version)
{
    public CatalogEntry Entry => History.Proposal.Entry;

    public SiteModel Site => History.Site;

    public string Key() => new PageKey().Add(Site.ShellKey).Add(Entry.Id).Add(Entry.Title).Add(Entry.Status).Add(Version.Version.Commit).Add(Version.Version.Id.Sha).Add(Version.Version.Path).Add(Entry.Process.Anchors).Finish();

    /// <summary>Null where the repository lacks it.</summary>
    public RenderedText? Render() => History.Read(Version.Version) is { } document ? Site.Source.Renderer.Render(document, Site.Links.For(Entry)) : null;
}
