using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Web.Pages;

/// <summary>A line of the site's navigation.</summary>
internal sealed record NavLink(string Text, string Address);

/// <summary>What pages share, worked out once.</summary>
internal sealed class SiteModel
{
    private readonly Dictionary<string, ImmutableArray<Finding>> _findings;
    private readonly Dictionary<string, string> _tokens;
    private readonly Lazy<Dictionary<string, int>> _ranks;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, EntryPast> _pasts;
    private readonly Lazy<ImmutableArray<WaitingFor>> _waiting;
    private string? _facetsKey;

    /// <param name="before">The site that this one follows, and what was edited since; null where nothing is shared.</param>
    public SiteModel(SiteSource source, (SiteModel Model, SiteEdits Edits)? before = null)
    {
        Source = source;
        Catalog = source.Catalog;
        _pasts = before?.Model._pasts ?? new System.Collections.Concurrent.ConcurrentDictionary<string, EntryPast>(StringComparer.Ordinal);
        _ranks = new Lazy<Dictionary<string, int>>(Ranks);
        Addresses = new Addresses(Catalog.Entries, Catalog.Processes);
        Relations = new Relations(Catalog);
        Files = new SiteFiles(Catalog);
        NextSteps = new NextSteps(Catalog, source.History, source.Syntaxes, source.Today);
        _waiting = new Lazy<ImmutableArray<WaitingFor>>(() => WaitingFor.Of(this));
        Links = new SiteLinks(source, Addresses, Files);
        Noun = Words.Noun(Catalog.Processes);
        Facets = before is { Edits.KeepsFacets: true } ? before.Value.Edits.Facets(before.Value.Model.Facets) : Pages.Facets.Of(Catalog, YearOf);
        _tokens = before is { Edits.KeepsFacets: true } ? before.Value.Model._tokens : TokensOf(Facets);
        _findings = source.Report.Findings.Where(f => f.Diagnostic.Proposal is not null).GroupBy(f => f.Diagnostic.Proposal!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        Keys = new EntryKeys(this, before);
        Nav =
        [
            new NavLink("Proposals", Addresses.Catalog),
            .. Catalog.Processes.Length <= 3 ? Catalog.Processes.Select(p => new NavLink(Catalog.Processes.Length == 1 ? "Process" : $"{p.Name} process", Addresses.Of(p))) : [],
            new NavLink("Numbers", Addresses.Numbers),
            .. HasRelations ? [new NavLink("Relations", Addresses.Graph)] : (NavLink[])[],
            new NavLink("Follow", Addresses.Follow),
            .. source.Live is { IsReadOnly: false } ? [new NavLink("New", Addresses.New)] : (NavLink[])[],
        ];
        ShellKey = new PageKey().Add(BuildVersion).Add(source.Name).Add(source.Address.Origin).Add(source.Address.Path).Add(source.Live is null ? "" : source.Live.IsReadOnly ? "live" : "editable").Add(Nav.Select(n => n.Text + n.Address))
            .Add(source.Host?.File("")).Add(source.SearchIndex is null ? 0 : 1).Add(Noun).Add(HasFeeds ? 1 : 0).Add(Links.Version).Add(SiteAssets.Version).Finish();
    }

    private static Dictionary<string, string> TokensOf(ImmutableArray<Facet> facets)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var f = 0; f < facets.Length; f++)
        {
            for (var v = 0; v < facets[f].Values.Length; v++)
            {
                foreach (var entry in facets[f].Values[v].Entries)
                    tokens[entry.Id] = string.Create(CultureInfo.InvariantCulture, $"{(tokens.TryGetValue(entry.Id, out var known) ? known + " " : "")}{f}.{v}");
            }
        }
        return tokens;
    }

    public SiteSource Source { get; }

    public Catalog Catalog { get; }

    public Addresses Addresses { get; }

    public Relations Relations { get; }

    public SiteFiles Files { get; }

    public EntryKeys Keys { get; }

    public SiteLinks Links { get; }

    /// <summary>Where proposals go next and what people have still to decide for it.</summary>
    public NextSteps NextSteps { get; }

    /// <summary>What waits for a word of somebody, in the order of the list.</summary>
    public ImmutableArray<WaitingFor> Waiting => _waiting.Value;

    public ImmutableArray<Facet> Facets { get; }

    public ImmutableArray<NavLink> Nav { get; }

    /// <summary>What a proposal is called here.</summary>
    public string Noun { get; }

    public string Nouns => Noun + "s";

    /// <summary>Part of every page's key: what all pages say.</summary>
    public string ShellKey { get; }

    public bool HasDates => Catalog.Entries.Any(e => e.Updated is not null);

    public bool HasRelations => Catalog.Entries.Any(e => e.References.Any(r => r.IsKnown && !string.Equals(r.To, e.Id, StringComparison.Ordinal)));

    /// <summary>Another build may make other pages of the same data.</summary>
    public static string BuildVersion { get; } = string.Concat(typeof(SiteModel).Module.ModuleVersionId, typeof(Catalog).Module.ModuleVersionId, typeof(Gavel.Rst.RstParser).Module.ModuleVersionId);

    public string Href(string address) => Source.Address.Href(address);

    public string Href(CatalogEntry entry) => Source.Address.Href(Addresses.Of(entry));

    public ImmutableArray<Finding> FindingsOf(CatalogEntry entry) => _findings.GetValueOrDefault(entry.Id, []);

    public (int Errors, int Warnings) CountsOf(CatalogEntry entry)
    {
        var errors = 0;
        var warnings = 0;
        foreach (var finding in FindingsOf(entry))
        {
            if (finding.Diagnostic.Severity == Severity.Error) errors++;
            else if (finding.Diagnostic.Severity == Severity.Warning) warnings++;
        }
        return (errors, warnings);
    }

    /// <summary>Nothing changed for longer than the process allows.</summary>
    public bool IsStale(CatalogEntry entry) => FindingsOf(entry).Any(f => string.Equals(f.Diagnostic.Rule, "stale", StringComparison.Ordinal));

    /// <summary>When a proposal began, by git, else by a field that says so; null where nothing does.</summary>
    public static int? YearOf(CatalogEntry entry) => (CreatedOf(entry))?.Year;

    public static DateOnly? CreatedOf(CatalogEntry entry)
    {
        foreach (var fact in entry.Fields)
        {
            if (fact.Value is { Length: <= 40 } value && DateFields.IsCreation(fact.Name) && FieldDates.Read(value) is { } date) return date;
        }
        return entry.Created;
    }

    /// <summary>The facet values of an entry, for scripts: <c>1.3</c> is the fourth value of the second facet.</summary>
    public string TokensOf(CatalogEntry entry) => _tokens.GetValueOrDefault(entry.Id, "");

    public string TokenOf(Facet facet, FacetValue value) => string.Create(CultureInfo.InvariantCulture, $"{Facets.IndexOf(facet)}.{facet.Values.IndexOf(value)}");

    public bool HasFeeds => HasDates;

    /// <summary>The scripts that a page needs besides the one of all pages.</summary>
    public IEnumerable<string> ScriptsFor(Views.PageFrame page) =>
        (page.HasCode ? ClientFiles.Code : []).Concat(page.HasDiagram ? ClientFiles.Diagrams : []).Select(a => a.Address)
            .Concat(page.Address == Addresses.Search ? [SiteAssets.Search.Address] : [])
            .Concat(Source.Live is null ? [] : page.Class == "editing" ? [SiteAssets.Edit.Address] : [SiteAssets.Live.Address]);

    /// <summary>Null where history knows nothing of a proposal.</summary>
    public Timeline? TimelineOf(CatalogEntry entry) => PastOf(entry).Timeline;

    /// <summary>Oldest first.</summary>
    public ImmutableArray<FileVersion> VersionsOf(CatalogEntry entry) => PastOf(entry).Versions;

    // Every page of a proposal and every list that has it asks.
    private EntryPast PastOf(CatalogEntry entry) =>
        _pasts.TryGetValue(entry.Path, out var known) ? known : _pasts.GetOrAdd(entry.Path, new EntryPast(Source.Timelines.Of(entry.Id) is { Events.IsEmpty: false } timeline ? timeline : null, Source.History.Of(entry.Path)));

    /// <summary>True where one commit gave many their status: it recorded something, but nobody decided then.</summary>
    public bool IsStatusOfBulk(CatalogEntry entry) => TimelineOf(entry)?.Events.LastOrDefault(e => e.Kind == TimelineEventKind.Status)?.Bulk is not null;

    /// <summary>Says all facets with their values.</summary>
    public string FacetsKey
    {
        get
        {
            if (_facetsKey is { } known) return known;
            var key = new PageKey();
            foreach (var facet in Facets)
            {
                key.Add(facet.Key).Add(facet.Label);
                foreach (var value in facet.Values) key.Add(value.Text).Add(value.Slug).Add((int?)value.Kind ?? -1).Add(value.Entries.Length);
            }
            return _facetsKey = key.Finish();
        }
    }

    public Facet? FacetOf(string key) => Facets.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal));

    /// <summary>The newest first where proposals have numbers, else by id.</summary>
    public ImmutableArray<CatalogEntry> InOrder(ImmutableArray<CatalogEntry> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(Array.ConvertAll(sorted, RankOf), sorted);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private int RankOf(CatalogEntry entry) => _ranks.Value[entry.Path];

    private Dictionary<string, int> Ranks()
    {
        var all = Catalog.Entries.ToArray();
        var places = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++) places[all[i].Path] = i;
        Array.Sort(all, (a, b) =>
        {
            var order = Catalog.Processes.IndexOf(a.Process).CompareTo(Catalog.Processes.IndexOf(b.Process));
            if (order == 0) order = (b.Number ?? -1).CompareTo(a.Number ?? -1);
            return order != 0 ? order : places[a.Path].CompareTo(places[b.Path]);
        });
        var ranks = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++) ranks[all[i].Path] = i;
        return ranks;
    }

    public int CountOf(params StatusKind[] kinds) => Catalog.Entries.Count(e => e.Kind is { } kind && Array.IndexOf(kinds, kind) >= 0);
}
