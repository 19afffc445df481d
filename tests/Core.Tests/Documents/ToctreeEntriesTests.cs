using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

public sealed class ToctreeEntriesTests
{
    [Fact]
    public void Paths_and_titles_are_entries_options_and_comments_are_none()
    {
        var text = SourceText.From("docs/index.rst", ".. toctree::\n   :maxdepth: 1\n\n   open/quiet\n   Slow start <open/slow>\n   ../above\n   .. calm\n");
        var directive = new RstSyntax().Parse(text).Root.Blocks.OfType<Block.Directive>().Single(ToctreeEntries.Is);
        Assert.Equal([("open/quiet", null), ("open/slow", "Slow start"), ("../above", null)], ToctreeEntries.Of(text, directive).Select(e => (text.Substring(e.Target), e.Title)));
    }

    [Fact]
    public void Front_matter_is_read_and_not_shown()
    {
        var syntax = new RstSyntax();
        var document = syntax.Parse(SourceText.From("a.rst", "---\nstatus: draft\n---\n\nTitle\n=====\n\nWords.\n"));
        Assert.Equal(("status", "draft"), (document.Header.Single().Name, document.Header.Single().Value));
        Assert.Empty(document.Faults);
        var html = syntax.RenderHtml(document, new Gavel.Core.Documents.Html.HtmlRequest()).Html;
        Assert.Contains("Words.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", html, StringComparison.Ordinal);
    }
}
