using System.Formats.Tar;
using System.IO.Compression;
using Core.Tests.Architecture;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Core.Tests.Templates;

/// <summary>The real templates beside the checkout; absent where the corpora are.</summary>
internal static class SharedTemplates
{
    private static readonly Dictionary<string, (string Archive, string End)> Archived = new(StringComparer.Ordinal)
    {
        ["eip-template.md"] = ("eips.tar.gz", "eip-template.md"),
        ["pep-NNNN.rst"] = ("peps.tar.gz", "pep-0012/pep-NNNN.rst"),
        ["2026.1-template.rst"] = ("nova-specs.tar.gz", "2026.1-template.rst"),
    };

    public static bool Exists(string name) => CheckoutFolder.Shared is { } shared && File.Exists(PathOf(shared, name));

    /// <summary>With LF line ends.</summary>
    public static string Read(string name)
    {
        var path = PathOf(CheckoutFolder.Shared!, name);
        var text = Archived.TryGetValue(name, out var archived) ? FromArchive(path, archived.End) : File.ReadAllText(path);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    public static Schema Learn(string name)
    {
        ISyntax syntax = name.EndsWith(".rst", StringComparison.Ordinal) ? new RstSyntax() : new MarkdownSyntax();
        return TemplateLearner.Learn(syntax.Parse(SourceText.From(name, Read(name))));
    }

    private static string PathOf(string shared, string name) =>
        Archived.TryGetValue(name, out var archived) ? Path.Combine(shared, "corpora", archived.Archive) : Path.Combine(shared, "corpora", "templates", name);

    private static string FromArchive(string path, string end)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            if (!entry.Name.EndsWith(end, StringComparison.Ordinal) || entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream);
            return reader.ReadToEnd();
        }
        throw new FileNotFoundException($"'{path}' has no entry that ends with '{end}'");
    }
}
