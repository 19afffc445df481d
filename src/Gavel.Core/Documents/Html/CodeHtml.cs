using System.Globalization;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Html;

/// <summary>Writes code, and drawings that are written as code: one that the page's script draws in a box of reserved size, the others as their source.</summary>
internal sealed class CodeHtml(HtmlBuilder output)
{
    public bool HasDiagram { get; private set; }

    public bool HasCode { get; private set; }

    public void Write(string language, string text, TextSpan span)
    {
        language = AllowedHtml.LanguageOf(language);
        if (text.EndsWith('\n')) text = text[..^1];
        if (text.StartsWith("@startuml", StringComparison.Ordinal) && DiagramLanguages.IsPlain(language)) language = "plantuml";
        if (DiagramLanguages.NameOf(language) is { } drawing)
        {
            Drawing(language, drawing, text, span);
            return;
        }
        if (language == "math")
        {
            output.Block("<p", span).Markup(">").Formula(text.AsSpan().Trim(), isDisplay: true).Markup("</p>\n");
            return;
        }
        output.Block("<pre tabindex=\"0\"", span).Markup("><code");
        if (!DiagramLanguages.IsPlain(language))
        {
            HasCode = true;
            output.Attribute("class", "language-" + language);
        }
        output.Markup(">").Text(text).Markup("\n</code></pre>\n");
    }

    private void Drawing(string language, string name, string text, TextSpan span)
    {
        var lines = 1 + text.AsSpan().Count('\n');
        output.Block("<figure class=\"diagram\"", span).Attribute("data-language", language).Number("data-lines", lines).Markup(">");
        if (language == "mermaid")
        {
            HasDiagram = true;
            output.Markup("<pre class=\"mermaid size-").Markup(SizeOf(text, lines).ToString(CultureInfo.InvariantCulture)).Markup("\" tabindex=\"0\">").Text(text).Markup("</pre></figure>\n");
            return;
        }
        output.Markup("<pre tabindex=\"0\"><code>").Text(text).Markup("\n</code></pre><figcaption class=\"diagram-note\">Source of a ").Text(name).Markup(" diagram</figcaption></figure>\n");
    }

    /// <summary>How high a box the drawing will need, 1 to 6: messages stand below each other with the actors above and below them, a chart that runs down grows with each line, one that runs across hardly does.</summary>
    private static int SizeOf(string text, int lines)
    {
        var (first, each) = text.AsSpan().TrimStart() switch
        {
            var t when t.StartsWith("sequenceDiagram", StringComparison.Ordinal) => (12.0, 3.2),
            var t when IsAcross(t) => (9.0, 1.6),
            _ => (5.0, 4.5),
        };
        return (first + each * (lines - 1)) switch { <= 8 => 1, <= 14 => 2, <= 21 => 3, <= 29 => 4, <= 37 => 5, _ => 6 };
    }

    private static bool IsAcross(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\n', ';');
        var line = end < 0 ? text : text[..end];
        return (line.StartsWith("graph", StringComparison.Ordinal) || line.StartsWith("flowchart", StringComparison.Ordinal)) && (line.TrimEnd().EndsWith("LR", StringComparison.Ordinal) || line.TrimEnd().EndsWith("RL", StringComparison.Ordinal));
    }
}
