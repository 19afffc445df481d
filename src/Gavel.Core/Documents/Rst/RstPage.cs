using System.Collections.Immutable;
using Gavel.Core.Documents.Html;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Html;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Has a resolved tree written as HTML for a page, and writes what a page shows otherwise than docutils: code, drawings, images, raw HTML.</summary>
internal sealed class RstPage
{
    private readonly Document _document;
    private readonly RstDocument _parsed;
    private readonly HtmlRequest _request;
    private readonly HeaderFilter _header;
    private readonly RstFileLinks _files;
    private Dictionary<string, string>? _firstOfName;
    private bool _hasRaw;
    private bool _hasDiagram;
    private bool _hasCode;

    private RstPage(Document document, RstDocument parsed, HtmlRequest request)
    {
        _document = document;
        _parsed = parsed;
        _request = request;
        _header = new HeaderFilter(document);
        _files = new RstFileLinks(document.Text, parsed, request);
    }

    public static HtmlBody Write(Document document, RstDocument parsed, HtmlRequest request)
    {
        var page = new RstPage(document, parsed, request);
        var headings = ImmutableArray.CreateBuilder<HtmlHeading>();
        var title = page.Headings(headings);
        var html = RstHtml.Write(parsed, new RstHtmlOptions
        {
            InPage = true,
            TopHeadingLevel = 2,
            TitleSection = title,
            ClassesOf = AllowedHtml.ClassesOf,
            AddressOf = page.AddressOf,
            IsLeftOut = page.IsLeftOut,
            Instead = page.Instead,
        });
        return new HtmlBody(html, headings.DrainToImmutable(), page._hasRaw, page._hasDiagram, page._hasCode);
    }

    /// <returns>The section whose heading is the document's title; null when there is none.</returns>
    private RstSection? Headings(ImmutableArray<HtmlHeading>.Builder headings)
    {
        RstSection? title = null;
        var open = new Stack<(RstElement Element, int Depth)>();
        open.Push((_parsed.Root, 0));
        while (open.TryPop(out var next))
        {
            var depth = next.Depth;
            if (next.Element is RstSection section)
            {
                if (title is null && _document.Title is { } own && section.HeadingSpan.Start == own.Span.Start)
                {
                    title = section;
                    depth = 0;
                }
                else if (section.Title is { } heading && section.Ids.Count > 0)
                    headings.Add(new HtmlHeading(PlainText.Fold(heading.InnerText), section.Ids[0], depth, new TextSpan(section.HeadingSpan.Start, section.HeadingSpan.Length)));
            }
            for (var i = next.Element.Count - 1; i >= 0; i--)
            {
                if (next.Element[i] is RstSection child) open.Push((child, depth + 1));
            }
        }
        return title;
    }

    private bool IsLeftOut(RstElement element)
    {
        switch (element.Kind)
        {
            case RstKind.Decoration or RstKind.Meta: return true;
            case RstKind.Section: return element.Classes.Contains("system-messages");
            case RstKind.SystemMessage: return _header.Holds(BlockReader.SpanOf(element));
            case RstKind.Paragraph or RstKind.Field or RstKind.Row or RstKind.LiteralBlock or RstKind.LineBlock:
                return _header.Holds(BlockReader.SpanOf(element));
            case RstKind.ListItem:
                return element.Count > 0 && _header.Holds(BlockReader.SpanOf(element[^1]));
            case RstKind.FieldList or RstKind.BulletList or RstKind.EnumeratedList:
                return element.Count > 0 && _header.Holds(BlockReader.SpanOf(element)) && All(element, IsLeftOut);
            case RstKind.Table:
                return _header.Holds(BlockReader.SpanOf(element)) && element.Descendants().Where(static e => e.Kind == RstKind.Row && e.Parent?.Kind == RstKind.Tbody).All(IsLeftOut);
            default: return false;
        }
    }

    private static bool All(RstElement element, Func<RstElement, bool> fits)
    {
        foreach (var child in element.Children)
        {
            if (child is RstElement block && !fits(block)) return false;
        }
        return true;
    }

    private string? AddressOf(RstElement reference)
    {
        var address = RstAddresses.Of(reference, _parsed, _request);
        return address is not null && SafeAddress.Is(address) ? address : null;
    }

    private string? Instead(RstElement element, bool isInLink)
    {
        switch (element.Kind)
        {
            case RstKind.LiteralBlock or RstKind.DoctestBlock: return Code(element);
            case RstKind.MathBlock: return Formula(element);
            case RstKind.Image: return Image(element, isInLink || element.Parent?.Kind == RstKind.Reference);
            case RstKind.Raw: return WithIds(element) + Raw(element);
            case RstKind.Inline when !isInLink && element["reftarget"] is { } target && element.Classes.Contains("doc"): return _files.ToDocument(element, target);
            case RstKind.Problematic when !isInLink: return Problematic(element);
            case RstKind.Container when element.Count == 0: return Kept(element);
            case RstKind.SystemMessage when element is RstSystemMessage message: return Unknown(message);
            default: return null;
        }
    }

    private string? Code(RstElement element)
    {
        foreach (var child in element.Children)
        {
            if (child is RstElement) return null; // parsed literals and numbered lines have markup of their own
        }
        var language = element.Kind == RstKind.DoctestBlock ? "pycon"
            : element.Classes.Count == 0 ? ""
            : element.Classes[0] == "code" ? element.Classes.Count > 1 ? element.Classes[1] : ""
            : DiagramLanguages.NameOf(element.Classes[0]) is not null ? element.Classes[0] : "";
        var output = new HtmlBuilder(_document.Text.Lines);
        var code = new CodeHtml(output);
        code.Write(language.ToLowerInvariant(), element.InnerText, BlockReader.SpanOf(element));
        _hasDiagram |= code.HasDiagram;
        _hasCode |= code.HasCode;
        return WithIds(element) + output;
    }

    private string Formula(RstElement element)
    {
        var output = new HtmlBuilder(_document.Text.Lines);
        output.Block("<p", BlockReader.SpanOf(element)).Markup(">").Formula(element.InnerText.AsSpan().Trim(), isDisplay: true).Markup("</p>\n");
        return WithIds(element) + output;
    }

    private string Image(RstElement element, bool isInLink)
    {
        var output = new HtmlBuilder(_document.Text.Lines);
        var isInline = element.Parent is { } parent && RstKinds.HoldsText(parent.Kind);
        var block = isInline || isInLink || element.Parent?.Kind == RstKind.Figure;
        if (!block) output.Block("<p class=\"figure\"", BlockReader.SpanOf(element)).Markup(">");
        ImageHtml.Write(output, _request, element["uri"] ?? "", element["alt"] ?? "", isInLink, own => AskedFor(element, own));
        if (!block) output.Markup("</p>\n");
        return WithIds(element) + output;
    }

    private static (int? Width, int? Height) AskedFor(RstElement image, (int Width, int Height)? own)
    {
        var width = ImageBox.Pixels(image["width"]);
        var height = ImageBox.Pixels(image["height"], own?.Height);
        if (width is not null || height is not null || own is not { } size || image["scale"] is not { } scale) return (width, height);
        return (ImageBox.Pixels(scale.TrimEnd('%') + "%", size.Width), null);
    }

    private string Raw(RstElement element)
    {
        if (!(element["format"] ?? "").Split(' ').Contains("html")) return "";
        var output = new HtmlBuilder(_document.Text.Lines);
        var raw = new RawHtml(output, _request);
        raw.Write(element.InnerText);
        raw.Leave(0);
        _hasRaw |= raw.IsUsed;
        return output.ToString();
    }

    /// <summary>A directive that docutils does not know: its content as it is written.</summary>
    private string? Unknown(RstSystemMessage message)
    {
        if (!RstMessages.IsAboutDirective(message) || DirectiveText.Read(_parsed.Text, BlockReader.SpanOf(message)) is not { } directive) return "";
        return Verbatim(directive, BlockReader.SpanOf(message));
    }

    private string? Kept(RstElement element)
    {
        var span = BlockReader.SpanOf(element);
        if (DirectiveText.Read(_parsed.Text, span) is not { } directive) return null;
        return directive.Name switch
        {
            "toctree" => WithIds(element) + _files.List(directive, span),
            "include" or "literalinclude" => WithIds(element) + _files.To(directive.Argument, span),
            _ => WithIds(element),
        };
    }

    /// <summary>A reference that leads nowhere or to one of several: its words, with a link to the first heading that reads like its target.</summary>
    private string? Problematic(RstElement element)
    {
        var raw = element.InnerText.AsSpan();
        if (!raw.StartsWith("`") || !raw.TrimEnd('_').EndsWith("`")) return null;
        raw = raw.TrimEnd('_')[1..^1];
        var open = raw.EndsWith("_>") ? raw.LastIndexOf('<') : -1;
        var target = open < 0 ? raw : raw[(open + 1)..^2];
        _firstOfName ??= _parsed.Root.Descendants().OfType<RstSection>().Where(static s => s.Title is not null && s.Ids.Count > 0)
            .GroupBy(static s => PlainText.Fold(s.Title!.InnerText), StringComparer.OrdinalIgnoreCase).ToDictionary(static g => g.Key, static g => g.First().Ids[0], StringComparer.OrdinalIgnoreCase);
        if (!_firstOfName.TryGetValue(PlainText.Fold(target), out var id)) return null;
        var output = new HtmlBuilder(_document.Text.Lines);
        output.Markup("<a").Attribute("href", "#" + id).Markup(">").Text(open < 0 ? raw : raw[..open].TrimEnd()).Markup("</a>");
        return output.ToString();
    }

    private string Verbatim(DirectiveText directive, TextSpan span)
    {
        var output = new HtmlBuilder(_document.Text.Lines);
        if (directive.Argument.Length > 0) output.Block("<p class=\"code-title\"", span).Markup(">").Text(directive.Argument).Markup("</p>\n");
        if (directive.Content.IsEmpty) return output.ToString();
        var code = new CodeHtml(output);
        code.Write(DiagramLanguages.NameOf(directive.Name) is null ? "" : directive.Name, Unindented(directive.Content), span);
        _hasDiagram |= code.HasDiagram;
        return output.ToString();
    }

    private string Unindented(TextSpan content)
    {
        var lines = _parsed.Text.Substring(content.Start, content.Length).ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Where(static l => !string.IsNullOrWhiteSpace(l)).Select(static l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : ""));
    }

    private string WithIds(RstElement element)
    {
        if (element.Ids.Count == 0) return "";
        var output = new HtmlBuilder(_document.Text.Lines);
        foreach (var id in element.Ids) output.Markup("<span").Attribute("id", id).Markup("></span>");
        return output.ToString();
    }
}
