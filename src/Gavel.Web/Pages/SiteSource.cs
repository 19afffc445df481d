using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;
using Gavel.Web.Rendering;
using Gavel.Web.Searching;

namespace Gavel.Web.Pages;

/// <summary>Everything that a site is made of. The same source gives the same bytes.</summary>
public sealed record SiteSource
{
    /// <summary>With the dates that history knows.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>For what depends on the date; when publishing, the date of HEAD.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Makes safe HTML of a proposal's own text.</summary>
    public required TextRenderer Renderer { get; init; }

    /// <summary>Reads earlier versions of texts.</summary>
    public ImmutableArray<ISyntax> Syntaxes { get; init; } = [];

    /// <summary>What a check finds, as the project has it configured.</summary>
    public Report Report { get; init; } = new(0, 0, []);

    public IHistory History { get; init; } = new NoHistory();

    public TimelineSet Timelines { get; init; } = TimelineSet.None;

    public DecisionSet Decisions { get; init; } = DecisionSet.Empty;

    /// <summary>Makes the index that the search page looks in; null where a server answers instead.</summary>
    public SearchFiles? SearchIndex { get; init; }

    /// <summary>What the project is called: the repository's name.</summary>
    public string Name { get; init; } = "Proposals";

    /// <summary>Where the site stands: the origin (<c>https://example.org</c>) and the path, which begins and ends with a slash; no origin where it is not known.</summary>
    public SiteAddress Address { get; init; } = SiteAddress.Root;

    /// <summary>What a live server adds to the pages; null for a site of files.</summary>
    public LiveSite? Live { get; init; }

    /// <summary>Where the repository can be looked at and edited in a browser; null where nothing is known.</summary>
    public RepositoryHost? Host { get; init; }
}
