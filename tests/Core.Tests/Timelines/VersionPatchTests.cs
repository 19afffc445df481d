using Core.Tests.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Timelines;

namespace Core.Tests.Timelines;

/// <summary>A patched version must say what reading it anew says; where that is not sure, nothing is patched.</summary>
public sealed class VersionPatchTests
{
    private const string Markdown = "# ZIP-7: Night trains\n\n- **Status**: Draft\n- **Author**: Ann\n\n## Summary\n\nTrains run at night.\nThey carry beds.\n\n## Design\n\nBeds and seats.\n\n```\n## no heading\n```\n\nAnd more of it.\n\n## Status quo\n\n<div>\nraw\n</div>\n\nNow by day.\n";
    private const string Rst = "============\nNight trains\n============\n\n:Status: Draft\n:Author: Ann\n\nSummary\n=======\n\nTrains run at night.\nThey carry beds.\n\nDesign\n======\n\nBeds and seats::\n\n  literal\n\nAnd more of it.\n\n.. a comment\n\nNow by day.\n";

    private static readonly string[] Pieces = ["word", "Words of it.", "\n", "\n\n", "# H", "## Design", "---", "===", "```", "<!--", "-->", "::", "- item", "| a | b |", "  indented", "Status: Done", "**Status**: Done", ":Author: Bo", "~~~", "<div>", ".. note::", "Title\n=====", "a", " "];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_patched_version_equals_one_that_was_read(bool isMarkdown)
    {
        ISyntax syntax = isMarkdown ? new MarkdownSyntax() : new RstSyntax();
        var path = isMarkdown ? "zips/zip-7.md" : "zips/zip-7.rst";
        var random = new Random(11);
        var patched = 0;
        for (var i = 0; i < 300; i++)
        {
            var text = isMarkdown ? Markdown : Rst;
            var old = Read(text);
            for (var step = 0; step < 3; step++)
            {
                var at = random.Next(text.Length);
                var end = Math.Min(text.Length, at + random.Next(12));
                var next = text[..at] + (random.Next(3) == 0 ? "" : Pieces[random.Next(Pieces.Length)]) + text[end..];
                var anew = Read(next);
                if (VersionPatch.Apply(old, text, next) is { } quick)
                {
                    patched++;
                    Assert.Equal(Show(anew), Show(quick));
                }
                (text, old) = (next, anew);
            }
        }
        Assert.True(patched > 20, $"only {patched} were patched");

        VersionFacts Read(string text) => new VersionReader(Process, d => new ProposalReader(Process, Process.Current).ReadHead(d, PathFacts.None)).Read(syntax.Parse(SourceText.From(path, text)));
    }

    private static readonly Gavel.Core.Processes.Process Process = HandMade.Process(HandMade.Schema(HandMade.Title, HandMade.Field("Status"), HandMade.Field("Author")));

    // Starts may lie in the white space between; what counts is what is compared.
    private static string Show(VersionFacts facts) =>
        $"{facts.Title}|{facts.Status}|{string.Join(',', facts.Fields.Select(f => $"{f.Key}={f.Value}"))}|{string.Join('|', facts.Sections.Select(s => $"{s.Parent}/{s.Key}:{PlainText.Fold(s.Text)}"))}";
}
