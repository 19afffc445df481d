namespace Gavel.Core.Templates;

/// <summary>Tells an HTML tag from a placeholder in angle brackets.</summary>
internal static class HtmlTags
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "i", "iframe", "img", "input", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "small", "source", "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
    };

    /// <param name="inner">What stands between <c>&lt;</c> and <c>&gt;</c>.</param>
    public static bool IsTag(ReadOnlySpan<char> inner)
    {
        var text = inner.Trim().TrimStart('/');
        var end = text.IndexOfAny(" \t\r\n/");
        var name = end < 0 ? text : text[..end];
        if (!Names.Contains(name.ToString())) return false;
        var rest = end < 0 ? [] : text[end..].Trim().TrimEnd('/').Trim();
        return rest.IsEmpty || rest.Contains('='); // <a comma separated list> is no tag
    }
}
