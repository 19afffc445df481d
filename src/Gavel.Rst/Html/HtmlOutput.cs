using System.Text;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>HTML text under construction. Everything that comes from the document goes through <see cref="Text"/> or an attribute.</summary>
internal sealed class HtmlOutput(RstDocument document, RstHtmlOptions options)
{
    private readonly StringBuilder _out = new();
    private bool _isCopy;

    public HtmlOutput Markup(string markup)
    {
        _out.Append(markup);
        return this;
    }

    public HtmlOutput Line()
    {
        if (_out.Length > 0 && _out[^1] != '\n') _out.Append('\n');
        return this;
    }

    public HtmlOutput Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var at = text.IndexOfAny("&<>\"'\0");
            if (at < 0)
            {
                _out.Append(text);
                break;
            }

            _out.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => "\uFFFD" });
            text = text[(at + 1)..];
        }

        return this;
    }

    public HtmlOutput Attribute(string name, string value)
    {
        _out.Append(' ').Append(name).Append("=\"");
        Text(value);
        _out.Append('"');
        return this;
    }

    /// <summary>Opens a tag with the element's first id and its classes. Further ids become empty anchors behind the tag.</summary>
    /// <param name="attributes">Called before the tag is closed.</param>
    public HtmlOutput Open(string tag, RstElement element, string classes = "", Action<HtmlOutput>? attributes = null)
    {
        _out.Append('<').Append(tag);
        if (element.Ids.Count > 0 && !_isCopy) Attribute("id", element.Ids[0]);
        if (element.Classes.Count > 0) classes = classes.Length > 0 ? $"{classes} {string.Join(' ', element.Classes)}" : string.Join(' ', element.Classes);
        if (classes.Length > 0 && options.ClassesOf is not null) classes = options.ClassesOf(classes);
        if (classes.Length > 0) Attribute("class", classes);
        if (options.InPage && !RstKinds.IsInline(element.Kind)) DataLine(element);
        attributes?.Invoke(this);
        _out.Append('>');
        return FurtherIds(element, from: 1);
    }

    /// <summary>Empty anchors for the element's ids.</summary>
    public HtmlOutput FurtherIds(RstElement element, int from)
    {
        for (var i = from; i < element.Ids.Count && !_isCopy; i++) Markup("<span").Attribute("id", element.Ids[i]).Markup("></span>");
        return this;
    }

    /// <summary>Writes what stands elsewhere too, with its ids.</summary>
    public void WithoutIds(Action write)
    {
        var isCopy = _isCopy;
        _isCopy = true;
        write();
        _isCopy = isCopy;
    }

    public HtmlOutput DataLine(RstElement element)
    {
        _out.Append(" data-line=\"").Append(System.Globalization.CultureInfo.InvariantCulture, $"{document.Place(Math.Clamp(element.Span.Start, 0, document.Text.Length)).Line}").Append('"');
        return this;
    }

    public HtmlOutput Close(string tag)
    {
        _out.Append("</").Append(tag).Append('>');
        return this;
    }

    public override string ToString() => _out.ToString();
}
