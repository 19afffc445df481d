using System.Collections.Immutable;

namespace Gavel.Core.Processes.Mining;

/// <summary>What most documents of a group share.</summary>
internal static class CommonTraits
{
    /// <summary>How many documents of a group are read for it.</summary>
    public const int SampleSize = 24;

    private const double Most = 0.8;

    public static Traits Of(IEnumerable<Traits> documents)
    {
        var all = documents.Where(d => !d.IsEmpty).ToList();
        if (all.Count < 2) return Traits.None;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in all.SelectMany(d => d.Keys)) counts[key] = counts.GetValueOrDefault(key) + 1;
        return new Traits([.. counts.Where(c => c.Value >= all.Count * Most).Select(c => c.Key)]);
    }
}
