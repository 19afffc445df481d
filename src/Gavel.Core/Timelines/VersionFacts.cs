using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <param name="Key">How its name compares.</param>
internal sealed record FieldFact(string Key, string Name, string Value);

/// <summary>A section's own text, without those below it.</summary>
/// <param name="Key">How its heading compares. Several sections may share it.</param>
/// <param name="Parent">The key of the section above; empty at the top.</param>
/// <param name="Start">Where its text begins in the document.</param>
internal sealed record SectionFact(string Key, string Parent, string Title, string Text, int Start);

/// <summary>What a timeline compares of one version of a proposal.</summary>
/// <param name="Status">By its name in the process, else as written; null where there is none.</param>
/// <param name="StatusDate">A date written beside the status; null where there is none.</param>
/// <param name="HeaderEnd">Where the last header field ends in the document.</param>
/// <param name="Sections">In the order of the text.</param>
internal sealed record VersionFacts(string Title, string? Status, DateOnly? StatusDate, ImmutableArray<FieldFact> Fields, int HeaderEnd, ImmutableArray<SectionFact> Sections);

/// <summary>One difference between two versions.</summary>
internal sealed record VersionChange(TimelineEventKind Kind, string? Name, string? From, string? To)
{
    /// <summary>When it was decided, where the text itself says so.</summary>
    public DateOnly? Effective { get; init; }
}
