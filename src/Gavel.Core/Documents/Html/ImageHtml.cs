namespace Gavel.Core.Documents.Html;

/// <summary>Writes an image that the page has; one of another host becomes a link, so that reading asks no other host; a missing one its description.</summary>
internal static class ImageHtml
{
    /// <param name="isInLink">A link stands around it already.</param>
    /// <param name="asked">The size that its author asks for, by that which the image has.</param>
    public static void Write(HtmlBuilder output, HtmlRequest request, string target, string alt, bool isInLink, Func<(int Width, int Height)?, (int? Width, int? Height)>? asked = null)
    {
        if (request.Image(target) is { } image && AllowedHtml.IsAttribute("img", "src", image.Address))
        {
            output.Markup("<img").Attribute("src", image.Address).Attribute("alt", alt);
            var (width, height) = asked?.Invoke(image.Size) ?? (null, null);
            Size(output, ImageBox.Of(image.Size, width, height));
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

    public static void Size(HtmlBuilder output, (int Width, int Height) box)
    {
        if (box.Width > 0) output.Number("width", box.Width);
        if (box.Height > 0) output.Number("height", box.Height);
    }

    private static string NameOf(string target)
    {
        var path = target.AsSpan();
        var end = path.IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        return path[(path.TrimEnd('/').LastIndexOf('/') + 1)..].ToString();
    }
}
