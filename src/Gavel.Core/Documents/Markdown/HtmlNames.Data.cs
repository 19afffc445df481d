namespace Gavel.Core.Documents.Markdown;

/// <summary>The names of HTML's elements (HTML Living Standard, "Index of elements", and obsolete ones that are still written).</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big", "blockquote", "body", "br", "button",
        "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "div", "dl",
        "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "g", "h1", "h2", "h3", "h4", "h5", "h6",
        "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark",
        "math", "menu", "meta", "meter", "nav", "nobr", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "path", "picture",
        "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "select", "slot", "small", "source", "span", "strike",
        "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title",
        "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    };

    /// <summary>
    /// Whether something in angle brackets is HTML. A bare name that is no element (<c>&lt;your name&gt;</c>, <c>Map&lt;String&gt;</c>) is text that
    /// its author wants to be read; one with an attribute's value is taken for an element of the author's own.
    /// </summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    public static bool IsMarkup(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('<').TrimStart('/');
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return true;
        var end = name.IndexOfAny(" \t\r\n/>");
        var rest = end < 0 ? default : name[end..];
        if (end >= 0) name = name[..end];
        if (rest.IndexOf('>') is >= 0 and var close) rest = rest[..close];
        // `<title or subject>` has the name of an element, and words that are no attributes of it.
        return rest.IndexOf('=') >= 0 || Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && !IsWords(rest);
    }

    private static bool IsWords(ReadOnlySpan<char> attributes) =>
        attributes.TrimEnd('/').Trim() is { IsEmpty: false } words && !(words is "disabled" or "open" or "checked" or "hidden" or "controls" or "reversed" or "nowrap");
}
