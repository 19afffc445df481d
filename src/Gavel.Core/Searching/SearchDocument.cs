using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Searching;

/// <summary>A piece of a proposal's text that an excerpt may be cut from.</summary>
/// <param name="Line">1-based line of its first character in the file.</param>
/// <param name="Text">What a reader sees; line ends where the file has them.</param>
/// <param name="Anchor">For a heading its address in the page, empty where it has none; null for what is no heading.</param>
public sealed record SearchBlock(Zone Zone, int Line, string Text, string? Anchor = null);

/// <summary>A datum to filter by.</summary>
public sealed record SearchFact(string Name, string Value);

/// <summary>A proposal as it is searched.</summary>
public sealed record SearchDocument
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    /// <summary>The bytes that it was read from.</summary>
    public required string ContentId { get; init; }

    public required string Process { get; init; }

    public required string Title { get; init; }

    /// <summary>1-based.</summary>
    public int TitleLine { get; init; } = 1;

    /// <summary>Null where it has none.</summary>
    public int? Number { get; init; }

    /// <summary>As the process spells it, else as written; null where it has none.</summary>
    public string? Status { get; init; }

    public StatusKind? Kind { get; init; }

    /// <summary>What the proposal is worth by itself (<see cref="Searching.Standing"/>).</summary>
    public int Standing { get; init; }

    public ImmutableArray<SearchFact> Facts { get; init; } = [];

    /// <summary>Header values, headings and text in the order of the file.</summary>
    public ImmutableArray<SearchBlock> Blocks { get; init; } = [];
}
