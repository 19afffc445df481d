using System.Net;
using System.Text;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>Elements of MathML Core as text.</summary>
internal static class MathMarkup
{
    public static string Identifier(string text) => $"<mi>{Escape(text)}</mi>";

    /// <summary>One letter that is not slanted, or a word.</summary>
    public static string Upright(string text, string style = "") => $"<mi{(text.Length == 1 ? " mathvariant=\"normal\"" : "")}{Class(style)}>{Escape(text)}</mi>";

    public static string Number(string text, string style = "") => $"<mn{Class(style)}>{Escape(text)}</mn>";

    public static string Operator(string text, string attributes = "") => $"<mo{attributes}>{Escape(text)}</mo>";

    // Spaces at the ends count: "x if y".
    public static string Text(string text, string style = "") => $"<mtext{Class(style)}>{Escape(text.Replace("  ", " ", StringComparison.Ordinal).Replace(' ', '\u00a0'))}</mtext>";

    public static string Space(string ems) => $"<mspace width=\"{ems}em\"></mspace>";

    public static string Row(string content) => $"<mrow>{content}</mrow>";

    public static string Wrap(string element, params ReadOnlySpan<string> children) => $"<{element}>{string.Concat(children)}</{element}>";

    /// <param name="rows">Of cells.</param>
    public static string Table(IEnumerable<IEnumerable<string>> rows, string style)
    {
        var text = new StringBuilder("<mtable").Append(style.Length > 0 ? $" class=\"{style}\"" : "").Append('>');
        foreach (var row in rows)
        {
            text.Append("<mtr>");
            foreach (var cell in row) text.Append("<mtd>").Append(cell).Append("</mtd>");
            text.Append("</mtr>");
        }
        return text.Append("</mtable>").ToString();
    }

    private static string Class(string style) => style.Length == 0 ? "" : $" class=\"{style}\"";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
