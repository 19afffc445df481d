using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Searching;

/// <summary>The readable texts of blocks, each where it begins: paragraphs, list terms, rows of tables, code. Comments and definitions of links are none.</summary>
internal static class BlockTexts
{
    /// <summary>Does not recurse into blocks: they may nest ten thousand deep.</summary>
    public static IEnumerable<(TextSpan Span, string Text, bool IsCode)> Of(ImmutableArray<Block> blocks)
    {
        var open = new Stack<object>();
        var seen = new StringBuilder();
        var inner = new Stack<Inline>();
        Push(open, blocks);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case ValueTuple<TextSpan, string> term: yield return (term.Item1, term.Item2, false); break;
                case Block.Paragraph paragraph: yield return (paragraph.Span, Visible(paragraph.Inlines, seen, inner), false); break;
                case Block.NestedHeading heading: yield return (heading.Span, Visible(heading.Inlines, seen, inner), false); break;
                case Block.Code code: yield return (code.ContentSpan, code.Text, true); break;
                case Block.Html html: yield return (html.Span, WithoutTags(html.Text), false); break;
                case Block.Table table:
                    foreach (var row in table.Rows) yield return (row.Span, string.Join("  ", row.Cells.Select(c => Visible(c.Inlines, seen, inner))), false);
                    break;
                case Block.Fields fields:
                    foreach (var field in fields.Items) yield return (field.Span, $"{field.Name}: {field.Value}", false);
                    break;
                case Block.List list:
                    for (var i = list.Items.Length - 1; i >= 0; i--)
                    {
                        Push(open, list.Items[i].Blocks);
                        if (list.Items[i].Term is { } term) open.Push((list.Items[i].Span, Visible(term, seen, inner)));
                    }
                    break;
                case Block.Quote quote: Push(open, quote.Blocks); break;
                case Block.Footnote footnote: Push(open, footnote.Blocks); break;
                case Block.Directive directive:
                    Push(open, directive.Blocks);
                    if (directive.Argument.Length > 0) open.Push((directive.Span, directive.Argument));
                    break;
            }
        }
    }

    /// <summary>What a reader sees, line ends kept: a line of it is a line of the file.</summary>
    private static string Visible(ImmutableArray<Inline> inlines, StringBuilder text, Stack<Inline> open)
    {
        if (inlines is [Inline.Run only]) return only.Text;
        text.Clear();
        for (var i = inlines.Length - 1; i >= 0; i--) open.Push(inlines[i]);
        while (open.TryPop(out var inline))
        {
            switch (inline)
            {
                case Inline.Run run: text.Append(run.Text); break;
                case Inline.Code code: text.Append(code.Text); break;
                case Inline.LineBreak: text.Append('\n'); break;
                case Inline.Styled styled:
                    for (var i = styled.Children.Length - 1; i >= 0; i--) open.Push(styled.Children[i]);
                    break;
                case Inline.Link link:
                    for (var i = link.Children.Length - 1; i >= 0; i--) open.Push(link.Children[i]);
                    break;
            }
        }
        return text.ToString();
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0) break;
            text.Append(html, at, open - at);
            foreach (var c in html.AsSpan(open, close - open)) text.Append(c == '\n' ? '\n' : ' ');
            at = close + 1;
        }
        return text.Append(html, at, html.Length - at).ToString();
    }

    private static void Push(Stack<object> open, ImmutableArray<Block> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--) open.Push(blocks[i]);
    }
}
