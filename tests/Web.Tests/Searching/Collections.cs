using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Searching;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Web.Tests.Searching;

/// <summary>The real collections that lie beside a checkout, ready to be searched; tests are skipped where they are not.</summary>
internal static class Collections
{
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<SearchDocument>>> Read = new(StringComparer.Ordinal);

    public static string Checkout { get; } = Upwards(f => File.Exists(Path.Combine(f, "Gavel.slnx"))) ?? throw new InvalidOperationException("the tests run from outside a checkout");

    private static string? Shared { get; } = Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } named && Directory.Exists(named)
        ? named
        : Upwards(f => Directory.Exists(Path.Combine(f, "shared", "corpora"))) is { } found ? Path.Combine(found, "shared") : null;

    /// <param name="name"><c>eips</c> or <c>peps</c>.</param>
    public static ImmutableArray<SearchDocument> Documents(string name)
    {
        var archive = Shared is null ? "" : Path.Combine(Shared, "corpora", name + ".tar.gz");
        Assert.SkipUnless(File.Exists(archive), "skipped: ../shared/corpora not found");
        return Read.GetOrAdd(name, _ => new Lazy<ImmutableArray<SearchDocument>>(() => Load(archive))).Value;
    }

    private static ImmutableArray<SearchDocument> Load(string archive)
    {
        ImmutableArray<ISyntax> syntaxes = [new MarkdownSyntax(), new RstSyntax()];
        var tree = Unpack(archive);
        var found = ProcessFinder.Find(tree, new NoHistory(), syntaxes, null, new NoCache(), CancellationToken.None);
        var catalog = new Workspace(syntaxes, new NoCache()).Build(tree, new NoHistory(), found.Processes, found.Faults, CancellationToken.None);
        return SearchDocuments.Of(catalog, CancellationToken.None);
    }

    private static MemoryTree Unpack(string archive)
    {
        var files = new List<SourceText>();
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var reader = new TarReader(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } data) continue;
            using var bytes = new MemoryStream();
            data.CopyTo(bytes);
            files.Add(SourceText.Decode(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, bytes.ToArray()));
        }
        return new MemoryTree(files);
    }

    private static string? Upwards(Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (isIt(folder.FullName)) return folder.FullName;
        return null;
    }
}
