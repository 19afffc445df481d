using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

public enum SectionChange
{
    Added,
    Removed,
    Moved,
    Renamed,
    Edited,
}

public enum WordOp
{
    Same,
    Added,
    Removed,
}

/// <summary>Words one after the other with the same fate, with the white space behind them.</summary>
public sealed record WordRun(WordOp Op, string Text)
{
    /// <summary>Whole lines of code, each with its line end.</summary>
    public bool IsCode { get; init; }
}

/// <param name="From">Null where the field is new.</param>
/// <param name="To">Null where it is gone.</param>
public sealed record FieldDifference(string Name, string? From, string? To);

/// <summary>A section that is not as it was.</summary>
/// <param name="Title">Of now; of then where it is gone. Empty for what stands before the first heading.</param>
/// <param name="Change">Renamed says more than moved, moved more than edited: each may hold the next.</param>
/// <param name="FromTitle">Null where it is new.</param>
/// <param name="FromLine">1-based; null where it is new.</param>
/// <param name="ToLine">1-based; null where it is gone.</param>
/// <param name="Words">The section's own text without its heading, header fields and subsections. Same and removed words give the old text, same and added ones the new, but for line breaks.</param>
public sealed record SectionDifference(string Title, SectionChange Change, string? FromTitle, int? FromLine, int? ToLine, ImmutableArray<WordRun> Words)
{
    public bool IsEdited => Words.Any(w => w.Op != WordOp.Same);
}

/// <summary>What is different between two versions of a document; what is the same is left out.</summary>
/// <param name="Fields">Of now in the order of the text, then those that are gone.</param>
/// <param name="Sections">Of now in the order of the text, each gone one behind the section that it followed.</param>
public sealed record DocumentDiff(ImmutableArray<FieldDifference> Fields, ImmutableArray<SectionDifference> Sections)
{
    public bool IsEmpty => Fields.IsEmpty && Sections.IsEmpty;
}
