using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Lifecycles;
using Gavel.Core.Searching;
using Gavel.Core.Text;
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

    /// <summary>Who sits at this server, as git knows them; null where git does not.</summary>
    public required Func<CatalogEntry, Decider?> DeciderFor { get; init; }

    /// <summary>Starts a proposal: template filled in, index row and all.</summary>
    public required Func<NewRequest, Outcome> Start { get; init; }

    /// <summary>The author that a new proposal names, as git knows them; null where git does not. Asks git.</summary>
    public Func<string?> Author { get; init; } = static () => null;

    /// <summary>Writes what an operation changes into the work tree, and commits exactly these paths, with this message.</summary>
    public required Func<Outcome.Done, string, Written> Write { get; init; }

    /// <summary>Commits changes on a new branch of this name, with a number behind it where it is taken; the work tree stays as it is.</summary>
    public required Func<string, ChangeSet, string, Written> Branch { get; init; }

    /// <summary>Which of some paths have changes that no commit holds.</summary>
    public required Func<IEnumerable<string>, ImmutableArray<string>> Uncommitted { get; init; }

    /// <summary>The files of a revision and the day that it was recorded; null for what git does not know, and without git.</summary>
    public required Func<string, (ITree Tree, DateOnly Recorded)?> Revision { get; init; }

    public Baseline Baseline { get; init; } = Baseline.Empty;

    public required DateOnly Today { get; init; }

    /// <summary>For what ends by itself, also while nothing changes.</summary>
    public required Func<Moment> Now { get; init; }
}

/// <summary>What came of a wish to write.</summary>
/// <param name="Commit">Null where nothing was written.</param>
/// <param name="Why">What stood in the way, and what to do; null where nothing did.</param>
public sealed record Written(string? Branch, string? Commit, string? Why);
