using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>The real corpora that lie beside a checkout; tests are skipped where they are not.</summary>
internal static class Corpus
{
    private static readonly string? Root = FindRoot();

    /// <summary>The files of a folder of the corpora.</summary>
    public static MemoryTree Tree(string name) => Read(Folder(name));

    /// <summary>A folder of the corpora; the test is skipped where it is missing.</summary>
    public static string Folder(string name)
    {
        Assert.SkipWhen(Root is null || !Directory.Exists(Path.Combine(Root, name)), "the corpora are not here");
        return Path.Combine(Root!, name);
    }

    /// <summary>The files of an archive of the corpora, unpacked once into artifacts.</summary>
    public static MemoryTree Archive(string name)
    {
        var archive = Root is null ? "" : Path.Combine(Root, name + ".tar.gz");
        Assert.SkipUnless(File.Exists(archive), "the corpora are not here");
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

    private static string? FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            foreach (var path in (string[])["shared/corpora", "../shared/corpora"])
            {
                var folder = Path.Combine(at.FullName, path);
                if (Directory.Exists(folder)) return Path.GetFullPath(folder);
            }
        }
        return null;
    }
}
