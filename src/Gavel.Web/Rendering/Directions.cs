using System.Text;

namespace Gavel.Web.Rendering;

/// <summary>Lists, tables and quotes in a script that runs from right to left have their marks and their first column on the right.</summary>
internal static class Directions
{
    private static readonly string[] Elements = ["ul", "ol", "dl", "table", "blockquote"];

    /// <param name="html">Clean: attributes have no angle brackets.</param>
    public static string In(string html)
    {
        if (!html.AsSpan().ContainsAnyInRange('\u0590', '\u08FF')) return html; // Hebrew to Arabic Extended-A
        var result = new StringBuilder(html.Length + 256);
        var done = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var rest = html.AsSpan(at + 1);
            foreach (var element in Elements)
            {
                if (!rest.StartsWith(element) || rest.Length == element.Length || rest[element.Length] is not ('>' or ' ')) continue;
                if (rest[..Math.Max(0, rest.IndexOf('>'))].Contains(" dir=", StringComparison.Ordinal)) break;
                var end = at + 1 + element.Length;
                result.Append(html, done, end - done).Append(" dir=\"auto\"");
                done = end;
                break;
            }
        }
        return result.Append(html, done, html.Length - done).ToString();
    }
}
