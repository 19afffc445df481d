namespace Gavel.Core.Documents.Html;

/// <summary>Writes an image that the page has; one of another host becomes a link, so that reading asks no other host; a missing one its description.</summary>
internal static class ImageHtml
{
    /// <param name="isInLink">A link stands around it already.</param>
    public static void Write(HtmlBuilder output, HtmlRequest request, string target, string alt, bool isInLink)
    {
        if (request.Image(target) is { } image && AllowedHtml.IsAttribute("img", "src", image.Address))
        {
            output.Markup("<img").Attribute("src", image.Address).Attribute("alt", alt);
            if (image.Size is { } size) output.Number("width", size.Width).Number("height", size.Height);
            output.Markup(" loading=\"lazy\">");
            return;
        }
        var words = alt.Length > 0 ? alt : NameOf(target);
        if (!isInLink && SafeAddress.Is(target) && SafeAddress.IsOutside(target))
            output.Markup("<a class=\"outside-image\"").Attribute("href", target).Markup(" rel=\"nofollow noopener\">").Text(words.Length > 0 ? words : "image").Markup("</a>");
        else if (isInLink)
            output.Text(words);
        else
            output.Markup("<span class=\"missing-image\">").Text(words).Markup("</span>");
    }

    private static string NameOf(string target)
    {
        var path = target.AsSpan();
        var end = path.IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        return path[(path.TrimEnd('/').LastIndexOf('/') + 1)..].ToString();
    }
}
