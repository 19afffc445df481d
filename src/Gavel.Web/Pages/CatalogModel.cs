using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>A list of proposals: all of them, or those that share a value.</summary>
internal sealed class CatalogModel
{
    private const int MostLately = 5;

    private ImmutableArray<CatalogEntry> _entries;

    public CatalogModel(SiteModel site, Facet? facet = null, FacetValue? value = null)
    {
        Site = site;
        Facet = facet;
        Value = value;
    }

    public SiteModel Site { get; }

    public Facet? Facet { get; }

    public FacetValue? Value { get; }

    public ImmutableArray<CatalogEntry> Entries => _entries.IsDefault ? _entries = Site.InOrder(Listed) : _entries;

    /// <summary>What reached an end within a year, the newest first.</summary>
    public ImmutableArray<CatalogEntry> Lately =>
    [
        .. Entries.Where(e => e.Status is not null && e.StatusSince is { } since && since >= Site.Source.Today.AddYears(-1) && e.Kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Rejected or StatusKind.Living or StatusKind.Withdrawn or StatusKind.Superseded && !Site.IsStatusOfBulk(e))
            .OrderByDescending(e => e.StatusSince).ThenBy(e => e.Id, StringComparer.Ordinal).Take(MostLately),
    ];

    /// <summary>What waits for a word of somebody; on the list of everything alone.</summary>
    public ImmutableArray<WaitingFor> Waiting => Value is null ? Site.Waiting : [];

    private ImmutableArray<CatalogEntry> Listed => Value?.Entries ?? Site.Catalog.Entries;

    public string Address => Facet is null || Value is null ? Addresses.Catalog : Facet.AddressOf(Value);

    /// <summary>The menus stand on the list of everything alone: on each of the others they would be made anew.</summary>
    public ImmutableArray<Facet> Menus => Value is null ? Site.Facets : [];

    public string? Feed => Facet?.Key is "status" or "author" or "process" && Value is not null && Site.HasFeeds ? $"{Address}/feed.xml" : null;

    public string Heading => (Facet?.Key, Value?.Text) switch
    {
        (null, _) or (_, null) when IsNoun(Site.Source.Name) => Site.Nouns,
        (null, _) or (_, null) => Site.Noun == "proposal" && Site.Source.Name.Contains("proposal", StringComparison.OrdinalIgnoreCase) ? Site.Source.Name : $"{Site.Source.Name} {Site.Nouns}",
        ("author", var name) => $"{Site.Nouns} by {name}",
        ("year", var year) => $"{Site.Nouns} of {year}",
        (_, var text) => $"{Site.Nouns}: {text}",
    };

    // A repository that is called like what it holds.
    private bool IsNoun(string name) => string.Equals(name, Site.Noun, StringComparison.OrdinalIgnoreCase) || string.Equals(name, Site.Nouns, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list in words.</summary>
    public string Summary
    {
        get
        {
            var parts = new List<string> { Words.Count(Entries.Length, Site.Noun) };
            Add("in draft", e => e.Kind == StatusKind.Draft);
            Add("open", e => e.Kind == StatusKind.Open);
            Add("accepted and not done", e => e.Kind == StatusKind.Accepted);
            if (!Waiting.IsEmpty && Entries.Length > 1) parts.Add($"{Words.Number(Waiting.Length)} waiting for a decision");
            Add("stale", Site.IsStale);
            Add("with errors", e => Site.CountsOf(e).Errors > 0);
            return string.Join(", ", parts) + ".";

            void Add(string word, Func<CatalogEntry, bool> holds)
            {
                var count = Entries.Count(holds);
                if (count > 0 && Entries.Length > 1) parts.Add($"{Words.Number(count)} {word}");
            }
        }
    }

    /// <summary>Works out neither order nor counts: they follow from the rows.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Site.Source.Today).Add(Heading).Add(Feed).Add(Value is null ? Site.FacetsKey : "");
        foreach (var entry in Listed) key.Add(Site.Keys.Row(entry));
        foreach (var waiting in Waiting) key.Add(waiting.Entry.Id).Add(waiting.Status).Add(waiting.Words);
        return key.Finish();
    }
}
