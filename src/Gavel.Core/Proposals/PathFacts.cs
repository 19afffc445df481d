using Gavel.Core.Processes;

namespace Gavel.Core.Proposals;

/// <summary>What is known of a proposal besides its text and its process.</summary>
/// <param name="Match">What the file pattern found; null when the path fits none.</param>
/// <param name="Directory">The folder of a directory proposal; null for one file.</param>
/// <param name="IndexStatus">Where the index puts it, in a process whose statuses are there; null otherwise.</param>
/// <param name="Created">The file's first commit; null where it is not known.</param>
public sealed record PathFacts(FileMatch? Match = null, string? Directory = null, string? IndexStatus = null, DateOnly? Created = null)
{
    public static PathFacts None { get; } = new();
}
