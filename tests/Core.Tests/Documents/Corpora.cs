using System.Formats.Tar;
using System.IO.Compression;
using Core.Tests.Architecture;

namespace Core.Tests.Documents;

/// <summary>The Markdown files of the corpora; nothing where they are not beside the checkout.</summary>
internal static class Corpora
{
    public static IEnumerable<(string Path, string Text)> Markdown()
    {
        if (CheckoutFolder.Shared is not { } shared) yield break;
        var folder = Path.Combine(shared, "corpora");
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return (Path.GetRelativePath(folder, file), File.ReadAllText(file));
        var archive = Path.Combine(folder, "eips.tar.gz");
        if (!File.Exists(archive)) yield break;
        using var unpacked = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".md", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return (entry.Name, reader.ReadToEnd());
        }
    }
}
