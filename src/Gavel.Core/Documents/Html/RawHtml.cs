using System.Collections.Frozen;
using System.Net;

namespace Gavel.Core.Documents.Html;

/// <summary>
/// HTML that an author wrote into a text. It is read tag by tag and written anew: allowed elements with allowed attributes, quoted; end tags that close
/// what is open, and an end for all that stays open. What is not allowed is left out, with its content where that is no text for readers.
/// </summary>
internal sealed class RawHtml(HtmlBuilder output, HtmlRequest request)
{
    /// <summary>Elements of an author that may be open at once.</summary>
    private const int MaxOpen = 48;

    private readonly List<string> _open = [];
    private int _floor;

    // What nests in any text in any order, so that every parser reads it as it is written.
    private static readonly FrozenSet<string> Phrasing = FrozenSet.Create(
        StringComparer.Ordinal, "b", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr");

    /// <summary>Something was written that a parser of HTML may order otherwise than it was written.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Begins a container of the text: what is open outside of it cannot be closed within.</summary>
    /// <returns>What <see cref="Leave"/> wants.</returns>
    public int Enter()
    {
        var outer = _floor;
        _floor = _open.Count;
        return outer;
    }

    /// <summary>Closes what was left open in the container.</summary>
    public void Leave(int outer)
    {
        CloseTo(_floor);
        _floor = outer;
    }

    public void Write(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var next = html.IndexOf('<', at);
            if (next < 0) next = html.Length;
            if (next > at) output.Text(WebUtility.HtmlDecode(html[at..next]));
            if (next == html.Length) return;
            at = Angle(html, next);
        }
    }

    /// <returns>Where reading goes on.</returns>
    private int Angle(string html, int at)
    {
        if (at + 1 == html.Length) return Literal(at);
        var next = html[at + 1];
        if (next is '!' or '?')
        {
            if (!html.AsSpan(at).StartsWith("<!--")) return EndOf(html, at + 1, ">");
            var rest = html.AsSpan(at + 4);
            return rest.StartsWith(">") ? at + 5 : rest.StartsWith("->") ? at + 6 : EndOf(html, at + 4, "-->");
        }
        var isEnd = next == '/';
        var reader = new TagReader(html, isEnd ? at + 2 : at + 1);
        if (!reader.ReadName()) return isEnd ? EndOf(html, at + 1, ">") : Literal(at);
        if (isEnd)
        {
            var end = EndOf(html, reader.At, ">");
            CloseTag(reader.Name == "h1" ? "h2" : reader.Name);
            return end;
        }
        return StartTag(html, ref reader);
    }

    private int Literal(int at)
    {
        output.Markup("&lt;");
        return at + 1;
    }

    private int StartTag(string html, ref TagReader reader)
    {
        var name = reader.Name == "h1" ? "h2" : reader.Name;
        if (AllowedHtml.IsDroppedWithContent(name))
        {
            while (reader.ReadAttribute()) continue;
            var close = html.IndexOf("</" + name, reader.At, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? html.Length : EndOf(html, close, ">");
        }
        var isAllowed = AllowedHtml.IsElement(name) && (_open.Count < MaxOpen || AllowedHtml.IsVoid(name));
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadAttribute())
        {
            if (isAllowed && attributes.Count < 20) attributes.TryAdd(reader.Attribute, reader.Value);
        }
        if (!isAllowed) return reader.At;
        if (name == "img") Image(attributes);
        else Element(name, attributes);
        return reader.At;
    }

    private void Element(string name, SortedDictionary<string, string> attributes)
    {
        CloseImplied(name);
        output.Markup("<").Markup(name);
        if (name == "a")
        {
            if (!attributes.ContainsKey("id") && attributes.TryGetValue("name", out var anchor)) attributes["id"] = anchor;
            if (attributes.Remove("href", out var href) && request.Link(href) is { } address && SafeAddress.Is(address))
            {
                attributes["href"] = address;
                attributes.Remove("rel");
                if (SafeAddress.IsOutside(address)) attributes["rel"] = "nofollow noopener";
            }
        }
        IsUsed |= attributes.Count > 0 || !Phrasing.Contains(name);
        foreach (var (key, value) in attributes)
        {
            // Roles, lines and focus are the writer's own.
            if (key is "role" or "tabindex" or "data-line" or "aria-hidden") continue;
            var kept = key == "class" ? AllowedHtml.ClassesOf(value) : key is "align" ? value.ToLowerInvariant() : key is "open" or "reversed" ? "" : value;
            if (AllowedHtml.IsAttribute(name, key, kept) && (kept.Length > 0 || key is "open" or "reversed")) output.Attribute(key, kept);
        }
        output.Markup(">");
        if (!AllowedHtml.IsVoid(name)) _open.Add(name);
    }

    private void Image(SortedDictionary<string, string> attributes)
    {
        var alt = attributes.GetValueOrDefault("alt", "");
        var source = attributes.GetValueOrDefault("src", "");
        if (request.Image(source) is not { } image || !AllowedHtml.IsAttribute("img", "src", image.Address))
        {
            ImageHtml.Write(output, request, source, alt, isInLink: _open.Contains("a"));
            return;
        }
        IsUsed = true;
        output.Markup("<img").Attribute("src", image.Address).Attribute("alt", alt);
        ImageHtml.Size(output, ImageBox.Of(image.Size, ImageBox.Pixels(attributes.GetValueOrDefault("width")), ImageBox.Pixels(attributes.GetValueOrDefault("height"), of: image.Size?.Height)));
        if (attributes.TryGetValue("title", out var title) && title.Length > 0 && AllowedHtml.IsAttribute("img", "title", title)) output.Attribute("title", title);
        output.Markup(" loading=\"lazy\">");
    }

    private void CloseTag(string name)
    {
        for (var i = _open.Count - 1; i >= _floor; i--)
        {
            if (_open[i] != name) continue;
            CloseTo(i);
            return;
        }
    }

    // HTML Living Standard, "optional tags".
    private void CloseImplied(string name)
    {
        while (_open.Count > _floor && IsEndedBy(_open[^1], name)) CloseTo(_open.Count - 1);
    }

    private static bool IsEndedBy(string open, string next) => open switch
    {
        "p" => next is "p" or "div" or "ul" or "ol" or "dl" or "table" or "blockquote" or "pre" or "hr" or "details" or "figure" or "section" or "aside" or "li" or "td" or "th" or "tr" or "dt" or "dd"
            or "h2" or "h3" or "h4" or "h5" or "h6",
        "li" => next is "li",
        "dt" or "dd" => next is "dt" or "dd",
        "td" or "th" => next is "td" or "th" or "tr" or "tbody" or "tfoot",
        "tr" => next is "tr" or "tbody" or "tfoot",
        "thead" or "tbody" => next is "tbody" or "tfoot",
        _ => false,
    };

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            output.Markup("</").Markup(_open[^1]).Markup(">");
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private static int EndOf(string html, int from, string mark)
    {
        var found = html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
