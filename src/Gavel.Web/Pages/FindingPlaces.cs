using System.Collections.Immutable;
using System.Net;
using System.Text;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;

namespace Gavel.Web.Pages;

/// <summary>Puts findings into a rendered text, below the block that they are about.</summary>
internal static class FindingPlaces
{
    private const string Mark = " data-line=\"";

    /// <param name="html">Well-formed; each block carries its first line.</param>
    /// <param name="path">Findings of other files are left out.</param>
    public static string Put(string html, ImmutableArray<Finding> findings, string path)
    {
        var own = findings.Where(f => string.Equals(f.Diagnostic.At.Path, path, StringComparison.Ordinal)).OrderBy(f => f.Diagnostic.At.Start.Line).ToList();
        if (own.Count == 0) return html;
        var places = OuterBlocks(html);
        if (places.Count == 0) return html;
        var result = new StringBuilder(html.Length + own.Count * 300);
        var done = 0;
        var next = 0;
        for (var i = 0; i < places.Count; i++)
        {
            // A finding belongs to the last block that begins at its line or before; what comes before the first stands on top.
            var until = i + 1 < places.Count ? places[i + 1].Line : int.MaxValue;
            if (i == 0) next = Append(result, own, next, places[0].Line);
            var end = i + 1 < places.Count ? places[i + 1].At : html.Length;
            result.Append(html, done, end - done);
            done = end;
            next = Append(result, own, next, until);
        }
        return result.ToString();
    }

    private static int Append(StringBuilder result, List<Finding> findings, int next, int before)
    {
        for (; next < findings.Count && findings[next].Diagnostic.At.Start.Line < before; next++)
        {
            var diagnostic = findings[next].Diagnostic;
            var (name, word) = diagnostic.Severity switch { Severity.Error => ("bad", "Error"), Severity.Warning => ("odd", "Warning"), _ => ("note", "Note") };
            result.Append("<div class=\"finding ").Append(name).Append("\"><p><b>").Append(word).Append("</b> ").Append(WebUtility.HtmlEncode(diagnostic.Message)).Append(" <span class=\"at\">").Append(diagnostic.Rule).Append("</span></p>");
            if (diagnostic.Reason is Reason.TemplateLine { Text.Length: > 0 } line) result.Append("<blockquote><p>").Append(WebUtility.HtmlEncode(line.Text)).Append("</p></blockquote>");
            if (diagnostic.Help is { } help) result.Append("<p>").Append(WebUtility.HtmlEncode(help)).Append("</p>");
            result.Append("</div>");
        }
        return next;
    }

    /// <summary>Where the outermost blocks begin, in the order of the text, lines rising. Sections are no blocks.</summary>
    private static List<(int At, int Line)> OuterBlocks(string html)
    {
        var places = new List<(int At, int Line)>();
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var close = html.IndexOf('>', at);
            if (close < 0) break;
            var tag = html.AsSpan(at + 1, close - at - 1);
            if (tag.StartsWith("/section") || tag.StartsWith("section") || tag.StartsWith("!")) continue;
            if (tag.StartsWith("/"))
            {
                depth--;
                continue;
            }
            if (depth == 0 && LineOf(tag) is { } line && (places.Count == 0 || line >= places[^1].Line)) places.Add((at, line));
            if (!IsVoid(tag)) depth++;
        }
        return places;
    }

    private static int? LineOf(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf(Mark);
        if (at < 0) return null;
        var rest = tag[(at + Mark.Length)..];
        var end = rest.IndexOf('"');
        return end > 0 && int.TryParse(rest[..end], out var line) ? line : null;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" />");
        return (end < 0 ? tag : tag[..end]) is "br" or "hr" or "img" or "input" or "col" or "wbr" or "source" or "area";
    }
}
