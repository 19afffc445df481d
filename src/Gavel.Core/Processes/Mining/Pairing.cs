using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Which templates the files of a cluster follow.</summary>
internal static class Pairing
{
    private const int SampleSize = 8; // documents of a cluster that are parsed
    private const double Beside = 0.12; // the least likeness of a template beside its proposals
    private const double Near = 0.3;
    private const double Anywhere = 0.6;

    /// <returns>The templates that fit, the best last; empty when none does.</returns>
    public static ImmutableArray<TemplateCandidate> TemplatesOf(Cluster cluster, ImmutableArray<TemplateCandidate> candidates, Listing listing)
    {
        if (candidates.IsEmpty) return [];
        var sample = cluster.Sample(SampleSize).Select(listing.TraitsOf).ToList();
        var scored = new List<(TemplateCandidate Candidate, double Score, int Nearness)>();
        foreach (var candidate in candidates)
        {
            var nearness = NearnessOf(candidate, cluster);
            var likeness = sample.Count == 0 ? 0 : sample.Average(candidate.Traits.ShareIn);
            var isNamedAlike = IsNamedAlike(candidate, cluster);
            var least = nearness switch { 3 => Beside, > 0 when isNamedAlike => Beside, 2 => Near, 1 => Near + 0.1, _ => Anywhere };
            if (likeness < least && !(nearness == 3 && (isNamedAlike || candidate.Traits.IsEmpty))) continue;
            scored.Add((candidate, likeness + (0.15 * nearness) + (isNamedAlike ? 0.3 : 0), nearness));
        }
        if (scored.Count == 0) return [];
        var best = scored.MaxBy(s => s.Score);
        return
        [
            .. scored.Where(s => s.Nearness == best.Nearness && string.Equals(s.Candidate.Home, best.Candidate.Home, StringComparison.Ordinal) && s.Score >= best.Score - 0.45)
                .OrderBy(s => s.Score).ThenByDescending(s => s.Candidate.Path, StringComparer.Ordinal).Select(s => s.Candidate),
        ];
    }

    /// <summary>3 beside or below, 2 right above or beside the folder, 1 further above, 0 elsewhere.</summary>
    private static int NearnessOf(TemplateCandidate candidate, Cluster cluster)
    {
        if (string.Equals(candidate.Home, cluster.Folder, StringComparison.Ordinal) || IsBelow(candidate.Home, cluster.Folder)) return 3;
        if (string.Equals(candidate.Home, TreePath.FolderOf(cluster.Folder), StringComparison.Ordinal)) return 2;
        return IsBelow(cluster.Folder, candidate.Home) || string.Equals(TreePath.FolderOf(candidate.Home), TreePath.FolderOf(cluster.Folder), StringComparison.Ordinal) ? 1 : 0;
    }

    private static bool IsBelow(string folder, string above) =>
        above.Length == 0 ? folder.Length > 0 : folder.StartsWith(above, StringComparison.Ordinal) && folder.Length > above.Length && folder[above.Length] == '/';

    /// <summary>A word of the template's name is in the names of the cluster's files, or names its folder.</summary>
    public static bool IsNamedAlike(TemplateCandidate candidate, Cluster cluster)
    {
        var words = NameWords.Split(cluster.Prefix).Append(NameWords.Singular(TreePath.NameOf(cluster.Folder).ToLowerInvariant())).Where(w => w.Length > 0).ToList();
        return candidate.Subjects.Any(s => words.Contains(NameWords.Singular(s), StringComparer.Ordinal));
    }
}
