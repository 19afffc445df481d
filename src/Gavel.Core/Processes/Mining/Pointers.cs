using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Knows files that only say where a proposal went: a few words with a link and no heading.</summary>
internal static class Pointers
{
    private const int Longest = 500; // bytes

    public static bool Is(ITree tree, TreeFile file)
    {
        if (file.Length > Longest) return false;
        var chars = tree.Read(file).Chars;
        var hasLink = chars.Contains("://", StringComparison.Ordinal) || chars.Contains("](", StringComparison.Ordinal) || chars.Contains("`_", StringComparison.Ordinal);
        return hasLink && HeadingScan.Of(chars).Count == 0;
    }
}
