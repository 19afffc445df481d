using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Files that nothing but their headers show to be proposals: each says a status, and the statuses are those of decisions.</summary>
internal static class StatusEvidence
{
    private const int Fewest = 3; // files
    private const int SampleSize = 12; // files that are read
    private const double Most = 0.8;

    // Pages of a site have a status as well, but they are all drafts or published.
    private const int FewestKinds = 2;

    /// <summary>Reads the beginnings of a few files.</summary>
    public static bool In(Listing listing, ImmutableArray<TreeFile> files)
    {
        if (files.Length < Fewest) return false;
        var sample = Cluster.Spread(files, SampleSize).ToList();
        foreach (var field in StatusWords.FieldNames)
        {
            var kinds = sample.Select(f => listing.ValueOf(f, field) is { } value ? StatusText.KindOf(StatusText.HeadOf(StatusText.Clean(value))) : null).OfType<StatusKind>().ToList();
            if (kinds.Count >= sample.Count * Most && kinds.Distinct().Count() >= FewestKinds && kinds.Exists(k => k is not (StatusKind.Draft or StatusKind.Open))) return true;
        }
        return false;
    }
}
