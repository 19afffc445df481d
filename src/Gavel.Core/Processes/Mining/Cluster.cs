using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Files of one pattern that lie together.</summary>
/// <param name="Folder">What holds them all, also their own directories.</param>
/// <param name="Prefix">What stands before the number, with its separator; empty for none.</param>
/// <param name="Members">By path.</param>
internal sealed record Cluster(FilePattern Pattern, string Folder, string Prefix, NameKind Kind, ImmutableArray<TreeFile> Members)
{
    /// <summary>Every <paramref name="most"/>-th member or so, from the first to the last.</summary>
    public IEnumerable<TreeFile> Sample(int most) => Spread(Members, most);

    public static IEnumerable<TreeFile> Spread(ImmutableArray<TreeFile> files, int most)
    {
        if (files.Length <= most) return files;
        return Enumerable.Range(0, most).Select(i => files[(int)((long)i * (files.Length - 1) / (most - 1))]);
    }
}
