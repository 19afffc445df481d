using System.Buffers;
using System.Globalization;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Html;

/// <summary>HTML under construction. What comes from a document goes in by <see cref="Text"/> and <see cref="Attribute"/> alone.</summary>
internal sealed class HtmlBuilder(LineMap lines)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\0");
    private readonly StringBuilder _out = new();

    public int Length => _out.Length;

    /// <param name="markup">Of the writer's own; never from a document.</param>
    public HtmlBuilder Markup(string markup)
    {
        _out.Append(markup);
        return this;
    }

    /// <summary>A tag that carries the line of a block.</summary>
    /// <param name="start">The tag without its closing bracket.</param>
    public HtmlBuilder Block(string start, TextSpan span)
    {
        _out.Append(start).Append(" data-line=\"").Append(CultureInfo.InvariantCulture, $"{lines.LineOf(span.Start)}").Append('"');
        return this;
    }

    public HtmlBuilder Attribute(string name, string value)
    {
        _out.Append(' ').Append(name).Append("=\"");
        Text(value);
        _out.Append('"');
        return this;
    }

    public HtmlBuilder Number(string name, int value)
    {
        _out.Append(' ').Append(name).Append("=\"").Append(CultureInfo.InvariantCulture, $"{value}").Append('"');
        return this;
    }

    public HtmlBuilder Number(int value)
    {
        _out.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public HtmlBuilder Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                _out.Append(text);
                return this;
            }
            _out.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => "\uFFFD" });
            text = text[(at + 1)..];
        }
    }

    /// <summary>A formula in the language of TeX, as its source; what shows the page may set it.</summary>
    public HtmlBuilder Formula(ReadOnlySpan<char> source, bool isDisplay) =>
        Markup(isDisplay ? "<code class=\"math display\">" : "<code class=\"math\">").Text(source).Markup("</code>");

    /// <summary>Takes out what was written since a length.</summary>
    public void CutTo(int length) => _out.Length = length;

    public override string ToString() => _out.ToString();
}
