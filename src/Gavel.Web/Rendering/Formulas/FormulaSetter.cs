using System.Net;
using System.Text;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>Sets the formulas of a rendered text in MathML Core. One that says more than is known here stays as its source.</summary>
internal static class FormulaSetter
{
    private const string Start = "<code class=\"math";
    private const string End = "</code>";

    /// <summary>Characters of its source; a longer one scrolls in the line, since browsers break none.</summary>
    private const int LongestInLine = 56;

    /// <param name="html">Clean already: what is written here is no part of what a text may hold.</param>
    public static string Set(string html)
    {
        var at = html.IndexOf(Start, StringComparison.Ordinal);
        if (at < 0) return html;
        var result = new StringBuilder(html.Length);
        var done = 0;
        for (; at >= 0; at = html.IndexOf(Start, at + Start.Length, StringComparison.Ordinal))
        {
            var open = html.IndexOf('>', at);
            var close = open < 0 ? -1 : html.IndexOf('<', open);
            if (close < 0) break;
            if (html[(at + Start.Length)..open] is not ("\"" or " display\"") || !html.AsSpan(close).StartsWith(End, StringComparison.Ordinal)) continue;
            var isDisplay = html[open - 2] == 'y';
            var source = WebUtility.HtmlDecode(html[(open + 1)..close]);
            // In a line there are no lines: two backslashes are one that was escaped for another reader of Markdown.
            var set = new TexFormula(source).Write() ?? (isDisplay ? null : new TexFormula(source.Replace("\\\\", "\\", StringComparison.Ordinal)).Write());
            if (set is null) continue;
            result.Append(html, done, at - done);
            Append(result, source, set, isDisplay);
            done = close + End.Length;
        }
        return result.Append(html, done, html.Length - done).ToString();
    }

    private static void Append(StringBuilder result, string source, string set, bool isDisplay)
    {
        var box = isDisplay ? "formula display" : source.Length > LongestInLine ? "formula" : null;
        if (box is not null) result.Append("<span class=\"").Append(box).Append("\" tabindex=\"0\">");
        result.Append("<math").Append(isDisplay ? " display=\"block\"" : "").Append(" alttext=\"").Append(WebUtility.HtmlEncode(source)).Append("\">").Append(set).Append("</math>");
        if (box is not null) result.Append("</span>");
    }
}
