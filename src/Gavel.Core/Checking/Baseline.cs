using System.Collections.Immutable;

namespace Gavel.Core.Checking;

/// <summary>One finding that is owed. Rule and path are for people; the fingerprint decides.</summary>
public sealed record BaselineEntry(string Fingerprint, string Rule, string? Proposal, string Path);

/// <summary>Findings that were there when Gavel came, and need not be paid at once.</summary>
public sealed record Baseline(ImmutableArray<BaselineEntry> Entries)
{
    public static Baseline Empty { get; } = new([]);
}
