namespace Gavel.Core.Processes;

/// <summary>What a file pattern of gavel.yml found in a path.</summary>
/// <param name="Number">The digits as written, or a label that stands in the number's place; null where the pattern has no number.</param>
public sealed record FileMatch(string? Number, string? Slug, string? Date, string? Status, string? Folder);

/// <summary>A path with <c>{number} {slug} {date} {status} {folder}</c>, relative to the root. The main document of a directory proposal is part of it: <c>specs/{number}-{slug}/README.md</c>.</summary>
public sealed record FilePattern(string Text)
{
    public override string ToString() => Text;
}
