using System.Formats.Tar;
using System.IO.Compression;
using Gavel.Web.Rendering;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;

namespace Web.Tests.Rendering;

public class Real_proposals
{
    [Theory]
    [InlineData("eips.tar.gz")]
    [InlineData("peps.tar.gz")]
    [InlineData("nova-specs.tar.gz")]
    public void The_writers_write_nothing_that_the_sanitizer_would_change(string archive)
    {
        var texts = Archive(archive).ToList();
        if (texts.Count == 0) Assert.Skip("../shared/corpora not found");
        foreach (var text in texts)
        {
            var syntax = Rendered.Syntaxes.First(s => s.Reads(text.Path));
            var map = new LinkMap(text.Path, RenderLinks.None);
            var body = syntax.RenderHtml(syntax.Parse(text), new HtmlRequest { Link = map.Link, Image = map.Image, Numbered = map.Numbered });
            var clean = Sanitizer.Clean(body.Html);
            if (!body.HasRaw && clean != body.Html) Assert.Fail($"{text.Path}: {Difference(body.Html, clean)}");
            Assert.Equal(clean, Sanitizer.Clean(clean));
            Hostile_text.AssertHarmless(clean);
        }
    }

    [Theory]
    [InlineData("eips.tar.gz")]
    [InlineData("peps.tar.gz")]
    public void Every_line_of_the_contents_leads_to_a_heading(string archive)
    {
        var texts = Archive(archive).ToList();
        if (texts.Count == 0) Assert.Skip("../shared/corpora not found");
        foreach (var text in texts.Where(static (_, i) => i % 5 == 0))
        {
            var rendered = Rendered.Text(text.Path, text.Chars, RenderLinks.None);
            foreach (var line in rendered.Contents)
                Assert.True(line.Id.Length == 0 || rendered.Html.Contains($"id=\"{line.Id}\"", StringComparison.Ordinal), $"{text.Path}: {line.Id}");
        }
    }

    private static string Difference(string a, string b)
    {
        var at = 0;
        while (at < a.Length && at < b.Length && a[at] == b[at]) at++;
        return $"at {at}: written {a.Substring(Math.Max(0, at - 60), Math.Min(160, a.Length - Math.Max(0, at - 60)))} … clean {b.Substring(Math.Max(0, at - 60), Math.Min(160, b.Length - Math.Max(0, at - 60)))}";
    }

    private static IEnumerable<SourceText> Archive(string name)
    {
        if (Shared() is not { } shared || !File.Exists(Path.Combine(shared, "corpora", name))) yield break;
        using var unpacked = new GZipStream(File.OpenRead(Path.Combine(shared, "corpora", name)), CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !Rendered.Syntaxes.Any(s => s.Reads(entry.Name))) continue;
            using var bytes = new MemoryStream();
            entry.DataStream.CopyTo(bytes);
            yield return SourceText.Decode(entry.Name, bytes.ToArray());
        }
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } given) return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "corpora"))) return Path.Combine(folder.FullName, "shared");
        }
        return null;
    }
}
