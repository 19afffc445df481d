using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

public enum ReferenceKind
{
    Mentions,
    Supersedes,
    SupersededBy,
    Requires,
    Related,
}

/// <summary>A word of one proposal about another.</summary>
/// <param name="To">An id of the catalog in its own spelling, or the text as written where it names nothing known.</param>
public sealed record Reference(ReferenceKind Kind, string To, Place At)
{
    /// <summary>True when <see cref="To"/> is an id of the catalog.</summary>
    public bool IsKnown { get; init; }
}

/// <param name="Value">Text without markup; null when it is absent or still a placeholder.</param>
public sealed record Fact(string Name, string? Value, Place? At);

/// <summary>All that others need of one proposal. No diagnostics: checking keeps those, by the same key.</summary>
public sealed record CatalogEntry
{
    public required string Id { get; init; }

    public required Process Process { get; init; }

    public required TreeFile File { get; init; }

    public string Path => File.Path;

    public string? Directory { get; init; }

    public int? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Where the title stands; the first character where there is none.</summary>
    public required Place TitleAt { get; init; }

    public string? StatusText { get; init; }

    /// <summary>The status by its name in the process; null when it is none of them.</summary>
    public string? Status { get; init; }

    public StatusKind? Kind { get; init; }

    public Place? StatusAt { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The schema's spelling, in the schema's order.</summary>
    public ImmutableArray<Fact> Fields { get; init; } = [];

    public ImmutableArray<Reference> References { get; init; } = [];

    public ImmutableArray<string> Anchors { get; init; } = [];

    /// <summary>First commit of the file, through renames; null where nothing is known.</summary>
    public DateOnly? Created { get; init; }

    public DateOnly? Updated { get; init; }

    public DateOnly? StatusSince { get; init; }
}
