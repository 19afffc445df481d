using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;
using Gavel.Web.Rendering.Formulas;

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
        if (document.Text.Chars.Length > MaxLength) return Beginning(syntax, document, links);
        return Render(syntax, document, links);
    }

    private static RenderedText Render(ISyntax syntax, Document document, RenderLinks links)
    {
        var map = new LinkMap(document.Text.Path, links);
        var body = syntax.RenderHtml(document, new HtmlRequest { Link = map.Link, Image = map.Image, Numbered = map.Numbered, TitleOf = map.TitleOf, Anchors = links.Anchors });
        // What holds no HTML of its author is written by writers that can write nothing else than what the sanitizer allows.
        var html = body.HasRaw ? Sanitizer.Clean(body.Html) : body.Html;
        var lines = document.Text.Lines;
        var contents = body.Headings.Select(h => new ContentsLine(h.Text, h.Id, h.Depth, lines.LineOf(h.Span.Start)));
        return new RenderedText(FormulaSetter.Set(Directions.In(NameBreaks.InAddresses(NameBreaks.In(html)))), [.. contents], body.HasDiagram, body.HasCode, [.. map.Images]);
    }

    // To the last line that fits.
    private static RenderedText Beginning(ISyntax syntax, Document document, RenderLinks links)
    {
        var text = document.Text;
        var end = text.Chars.AsSpan(0, MaxLength).LastIndexOf('\n') + 1;
        if (end == 0) end = char.IsHighSurrogate(text.Chars[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        var shown = Render(syntax, syntax.Parse(SourceText.From(text.Path, text.Chars[..end])), links);
        var line = text.Lines.LineOf(end - 1);
        return shown with { Html = string.Create(CultureInfo.InvariantCulture, $"<p class=\"notice\">This text is very long: only its first {line:N0} lines are shown here. The file has all of it.</p>\n{shown.Html}") };
    }
}
