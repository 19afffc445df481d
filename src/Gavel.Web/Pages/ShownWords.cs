using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>Words that came and went as HTML, with what stayed folded down to a few words around them.</summary>
internal static class ShownWords
{
    private const int Around = 90; // characters kept beside a change
    private const int Longest = 60_000; // characters; more is nothing that anybody reads on a page

    public static string Html(ImmutableArray<WordRun> runs)
    {
        var html = new StringBuilder();
        for (var i = 0; i < runs.Length; i++)
        {
            if (html.Length > Longest)
            {
                html.Append("<span class=\"cut\"> … the rest is left out here</span>");
                break;
            }
            var text = runs[i].Text;
            switch (runs[i].Op)
            {
                case WordOp.Added: html.Append("<ins>").Append(Encoded(text)).Append("</ins>"); break;
                case WordOp.Removed: html.Append("<del>").Append(Encoded(text)).Append("</del>"); break;
                default: Same(html, text, isFirst: i == 0, isLast: i == runs.Length - 1); break;
            }
        }
        return html.ToString();
    }

    private static void Same(StringBuilder html, string text, bool isFirst, bool isLast)
    {
        var head = isFirst ? 0 : Around;
        var tail = isLast ? 0 : Around;
        if (text.Length <= head + tail + 20)
        {
            html.Append(Encoded(text));
            return;
        }
        var from = head == 0 ? 0 : BreakBefore(text, head);
        var to = tail == 0 ? text.Length : BreakAfter(text, text.Length - tail);
        if (to <= from)
        {
            html.Append(Encoded(text));
            return;
        }
        html.Append(Encoded(text[..from])).Append("<span class=\"cut\"> … </span>").Append(Encoded(text[to..]));
    }

    private static int BreakBefore(string text, int at) => text.LastIndexOf(' ', Math.Min(at, text.Length - 1)) is var space and > 0 ? space : at;

    private static int BreakAfter(string text, int at) => text.IndexOf(' ', at) is var space and > 0 ? space + 1 : at;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
