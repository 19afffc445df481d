using Gavel.Rst.Tree;

namespace Gavel.Rst.Html;

/// <summary>Writes text and inline elements.</summary>
internal sealed class InlineWriter(HtmlOutput output, RstDocument document, RstHtmlOptions options)
{
    private bool _isInLink;

    public void WriteChildren(RstElement element)
    {
        foreach (var child in element.Children)
        {
            if (child is RstText text) output.Text(text.Memory.Span);
            else Write((RstElement)child);
        }
    }

    public void Write(RstElement element)
    {
        if (options.Instead?.Invoke(element, _isInLink) is { } own)
        {
            output.Markup(own);
            return;
        }

        if (element["reftarget"] is not null && options.AddressOf is not null && element.Kind != RstKind.Reference)
        {
            WriteCrossReference(element);
            return;
        }

        switch (element.Kind)
        {
            case RstKind.Emphasis: Wrap("em", element); break;
            case RstKind.Strong: Wrap("strong", element); break;
            case RstKind.Literal: Wrap("code", element); break;
            case RstKind.Math: Wrap("code", element, "math"); break;
            case RstKind.Subscript: Wrap("sub", element); break;
            case RstKind.Superscript: Wrap("sup", element); break;
            case RstKind.TitleReference: Wrap("cite", element); break;
            case RstKind.Abbreviation or RstKind.Acronym: Wrap("abbr", element); break;
            case RstKind.Generated: Wrap("span", element); break;
            case RstKind.Problematic: Wrap("span", element, "problematic"); break;
            case RstKind.Reference: WriteLink(element); break;
            case RstKind.FootnoteReference: WriteNoteReference(element, "footnote-reference"); break;
            case RstKind.CitationReference: WriteNoteReference(element, "citation-reference"); break;
            case RstKind.Image: WriteImage(element); break;
            case RstKind.Raw: WriteRaw(element); break;
            case RstKind.SystemMessage or RstKind.Comment or RstKind.SubstitutionDefinition or RstKind.Pending: break;
            case RstKind.Target: WriteTarget(element); break;
            default: Wrap("span", element); break;
        }
    }

    public void WriteImage(RstElement image)
    {
        var alt = image["alt"] ?? "";
        if (Address(image["uri"] ?? "", SafeAddress.IsImage) is not { } address)
        {
            output.Open("span", image, "refused-image").Text(alt).Close("span");
            return;
        }

        output.Open("img", image, "", o =>
        {
            o.Attribute("src", address).Attribute("alt", alt);
            if (options.InPage) return;
            var style = Length("width", image["width"]) + Length("height", image["height"]);
            if (style.Length > 0) o.Attribute("style", style.TrimEnd());
            o.Attribute("loading", "lazy");
        });
    }

    public void WriteTarget(RstElement target)
    {
        if (target.Ids.Count == 0 && target.Count == 0) return;
        Wrap("span", target);
    }

    public void WriteRaw(RstElement raw)
    {
        var isHtml = (raw["format"] ?? "").Split(' ').Contains("html");
        if (options.TrustRaw && isHtml) output.Markup(raw.InnerText);
        else if (isHtml) output.Open("code", raw, "raw").Text(raw.InnerText).Close("code");
    }

    private void Wrap(string tag, RstElement element, string classes = "")
    {
        output.Open(tag, element, classes);
        WriteChildren(element);
        output.Close(tag);
    }

    private void WriteCrossReference(RstElement role)
    {
        var address = !_isInLink && options.AddressOf!(role) is { } given && SafeAddress.IsLink(given) ? given : null;
        if (address is not null) output.Markup("<a").Attribute("href", address).Markup(">");
        if (role.Kind == RstKind.Literal) Wrap("code", role);
        else if (address is { Length: > 1 } && address[0] == '#' && TitleAt(address[1..], role) is { } title) output.WithoutIds(() => WriteLinked(title));
        else WriteChildren(role);
        if (address is not null) output.Markup("</a>");
    }

    // A label without words of its own shows the title of the section that it stands for.
    private RstElement? TitleAt(string id, RstElement role) =>
        role.InnerText == role["reftarget"] && document.Names.Ids.GetValueOrDefault(id) is RstSection { Title: { } title } ? title : null;

    /// <summary>Writes what is shown as a link: links in it are their words alone, since no link stands in another.</summary>
    private void WriteLinked(RstElement element)
    {
        var isInLink = _isInLink;
        _isInLink = true;
        WriteChildren(element);
        _isInLink = isInLink;
    }

    private string? AddressOf(RstElement reference)
    {
        if (reference["refuri"] is not { } uri) return reference["refid"] is { } id ? "#" + id : null;
        if (options.AddressOf is null) return Address(uri, SafeAddress.IsLink);
        return options.AddressOf(reference) is { } given && SafeAddress.IsLink(given) ? given : null;
    }

    private void WriteLink(RstElement reference)
    {
        var address = _isInLink ? null : AddressOf(reference);
        if (address is null)
        {
            Wrap("span", reference, _isInLink || reference["refuri"] is null ? "" : "refused-link");
            return;
        }

        var isOutside = reference["refuri"] is not null && (!options.InPage || SafeAddress.IsOutside(address));
        output.Open("a", reference, isOutside || options.InPage ? "" : "internal", o =>
        {
            o.Attribute("href", address);
            if (isOutside) o.Attribute("rel", "nofollow noopener");
        });
        WriteLinked(reference);
        output.Close("a");
    }

    private void WriteNoteReference(RstElement reference, string classes)
    {
        if (_isInLink || reference["refid"] is not { } id)
        {
            output.Open("span", reference, classes).Text("[");
            WriteChildren(reference);
            output.Text("]").Close("span");
            return;
        }

        output.Open("a", reference, classes, o => o.Attribute("href", "#" + id).Attribute("role", "doc-noteref")).Text("[");
        WriteChildren(reference);
        output.Text("]").Close("a");
    }

    private string? Address(string address, Func<string, bool> isSafe)
    {
        if (!isSafe(address)) return null;
        if (options.RewriteAddress is null) return address;
        return options.RewriteAddress(address) is { } other && isSafe(other) ? other : null;
    }

    private static string Length(string property, string? value)
    {
        if (value is null) return "";
        var digits = value.AsSpan().IndexOfAnyExcept("0123456789.");
        var unit = digits < 0 ? "px" : value[digits..].Trim();
        var number = digits < 0 ? value : value[..digits];
        return number.Length is > 0 and < 10 && unit is "px" or "em" or "ex" or "rem" or "in" or "cm" or "mm" or "pt" or "pc" or "%" ? $"{property}: {number}{unit}; " : "";
    }
}
