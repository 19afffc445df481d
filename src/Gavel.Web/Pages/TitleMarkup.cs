using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Gavel.Web.Pages;

/// <summary>A title as HTML: what stands between backticks is code, the rest is text.</summary>
internal static class TitleMarkup
{
    public static MarkupString Of(string title)
    {
        if (!title.Contains('`', StringComparison.Ordinal)) return new MarkupString(WebUtility.HtmlEncode(title));
        var html = new StringBuilder(title.Length + 32);
        var at = 0;
        while (at < title.Length)
        {
            var open = title.IndexOf('`', at);
            var close = open < 0 ? -1 : title.IndexOf('`', open + 1);
            if (close < 0) break;
            html.Append(WebUtility.HtmlEncode(title[at..open]));
            if (close > open + 1) html.Append("<code>").Append(WebUtility.HtmlEncode(title[(open + 1)..close])).Append("</code>");
            at = close + 1;
        }
        return new MarkupString(html.Append(WebUtility.HtmlEncode(title[at..])).ToString());
    }

    /// <summary>The same without marks.</summary>
    public static string Plain(string title) => title.Replace("`", "", StringComparison.Ordinal);
}
