using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>What an author reads of a template's inlines: without markup, but with the placeholders that look like markup.</summary>
internal static class TemplateText
{
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return PlainText.Fold(text.ToString());
    }

    /// <summary>Without marks of an emphasis that was not closed: two or three before a word.</summary>
    public static string WithoutStrayMarks(string text)
    {
        var kept = new StringBuilder();
        var from = 0;
        for (int at = text.IndexOf("__", StringComparison.Ordinal), end; at >= 0; at = text.IndexOf("__", end, StringComparison.Ordinal))
        {
            end = at;
            while (end < text.Length && text[end] == '_') end++;
            if (end - at > 3 || end == text.Length || !char.IsLetter(text[end]) || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) continue;
            kept.Append(text, from, at - from);
            from = end;
        }
        return from == 0 ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The text behind its bold beginning is emphasised.</summary>
    public static bool IsItalicAfterLead(ImmutableArray<Inline> inlines)
    {
        var at = 0;
        while (at < inlines.Length && inlines[at] is Inline.Run run && string.IsNullOrWhiteSpace(run.Text)) at++;
        return at < inlines.Length && inlines[at] is Inline.Styled { Strength: 2 } && at + 1 < inlines.Length && IsItalic(inlines[(at + 1)..]);
    }

    /// <summary>The texts of the comments among inlines.</summary>
    public static IEnumerable<Inline.Comment> CommentsIn(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is Inline.Comment comment) yield return comment;
            else if (inline is Inline.Styled styled)
            {
                foreach (var inner in CommentsIn(styled.Children)) yield return inner;
            }
        }
    }

    /// <summary>All of the text, but for white space and closing marks, is emphasised.</summary>
    public static bool IsItalic(ImmutableArray<Inline> inlines)
    {
        var hasItalic = false;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Styled { Strength: 1 }: hasItalic = true; break;
                case Inline.Styled { Strength: 2 } strong when IsItalic(strong.Children): hasItalic = true; break;
                case Inline.Run run when run.Text.AsSpan().IndexOfAnyExcept(" .,:;!?*_\t|()\"") < 0: break;
                case Inline.LineBreak or Inline.Comment: break;
                default: return false;
            }
        }
        return hasItalic;
    }

    /// <summary>The bold words that a text begins with, without colon; empty when it begins otherwise.</summary>
    public static string BoldLead(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Run run when string.IsNullOrWhiteSpace(run.Text): continue;
                case Inline.Styled { Strength: 2 } strong: return Of(strong.Children).TrimEnd(':', ' ');
                case Inline.Styled { Strength: 1 } styled when styled.Children is [Inline.Styled { Strength: 2 } inner]: return Of(inner.Children).TrimEnd(':', ' ');
                default: return "";
            }
        }
        return "";
    }

    private static void Append(ImmutableArray<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Run run: text.Append(run.Text); break;
                case Inline.Code code: text.Append(code.Text); break;
                case Inline.Styled styled: Append(styled.Children, text); break;
                case Inline.Link { UnresolvedReference: not null } gap when gap.Span.Length > 0 && gap.Children.Length > 0:
                    var inner = Of(gap.Children);
                    text.Append(inner.StartsWith('[') ? inner : $"[{inner}]");
                    break;
                case Inline.Link link: Append(link.Children, text); break;
                case Inline.Html html when html.Text.Length > 2 && !html.Text.StartsWith("</", StringComparison.Ordinal) && !HtmlTags.IsTag(html.Text.AsSpan()[1..^1]): text.Append(html.Text); break;
                case Inline.LineBreak: text.Append(' '); break;
            }
        }
    }
}
