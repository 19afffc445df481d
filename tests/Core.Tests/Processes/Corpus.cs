using Core.Tests.Architecture;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>The real corpora that lie beside a checkout; tests are skipped where they are not.</summary>
internal static class Corpus
{
    private static readonly string? Root = CheckoutFolder.Shared is { } shared ? Path.Combine(shared, "corpora") : null;

    /// <summary>The files of a folder of the corpora.</summary>
    public static MemoryTree Tree(string name) => Read(Folder(name));

    /// <summary>A folder of the corpora; the test is skipped where it is missing.</summary>
    public static string Folder(string name)
    {
        Assert.SkipWhen(Root is null || !Directory.Exists(Path.Combine(Root, name)), "skipped: ../shared/corpora not found");
        return Path.Combine(Root!, name);
    }

    /// <summary>The files of an archive of the corpora, unpacked once into artifacts.</summary>
    public static MemoryTree Archive(string name)
    {
        var archive = Root is null ? "" : Path.Combine(Root, name + ".tar.gz");
        Assert.SkipUnless(File.Exists(archive), "skipped: ../shared/corpora not found");
        var files = new List<SourceText>();
        using var stream = new System.IO.Compression.GZipStream(File.OpenRead(archive), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new System.Formats.Tar.TarReader(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } data) continue;
            using var bytes = new MemoryStream();
            data.CopyTo(bytes);
            files.Add(SourceText.Decode(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, bytes.ToArray()));
        }
        return new MemoryTree(files);
    }

    private static MemoryTree Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => new FileInfo(f).Length < 1 << 20)
            .Select(f => SourceText.Decode(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f))));
}
