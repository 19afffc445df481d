using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Html;

namespace Gavel.Web.Rendering;

/// <summary>Renders the text of a document for a page: by the front end of its syntax, then through the sanitizer. Works on unsaved text too; many threads may share one.</summary>
public sealed class TextRenderer(ImmutableArray<ISyntax> syntaxes)
{
    /// <summary>Characters; a longer text is cut, and the page says so.</summary>
    public const int MaxLength = 4 << 20;

    public RenderedText Render(Document document, RenderLinks links)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(links);
        var syntax = syntaxes.First(s => string.Equals(s.Name, document.Syntax, StringComparison.Ordinal));
        var map = new LinkMap(document.Text.Path, links);
        var body = syntax.RenderHtml(document, new HtmlRequest { Link = map.Link, Image = map.Image, Numbered = map.Numbered, TitleOf = map.TitleOf, Anchors = links.Anchors });
        // What holds no HTML of its author is written by writers that can write nothing else than what the sanitizer allows.
        var html = body.HasRaw ? Sanitizer.Clean(body.Html) : body.Html;
        var lines = document.Text.Lines;
        var contents = body.Headings.Select(h => new ContentsLine(h.Text, h.Id, h.Depth, lines.LineOf(h.Span.Start)));
        return new RenderedText(html, [.. contents], body.HasDiagram, body.HasCode, [.. map.Images]);
    }
}
