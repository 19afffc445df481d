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

public enum ReferenceSource
{
    Text,
    Link,
    Field,
}

/// <summary>A file that only says where a proposal went: no proposal, but its id and number are taken.</summary>
public sealed record PointerFile(string Process, string Id, int? Number, string Path);

/// <summary>A suppression in a text: <c>gavel: allow RULE: REASON</c>.</summary>
/// <param name="Rule">A rule's name, or a pattern with <c>*</c>; empty where none is written.</param>
/// <param name="Reason">Empty where none is written.</param>
/// <param name="Lines">The first and the last line that it holds for; null for the whole file.</param>
public sealed record AllowMark(string Rule, string Reason, Place At, (int First, int Last)? Lines);

/// <summary>A word of one proposal about another.</summary>
/// <param name="To">An id of the catalog in its own spelling, or the text as written where it names nothing known.</param>
public sealed record Reference(ReferenceKind Kind, string To, Place At)
{
    /// <summary>Where the word stands: what is written in a field or as a link is meant, what is in the text may be about anything.</summary>
    public ReferenceSource Source { get; init; } = ReferenceSource.Text;

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

    /// <summary>The links that rules over the whole catalog judge, in the order of the text.</summary>
    public ImmutableArray<EntryLink> Links { get; init; } = [];

    public ImmutableArray<AllowMark> Allowed { get; init; } = [];

    /// <summary>The path and the blob id of the template revision that it is held to.</summary>
    public string TemplatePath { get; init; } = "";

    public string TemplateRevision { get; init; } = "";

    /// <summary>The path fits a file pattern of the process; false where title or header alone tell that it is a proposal.</summary>
    public bool FitsPattern { get; init; } = true;

    /// <summary>First commit of the file, through renames; null where nothing is known.</summary>
    public DateOnly? Created { get; init; }

    public DateOnly? Updated { get; init; }

    public DateOnly? StatusSince { get; init; }

    /// <summary>The instant of <see cref="StatusSince"/>; null where that is null.</summary>
    public DateTimeOffset? StatusInstant { get; init; }

    /// <summary>The same fields with the same values, wherever they stand.</summary>
    public bool HasFieldsOf(CatalogEntry other)
    {
        if (Fields.Length != other.Fields.Length) return false;
        for (var i = 0; i < Fields.Length; i++)
        {
            if (!string.Equals(Fields[i].Name, other.Fields[i].Name, StringComparison.Ordinal) || !string.Equals(Fields[i].Value, other.Fields[i].Value, StringComparison.Ordinal)) return false;
        }
        return true;
    }
}
