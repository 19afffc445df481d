using System.Collections.Immutable;
using Gavel.Core.Documents.Html;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Writes inlines as HTML. The reader bounds their nesting, so that recursion is safe.</summary>
internal sealed class InlineHtml(string source, HtmlBuilder output, RawHtml raw, FootnoteHtml notes, HtmlRequest request)
{
    private int _links;

    /// <param name="until">What of the last characters is not shown: an explicit id.</param>
    public void Write(ImmutableArray<Inline> inlines, string? until = null)
    {
        var outer = raw.Enter();
        for (var i = 0; i < inlines.Length; i++)
        {
            if (until is not null && i == inlines.Length - 1 && inlines[i] is Inline.Run run) output.Text(WithoutEnd(run.Text, until));
            else Write(inlines[i]);
        }
        raw.Leave(outer);
    }

    private static ReadOnlySpan<char> WithoutEnd(string text, string id) =>
        text.EndsWith($"{{#{id}}}", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - id.Length - 3).TrimEnd() : text;

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Inline.Run { IsFormula: true } formula: output.Formula(Dollars.Inner(formula.Text), Dollars.IsDisplay(formula.Text)); break;
            case Inline.Run run: output.Text(run.Text); break;
            case Inline.Code code: output.Markup("<code>").Text(code.Text).Markup("</code>"); break;
            case Inline.Styled styled: Styled(styled); break;
            case Inline.Link { IsImage: true } image: ImageHtml.Write(output, request, image.Target, PlainText.Of(image.Children), isInLink: _links > 0); break;
            case Inline.Link link: Link(link); break;
            case Inline.Html html: raw.Write(html.Text); break;
            case Inline.FootnoteReference note when _links == 0: notes.Refer(note.Label); break;
            case Inline.LineBreak line: output.Markup(line.IsHard ? "<br>\n" : "\n"); break;
        }
    }

    private void Styled(Inline.Styled styled)
    {
        var tag = styled.Strength switch { 1 => "em", 2 => "strong", _ => source[styled.Span.Start] == '~' ? "del" : "span" };
        output.Markup("<").Markup(tag).Markup(">");
        Write(styled.Children);
        output.Markup("</").Markup(tag).Markup(">");
    }

    private void Link(Inline.Link link)
    {
        // A link in a link is its words.
        if (_links > 0 || request.Link(link.Target) is not { Length: > 0 } address || !SafeAddress.Is(address))
        {
            if (link.UnresolvedReference is { } label && _links == 0)
            {
                output.Markup("<span class=\"problem\">");
                Write(link.Children);
                output.Markup("</span>[").Text(label).Markup("]");
            }
            else Write(link.Children);
            return;
        }
        output.Markup("<a").Attribute("href", address);
        if (SafeAddress.IsOutside(address)) output.Markup(" rel=\"nofollow noopener\"");
        output.Markup(">");
        _links++;
        var before = output.Length;
        Write(link.Children);
        if (output.Length == before) output.Text(address);
        _links--;
        output.Markup("</a>");
    }
}
