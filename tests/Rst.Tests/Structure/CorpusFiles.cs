using System.Formats.Tar;
using System.IO.Compression;

namespace Rst.Tests.Structure;

/// <summary>The reStructuredText files of the corpora beside the checkout, by the names that the oracle has for them.</summary>
internal static class CorpusFiles
{
    /// <summary><c>$GAVEL_SHARED</c>, else <c>shared/</c> beside an ancestor of the tests; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Nothing where the corpora are absent. Symbolic links are skipped.</summary>
    public static IEnumerable<(string Corpus, string Path, string Text)> All()
    {
        if (Shared is not { } shared) yield break;
        var corpora = Path.Combine(shared, "corpora");
        var karbor = Path.Combine(corpora, "karbor");
        if (Directory.Exists(karbor))
        {
            foreach (var file in Directory.EnumerateFiles(karbor, "*.rst", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return ("karbor", Path.GetRelativePath(karbor, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        foreach (var (corpus, archive) in new[] { ("peps", "peps.tar.gz"), ("nova-specs", "nova-specs.tar.gz") })
        {
            foreach (var (path, text) in Unpacked(Path.Combine(corpora, archive))) yield return (corpus, path, text);
        }
    }

    private static IEnumerable<(string Path, string Text)> Unpacked(string archive)
    {
        if (!File.Exists(archive)) yield break;
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !entry.Name.EndsWith(".rst", StringComparison.Ordinal)) continue;
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return (entry.Name, reader.ReadToEnd());
        }
    }

    private static string? FindShared()
    {
        if (Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } named && Directory.Exists(named)) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "rst"))) return Path.Combine(folder.FullName, "shared");
        }

        return null;
    }
}
