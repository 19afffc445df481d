using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>Writes block elements. The parser bounds their nesting, so that recursion is safe.</summary>
internal sealed class BlockWriter(HtmlOutput output, RstDocument document, RstHtmlOptions options)
{
    private readonly InlineWriter _inlines = new(output, document, options);
    private readonly CompactLists _compact = new(options);

    /// <param name="level">How many sections are open around.</param>
    public void WriteChildren(RstElement element, int level)
    {
        foreach (var child in element.Children)
        {
            if (child is RstElement block) Write(block, level);
            else output.Text(((RstText)child).Memory.Span);
        }
    }

    public void WriteInlines(RstElement element) => _inlines.WriteChildren(element);

    private void Write(RstElement element, int level)
    {
        if (options.IsLeftOut?.Invoke(element) == true) return;
        if (options.Instead?.Invoke(element, false) is { } own)
        {
            output.Line().Markup(own);
            return;
        }

        switch (element.Kind)
        {
            case RstKind.Paragraph when _compact.Unwraps(element): WriteInlines(element); break;
            case RstKind.Paragraph: Leaf("p", element); break;
            case RstKind.Section: WriteSection(element, level); break;
            case RstKind.Title: WriteTitle(element, level); break;
            case RstKind.Subtitle: Leaf("p", element, "subtitle"); break;
            case RstKind.Rubric: Leaf("p", element, "rubric"); break;
            case RstKind.BulletList: Wrap("ul", element, level); break;
            case RstKind.EnumeratedList: WriteEnumerated(element, level); break;
            case RstKind.ListItem: Wrap("li", element, level); break;
            case RstKind.DefinitionList: Wrap("dl", element, level); break;
            case RstKind.DefinitionListItem: WriteDefinition(element, level); break;
            case RstKind.Definition or RstKind.Description or RstKind.FieldBody: Wrap("dd", element, level); break;
            case RstKind.FieldList: Wrap("dl", element, level, "field-list"); break;
            case RstKind.Docinfo: Wrap("dl", element, level, "docinfo"); break;
            case RstKind.Field or RstKind.OptionListItem: WriteChildren(element, level); break;
            case RstKind.FieldName: Leaf("dt", element); break;
            case >= RstKind.Author and <= RstKind.Copyright: WriteDocinfo(element); break;
            case RstKind.OptionList: Wrap("dl", element, level, "option-list"); break;
            case RstKind.OptionGroup: WriteOptions(element); break;
            case RstKind.LiteralBlock: WriteCode(element, "literal-block"); break;
            case RstKind.DoctestBlock: WriteCode(element, "doctest-block"); break;
            case RstKind.MathBlock: WriteCode(element, "math"); break;
            case RstKind.LineBlock: Wrap("div", element, level, "line-block"); break;
            case RstKind.Line: Leaf("div", element, "line"); break;
            case RstKind.BlockQuote: Wrap("blockquote", element, level); break;
            case RstKind.Attribution: Leaf("footer", element); break;
            case RstKind.Admonition when options.InPage && element.Find(RstKind.Title) is null && element.Classes.Count > 0: WriteAdmonition(element, level, element.Classes[0]); break;
            case RstKind.Admonition: Wrap("aside", element, level, "admonition"); break;
            case >= RstKind.Attention and <= RstKind.Warning: WriteAdmonition(element, level, element.TagName); break;
            case RstKind.Topic: Wrap(element.Classes.Contains("contents") ? "nav" : "aside", element, level, "topic"); break;
            case RstKind.Sidebar: Wrap("aside", element, level, "sidebar"); break;
            case RstKind.Footnote or RstKind.Citation: WriteNote(element, level); break;
            case RstKind.Figure: Wrap("figure", element, level); break;
            case RstKind.Caption: Leaf("figcaption", element); break;
            case RstKind.Legend: Wrap("div", element, level, "legend"); break;
            case RstKind.Table: WriteTable(element, level); break;
            case RstKind.Transition: output.Line().Markup("<hr>").Line(); break;
            case RstKind.Header: Wrap("header", element, level); break;
            case RstKind.Footer: Wrap("footer", element, level); break;
            case RstKind.Decoration: WriteChildren(element, level); break;
            case RstKind.Compound or RstKind.Container: Wrap("div", element, level); break;
            case RstKind.SystemMessage: WriteMessage(element, level); break;
            case RstKind.Raw: WriteRaw(element); break;
            case RstKind.Comment or RstKind.SubstitutionDefinition or RstKind.Pending or RstKind.Meta: break;
            default: _inlines.Write(element); break;
        }
    }

    private void WriteSection(RstElement section, int level)
    {
        if (!options.InPage)
        {
            Wrap("section", section, level + 1);
            return;
        }

        var isTitle = section == options.TitleSection;
        if (isTitle) output.FurtherIds(section, from: 0);
        WriteChildren(section, isTitle ? level : level + 1);
    }

    private void WriteHeading(RstElement section, RstElement title, string tag)
    {
        if (section == options.TitleSection) return;
        output.Line().Markup("<" + tag);
        var id = section.Ids.Count > 0 ? section.Ids[0] : "";
        if (id.Length > 0) output.Attribute("id", id);
        output.DataLine(title).Markup(">").FurtherIds(section, from: 1);
        _inlines.WriteChildren(title);
        if (id.Length > 0) output.Markup("<a class=\"anchor\"").Attribute("href", "#" + id).Markup(" aria-hidden=\"true\" tabindex=\"-1\"></a>");
        output.Close(tag).Line();
    }

    private void Wrap(string tag, RstElement element, int level, string classes = "")
    {
        output.Line().Open(tag, element, classes, options.InPage && tag == "aside" ? static o => o.Attribute("role", "note") : null).Line();
        WriteChildren(element, level);
        output.Line().Close(tag).Line();
    }

    private void Leaf(string tag, RstElement element, string classes = "")
    {
        output.Line().Open(tag, element, classes);
        _inlines.WriteChildren(element);
        output.Close(tag).Line();
    }

    private void WriteTitle(RstElement title, int level)
    {
        switch (title.Parent?.Kind)
        {
            case RstKind.Section or RstKind.Document:
                var depth = Math.Clamp(options.TopHeadingLevel + Math.Max(0, level - 1), 1, 6);
                var tag = "h" + depth.ToString(CultureInfo.InvariantCulture);
                if (options.InPage && title.Parent.Kind == RstKind.Section) WriteHeading(title.Parent, title, tag);
                else Leaf(tag, title);
                break;
            case RstKind.Table: Leaf("caption", title); break;
            case RstKind.Admonition: Leaf("p", title, "admonition-title"); break;
            default: Leaf("p", title, "topic-title"); break;
        }
    }

    private void WriteTable(RstElement table, int level)
    {
        if (options.InPage) output.Line().Markup("<div class=\"scroll\" tabindex=\"0\"").DataLine(table).Markup(">");
        new TableWriter(output, this, options).Write(table, level);
        if (options.InPage) output.Markup("</div>").Line();
    }

    private void WriteEnumerated(RstElement list, int level)
    {
        var type = list["enumtype"] switch { "loweralpha" => "a", "upperalpha" => "A", "lowerroman" => "i", "upperroman" => "I", _ => null };
        output.Line().Open("ol", list, "", o =>
        {
            if (type is not null) o.Attribute("type", type);
            if (int.TryParse(list["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start)) o.Attribute("start", start.ToString(CultureInfo.InvariantCulture));
        }).Line();
        WriteChildren(list, level);
        output.Line().Close("ol").Line();
    }

    private void WriteDefinition(RstElement item, int level)
    {
        var isOpen = false;
        foreach (var child in item.Children)
        {
            if (child is not RstElement part) continue;
            if (part.Kind == RstKind.Term)
            {
                if (isOpen) output.Close("dt").Line();
                output.Line().Open("dt", part);
                _inlines.WriteChildren(part);
                isOpen = true;
            }
            else if (part.Kind == RstKind.Classifier)
            {
                output.Markup(" ").Open("span", part, "classifier");
                _inlines.WriteChildren(part);
                output.Close("span");
            }
            else
            {
                if (isOpen) output.Close("dt").Line();
                isOpen = false;
                Write(part, level);
            }
        }

        if (isOpen) output.Close("dt").Line();
    }

    private void WriteDocinfo(RstElement datum)
    {
        output.Line().Markup("<dt>").Text(datum.TagName).Markup("</dt>").Line();
        output.Open("dd", datum);
        if (datum.Kind == RstKind.Authors)
        {
            for (var i = 0; i < datum.Count; i++)
            {
                if (i > 0) output.Markup("<br>");
                if (datum[i] is RstElement author) _inlines.WriteChildren(author);
            }
        }
        else
        {
            _inlines.WriteChildren(datum);
        }

        output.Close("dd").Line();
    }

    private void WriteOptions(RstElement group)
    {
        output.Line().Open("dt", group).Markup("<kbd>").Text(group.InnerText).Markup("</kbd>").Close("dt").Line();
    }

    private void WriteCode(RstElement code, string classes)
    {
        var language = "";
        if (code.Classes.Count > 1 && code.Classes[0] == "code") language = code.Classes[1];
        output.Line().Open("pre", code, classes).Markup("<code");
        if (language.Length > 0) output.Attribute("class", "language-" + language);
        output.Markup(">");
        _inlines.WriteChildren(code);
        output.Markup("</code>").Close("pre").Line();
    }

    private void WriteAdmonition(RstElement admonition, int level, string name)
    {
        var title = BoxTitles.Of(name);
        output.Line().Open("aside", admonition, admonition.Kind == RstKind.Admonition ? "admonition" : "admonition " + name, options.InPage ? static o => o.Attribute("role", "note") : null).Line();
        output.Markup("<p class=\"admonition-title\">").Text(title).Markup("</p>").Line();
        WriteChildren(admonition, level);
        output.Line().Close("aside").Line();
    }

    private void WriteNote(RstElement note, int level)
    {
        var isFootnote = note.Kind == RstKind.Footnote;
        output.Line().Open("aside", note, isFootnote ? "footnote" : "citation", static o => o.Attribute("role", "doc-footnote")).Line();
        var backrefs = note.HasLabels ? note.Labels.Backrefs : [];
        foreach (var child in note.Children)
        {
            if (child is not RstElement element) continue;
            if (element.Kind != RstKind.Label)
            {
                Write(element, level);
                continue;
            }

            output.Open("span", element, "label").Text("[");
            if (backrefs.Count > 0) output.Markup("<a").Attribute("href", "#" + backrefs[0]).Attribute("role", "doc-backlink").Markup(">");
            _inlines.WriteChildren(element);
            if (backrefs.Count > 0) output.Markup("</a>");
            output.Text("]").Close("span").Line();
        }

        output.Line().Close("aside").Line();
    }

    private void WriteMessage(RstElement message, int level)
    {
        if (options.ShowMessages) Wrap("aside", message, level, "system-message");
    }

    private void WriteRaw(RstElement raw)
    {
        var isHtml = (raw["format"] ?? "").Split(' ').Contains("html");
        if (!isHtml) return;
        if (options.TrustRaw) output.Line().Markup(raw.InnerText).Line();
        else output.Line().Open("pre", raw, "raw").Text(raw.InnerText).Close("pre").Line();
    }
}
