using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Searching;

/// <summary>What a proposal is worth whatever is searched: others refer to it, and it still holds.</summary>
public static class Standing
{
    private const int MostForReferences = 16;

    /// <summary>In the order of the catalog's entries.</summary>
    public static ImmutableArray<int> Of(Catalog catalog)
    {
        var cited = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in catalog.Entries)
        {
            seen.Clear();
            seen.Add(entry.Id);
            foreach (var reference in entry.References)
            {
                if (reference.IsKnown && seen.Add(reference.To)) cited[reference.To] = cited.GetValueOrDefault(reference.To) + 1;
            }
        }
        return [.. catalog.Entries.Select(e => ForReferences(cited.GetValueOrDefault(e.Id)) + ForKind(e.Kind))];
    }

    // 2 for each doubling.
    private static int ForReferences(int count) => Math.Min(MostForReferences, 2 * (32 - System.Numerics.BitOperations.LeadingZeroCount((uint)count)));

    private static int ForKind(StatusKind? kind) => kind switch
    {
        StatusKind.Done or StatusKind.Living or StatusKind.Accepted => 4,
        StatusKind.Superseded or StatusKind.Rejected or StatusKind.Withdrawn => -8,
        StatusKind.Deferred => -4,
        _ => 0,
    };
}
