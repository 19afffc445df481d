using System.Formats.Tar;
using System.IO.Compression;
using Core.Tests.Architecture;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Core.Tests.Documents.Rst;

/// <summary>All real documents at hand: none throws, spans are exact, and what the corpora's own builds accept has next to no fault.</summary>
public sealed class RstCorpusTests
{
    [Theory]
    [InlineData("peps.tar.gz", 20)]
    [InlineData("nova-specs.tar.gz", 10)]
    public void Documents_that_are_built_daily_have_next_to_no_fault(string archive, int most)
    {
        Assert.SkipWhen(CheckoutFolder.Shared is null, "the corpora are not beside the checkout");
        var syntax = new RstSyntax();
        var faults = new List<string>();
        foreach (var (path, text) in Unpacked(Path.Combine(CheckoutFolder.Shared!, "corpora", archive)))
        {
            var document = syntax.Parse(SourceText.From(path, text));
            faults.AddRange(document.Faults.Select(f => $"{path}:{f.At.Start.Line}: {f.Message}"));
            CheckSpans(document, path);
        }
        Assert.True(faults.Count <= most, string.Join('\n', faults));
    }

    private static void CheckSpans(Document document, string path)
    {
        var previous = 0;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading)
            {
                Assert.True(heading.Span.Start >= previous, $"{path}: '{heading.Text}' begins before what is above it ends");
                Assert.Equal(heading.Text, PlainText.Of(heading.Inlines));
                Assert.True(heading.Span.Contains(heading.TextSpan), $"{path}: '{heading.Text}' is outside of its heading");
                previous = heading.Span.End;
            }
            foreach (var block in section.Blocks)
            {
                Assert.True(block.Span.Start >= previous && block.Span.End <= document.Text.Chars.Length, $"{path}: {block.GetType().Name} at {block.Span} overlaps what is before {previous}");
                previous = block.Span.End;
            }
        }
        foreach (var field in document.Header)
        {
            Assert.Equal(field.Name, PlainText.Fold(document.Text.Slice(field.NameSpan)));
            Assert.True(field.Span.Contains(field.ValueSpan), $"{path}: {field.Name}'s value is outside of its field");
        }
    }

    private static IEnumerable<(string Path, string Text)> Unpacked(string archive)
    {
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".rst", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return (entry.Name, reader.ReadToEnd());
        }
    }
}
