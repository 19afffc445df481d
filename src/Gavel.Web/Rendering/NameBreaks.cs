using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Gavel.Web.Rendering;

/// <summary>Lets long names of programs in the cells of tables, and addresses among facts, be broken where their parts meet, so that a column can be narrow and no part is cut.</summary>
internal static class NameBreaks
{
    private const int ShortName = 14; // characters; it is not broken
    private const int LongestPart = 24;
    private const string Marks = "_./:,(-=?#@";

    /// <param name="text">Plain.</param>
    public static MarkupString InPlain(string text)
    {
        var html = WebUtility.HtmlEncode(text);
        if (LongestWord(html) <= ShortName) return new MarkupString(html);
        var result = new StringBuilder(html.Length + 16);
        Write(result, html);
        return new MarkupString(result.ToString());
    }

    /// <summary>The same for links in a text that show their address: they break at its parts too.</summary>
    /// <param name="html">Clean, as below.</param>
    public static string InAddresses(string html)
    {
        const string Begin = ">http";
        StringBuilder? result = null;
        var done = 0;
        for (var at = html.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Begin, at + 1, StringComparison.Ordinal))
        {
            var end = html.IndexOf('<', at);
            if (end - at <= LongestPart || !html.AsSpan(html.LastIndexOf('<', at)).StartsWith("<a ")) continue;
            result ??= new StringBuilder(html.Length + 256);
            result.Append(html, done, at + 1 - done);
            Write(result, html.AsSpan(at + 1, end - at - 1));
            done = end;
        }
        return result?.Append(html, done, html.Length - done).ToString() ?? html;
    }

    /// <param name="html">Clean: attributes have no angle brackets.</param>
    public static string In(string html)
    {
        var at = html.IndexOf("<t", StringComparison.Ordinal);
        if (at < 0 || !html.AsSpan(at).Contains("<code", StringComparison.Ordinal)) return html;
        var result = new StringBuilder(html.Length + 256).Append(html, 0, at);
        var (cells, code, isPre) = (0, 0, false);
        while (at < html.Length)
        {
            var end = html.IndexOf('>', at);
            if (end < 0) break;
            var tag = html.AsSpan(at, end + 1 - at);
            cells += Count(tag, "td") + Count(tag, "th");
            code += Count(tag, "code");
            if (Count(tag, "pre") is var pre and not 0) isPre = pre > 0;
            result.Append(tag);
            var next = html.IndexOf('<', end);
            if (next < 0) next = html.Length;
            var text = html.AsSpan(end + 1, next - end - 1);
            if (cells > 0 && code > 0 && !isPre) Write(result, text);
            else result.Append(text);
            at = next;
        }
        return result.Append(html, at, html.Length - at).ToString();
    }

    // 1 for the tag that begins such an element, -1 for the one that ends it, else 0.
    private static int Count(ReadOnlySpan<char> tag, string name)
    {
        var isEnd = tag.StartsWith("</");
        var rest = tag[(isEnd ? 2 : 1)..];
        return rest.StartsWith(name) && rest[name.Length] is '>' or ' ' ? isEnd ? -1 : 1 : 0;
    }

    private static void Write(StringBuilder result, ReadOnlySpan<char> text)
    {
        var (start, run) = (0, 0);
        for (var i = LongestWord(text) > ShortName ? 0 : text.Length; i + 1 < text.Length; i++)
        {
            var isAmpersand = text[i..].StartsWith("&amp;");
            if (text[i] == '&' && text[i..].IndexOf(';') is > 0 and < 10 and var length) i += length;
            if (i + 1 >= text.Length) break;
            var (here, next) = (text[i], text[i + 1]);
            run = char.IsWhiteSpace(here) ? 0 : run + 1;
            if (char.IsWhiteSpace(next) || char.IsLowSurrogate(next)) continue;
            var isMark = run >= 4 && char.IsLetterOrDigit(next) && (isAmpersand || Marks.Contains(here, StringComparison.Ordinal));
            var isTooLong = run >= LongestPart && char.IsAscii(here) && char.IsAscii(next);
            if (!isMark && !(run >= 8 && char.IsLower(here) && char.IsUpper(next)) && !isTooLong) continue;
            result.Append(text[start..(i + 1)]).Append("<wbr>");
            (start, run) = (i + 1, 0);
        }
        result.Append(text[start..]);
    }

    private static int LongestWord(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in text.SplitAny(" \t\r\n")) longest = Math.Max(longest, word.End.GetOffset(text.Length) - word.Start.GetOffset(text.Length));
        return longest;
    }
}
