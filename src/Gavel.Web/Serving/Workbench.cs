using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Searching;
using Gavel.Core.Trees;

namespace Gavel.Web.Serving;

/// <summary>What answers of a server are worked out with, at one moment. Safe for use by several threads.</summary>
public sealed record Workbench
{
    public required Catalog Catalog { get; init; }

    public required IHistory History { get; init; }

    public required ImmutableArray<ISyntax> Syntaxes { get; init; }

    public required Deciding Deciding { get; init; }

    /// <summary>The best hits from an offset on.</summary>
    public required Func<SearchQuery, int, int, SearchResult> Search { get; init; }

    /// <summary>The catalog of a tree that somebody changed in the browser and has not saved.</summary>
    public required Func<ITree, Catalog> Rebuild { get; init; }

    public Baseline Baseline { get; init; } = Baseline.Empty;

    public required DateOnly Today { get; init; }
}
