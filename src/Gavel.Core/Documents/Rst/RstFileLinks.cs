using Gavel.Core.Documents.Html;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Writes links to other files: what <c>toctree</c> lists and <c>include</c> names, and the role <c>doc</c>.</summary>
internal sealed class RstFileLinks(SourceText text, RstDocument parsed, HtmlRequest request)
{
    public string List(DirectiveText directive, TextSpan span)
    {
        var output = new HtmlBuilder(text.Lines);
        output.Block("<ul class=\"toctree\"", span).Markup(">\n");
        foreach (var line in parsed.Text.Substring(directive.Content.Start, directive.Content.Length).Split('\n'))
        {
            var entry = line.Trim();
            if (entry.Length == 0 || entry.Contains('*', StringComparison.Ordinal)) continue;
            var open = entry.EndsWith('>') ? entry.LastIndexOf('<') : -1;
            var (title, target) = open > 0 ? (entry[..open].Trim(), entry[(open + 1)..^1].Trim()) : (entry, entry);
            output.Markup("<li>");
            Linked(output, open > 0 ? title : request.TitleOf(target) ?? title, target);
            output.Markup("</li>\n");
        }
        return output.Markup("</ul>\n").ToString();
    }

    public string To(string target, TextSpan span)
    {
        var output = new HtmlBuilder(text.Lines);
        output.Block("<p class=\"file-link\"", span).Markup(">");
        Linked(output, target, target);
        return output.Markup("</p>\n").ToString();
    }

    public string ToDocument(RstElement role, string target)
    {
        var words = role.InnerText;
        if (words == target) words = request.TitleOf(target) ?? target[(target.TrimEnd('/').LastIndexOf('/') + 1)..];
        var output = new HtmlBuilder(text.Lines);
        Linked(output, words, target);
        return output.ToString();
    }

    private void Linked(HtmlBuilder output, string title, string target)
    {
        var address = request.Link(target);
        var isLink = address is not null && SafeAddress.Is(address) && (address != target || SafeAddress.IsOutside(target)); // else nobody knows the file
        if (isLink) output.Markup("<a").Attribute("href", address!).Markup(">");
        output.Text(title);
        if (isLink) output.Markup("</a>");
    }
}
