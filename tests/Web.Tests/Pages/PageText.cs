using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gavel.Web.Pages;

namespace Web.Tests.Pages;

/// <summary>Pages as a browser reads them.</summary>
internal static class PageText
{
    public static string Text(this Site site, string address) => Encoding.UTF8.GetString((site.Render(address) ?? throw new InvalidOperationException($"{address}: there is no such page")).Bytes.Span);

    public static IHtmlDocument Html(this Site site, string address) => new HtmlParser().ParseDocument(site.Text(address));

    /// <summary>White space folded.</summary>
    public static string Words(this AngleSharp.Dom.INode? node) => node is null ? "" : string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
