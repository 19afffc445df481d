using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Files that are named like proposals, in a markup language that nothing here reads.</summary>
internal static class UnreadFiles
{
    private const int Fewest = 2;

    /// <summary>The most frequent extension of them, and how many have it.</summary>
    /// <returns>Null where there are hardly any.</returns>
    public static (string Extension, int Count)? Of(ITree tree)
    {
        var most = tree.Files.Where(f => !NameWords.IsNoise(f.Path) && IsNamedSo(f.Path)).GroupBy(f => ExtensionOf(f.Path), StringComparer.OrdinalIgnoreCase)
            .Where(g => ProcessWords.UnreadExtensions.Contains(g.Key, StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is not null && most.Count() >= Fewest ? (most.Key, most.Count()) : null;
    }

    private static bool IsNamedSo(string path) =>
        NameShape.Of(TreePath.StemOf(path)).Kind == NameKind.Number || NameShape.Of(TreePath.NameOf(TreePath.FolderOf(path))).Kind == NameKind.Number;

    private static string ExtensionOf(string path) => TreePath.NameOf(path)[TreePath.StemOf(path).Length..];
}
