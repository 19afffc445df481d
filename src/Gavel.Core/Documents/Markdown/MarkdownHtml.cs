using System.Collections.Immutable;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Writes a document's blocks as HTML. The block reader bounds their nesting, so that recursion is safe.</summary>
internal sealed class MarkdownHtml
{
    private readonly Document _document;
    private readonly string _source;
    private readonly HtmlBuilder _output;
    private readonly RawHtml _raw;
    private readonly InlineHtml _inlines;
    private readonly FootnoteHtml _notes;
    private readonly CodeHtml _code;
    private readonly TableHtml _tables;
    private readonly Dictionary<int, string> _ids;
    private readonly ImmutableArray<HtmlHeading>.Builder _headings = ImmutableArray.CreateBuilder<HtmlHeading>();
    private int _depth;

    /// <summary>The box of a task, which the first paragraph of its item begins with.</summary>
    private string _box = "";

    private MarkdownHtml(Document document, HtmlRequest request)
    {
        _document = document;
        _source = document.Text.Chars;
        _output = new HtmlBuilder(document.Text.Lines);
        _raw = new RawHtml(_output, request);
        _notes = new FootnoteHtml(_output);
        _inlines = new InlineHtml(_source, _output, _raw, _notes, request);
        _code = new CodeHtml(_output);
        _tables = new TableHtml(_source, _output, _inlines);
        _ids = Anchors.OfHeadings(document, request.Anchors);
    }

    public static HtmlBody Write(Document document, HtmlRequest request)
    {
        var writer = new MarkdownHtml(document, request);
        writer.WriteSections();
        writer._notes.WriteAll(blocks => writer.Contained(blocks));
        writer._raw.Leave(0);
        return new HtmlBody(writer._output.ToString(), writer._headings.DrainToImmutable(), writer._raw.IsUsed, writer._code.HasDiagram, writer._code.HasCode);
    }

    private void WriteSections()
    {
        var header = new HeaderFilter(_document);
        var open = new Stack<(Section Section, int Depth)>();
        open.Push((_document.Root, 0));
        while (open.TryPop(out var next))
        {
            var (section, depth) = next;
            if (OwnContents.Is(section)) continue;
            var isTitle = section.Heading is { } title && ReferenceEquals(title, _document.Title);
            _depth = depth;
            if (isTitle) TitleAnchor(section.Heading!);
            if (section.Heading is { } heading && !isTitle) SectionHeading(heading, depth);
            var isHeaderZone = section.Heading is null || isTitle || _document.Title is null;
            foreach (var block in section.Blocks)
            {
                if ((isHeaderZone ? header.Without(block) : block) is { } kept && !OwnContents.Is(kept)) Block(kept, isTight: false);
            }
            var below = isTitle ? 1 : depth + 1;
            for (var i = section.Children.Length - 1; i >= 0; i--) open.Push((section.Children[i], below));
        }
    }

    // The heading itself is the page's; links within the text may lead to it.
    private void TitleAnchor(Heading title)
    {
        if (_ids.TryGetValue(title.Span.Start, out var id) && AllowedHtml.IsId(id) && _source.Contains("#" + id, StringComparison.Ordinal))
            _output.Markup("<span").Attribute("id", id).Markup("></span>\n");
    }

    private void SectionHeading(Heading heading, int depth)
    {
        var id = HeadingTag(heading.Span, heading.Inlines, depth);
        if (heading.Text.Length > 0 && id.Length > 0) _headings.Add(new HtmlHeading(heading.Text, id, depth, heading.Span));
    }

    private string HeadingTag(TextSpan span, ImmutableArray<Inline> inlines, int depth)
    {
        var tag = depth switch { <= 1 => "h2", 2 => "h3", 3 => "h4", 4 => "h5", _ => "h6" };
        var id = _ids.GetValueOrDefault(span.Start, "");
        if (!AllowedHtml.IsId(id)) id = "";
        _output.Markup("<").Block(tag, span);
        if (id.Length > 0) _output.Attribute("id", id);
        _output.Markup(">");
        _inlines.Write(inlines, ExplicitId.In(PlainText.Of(inlines)));
        if (id.Length > 0) _output.Markup("<a class=\"anchor\"").Attribute("href", "#" + id).Markup(" aria-hidden=\"true\" tabindex=\"-1\"></a>");
        _output.Markup("</").Markup(tag).Markup(">\n");
        return id;
    }

    /// <summary>Blocks within another: what an author opens by hand there is closed there.</summary>
    private void Contained(ImmutableArray<Block> blocks, bool isTight = false)
    {
        var outer = _raw.Enter();
        foreach (var block in blocks) Block(block, isTight);
        _raw.Leave(outer);
    }

    private void Block(Block block, bool isTight)
    {
        switch (block)
        {
            case Documents.Block.Paragraph paragraph: Paragraph(paragraph, isTight); break;
            case Documents.Block.List list: List(list); break;
            case Documents.Block.Table table: _tables.Write(table); break;
            case Documents.Block.Code code: _code.Write(code.Language, code.Text, code.Span); break;
            case Documents.Block.Quote quote: Quote(quote); break;
            case Documents.Block.Html html: _raw.Write(html.Text); _output.Markup("\n"); break;
            case Documents.Block.Rule rule: _output.Block("<hr", rule.Span).Markup(">\n"); break;
            case Documents.Block.Footnote note: _notes.Add(note); break;
            case Documents.Block.NestedHeading heading: HeadingTag(heading.Span, heading.Inlines, _depth + 1); break;
            case Documents.Block.Directive directive: Contained(directive.Blocks); break;
        }
    }

    private void Paragraph(Block.Paragraph paragraph, bool isTight)
    {
        if (paragraph.Inlines.All(static i => i is Inline.Comment or Inline.LineBreak)) return;
        if (!isTight) _output.Block("<p", paragraph.Span).Markup(">");
        _output.Markup(_box);
        _box = "";
        _inlines.Write(paragraph.Inlines);
        _output.Markup(isTight ? "\n" : "</p>\n");
    }

    private void Quote(Block.Quote quote)
    {
        if (Alerts.Read(quote) is { } alert)
        {
            _output.Block("<aside", quote.Span).Attribute("class", "admonition " + alert.Kind).Markup(" role=\"note\">\n<p class=\"admonition-title\">").Text(alert.Title).Markup("</p>\n");
            Contained(alert.Blocks);
            _output.Markup("</aside>\n");
            return;
        }
        _output.Block("<blockquote", quote.Span).Markup(">\n");
        Contained(quote.Blocks);
        _output.Markup("</blockquote>\n");
    }

    private void List(Block.List list)
    {
        var tag = list.Kind switch { ListKind.Ordered => "ol", ListKind.Definition => "dl", _ => "ul" };
        _output.Markup("<").Block(tag, list.Span);
        if (list.Items.Any(static i => i.IsDone is not null)) _output.Markup(" class=\"task-list\"");
        if (list.Kind == ListKind.Ordered && list.Items.Length > 0 && StartOf(list.Items[0]) is { } start and not 1) _output.Number("start", start);
        _output.Markup(">\n");
        var isTight = IsTight(list);
        foreach (var item in list.Items) Item(item, isTight);
        _output.Markup("</").Markup(tag).Markup(">\n");
    }

    private void Item(ListItem item, bool isTight)
    {
        if (item.Term is { } term)
        {
            _output.Block("<dt", item.Span).Markup(">");
            _inlines.Write(term);
            _output.Markup("</dt>\n<dd>");
            Contained(item.Blocks);
            _output.Markup("</dd>\n");
            return;
        }
        _output.Block("<li", item.Span);
        if (item.IsDone is { } done)
        {
            _output.Markup(done ? " class=\"task done\">" : " class=\"task\">");
            _box = done ? "<span role=\"img\" aria-label=\"done\">\u2611</span> " : "<span role=\"img\" aria-label=\"to do\">\u2610</span> ";
        }
        else _output.Markup(">");
        Contained(item.Blocks, isTight);
        _output.Markup("</li>\n");
    }

    private int? StartOf(ListItem item) =>
        int.TryParse(_source.AsSpan(item.Marker.Start, item.Marker.Length).TrimEnd(".)"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    // CommonMark 0.31, section 5.3: no empty line between items, nor between the blocks of one.
    private bool IsTight(Block.List list)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            if (i > 0 && HasEmptyLine(list.Items[i - 1].Span.End, item.Span.Start)) return false;
            for (var j = 1; j < item.Blocks.Length; j++)
            {
                if (HasEmptyLine(item.Blocks[j - 1].Span.End, item.Blocks[j].Span.Start)) return false;
            }
        }
        return true;
    }

    private bool HasEmptyLine(int from, int to) => to > from && _source.AsSpan(from, to - from) is var gap && gap[(gap.IndexOf('\n') + 1)..].Contains('\n');
}
