using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Flattens blocks into passages, comments among them, in the order of the text.</summary>
internal sealed class PassageReader(SourceText text, ImmutableArray<TextSpan> header)
{
    private const int DeepestNesting = 60;

    private readonly List<Passage> _passages = [];

    public static List<Passage> Read(SourceText text, ImmutableArray<TextSpan> header, ImmutableArray<Block> blocks)
    {
        var reader = new PassageReader(text, header);
        foreach (var block in blocks) reader.Add(block, depth: 0, inQuote: -1);
        return reader._passages;
    }

    private void Add(Block block, int depth, int inQuote)
    {
        if (depth > DeepestNesting || IsHeader(block.Span) && block is not Block.List and not Block.Paragraph) return;
        switch (block)
        {
            case Block.Paragraph paragraph: AddParagraph(paragraph, depth, inQuote); break;
            case Block.List list: AddList(list, depth); break;
            case Block.Comment comment: AddComment(comment.ContentSpan, comment.Span.Start, depth); break;
            case Block.Quote quote:
                foreach (var inner in quote.Blocks) Add(inner, depth + 1, inQuote < 0 ? quote.Span.Start : inQuote);
                break;
            case Block.Code code:
                if (code.Text.AsSpan().Trim().Length > 0)
                    _passages.Add(new Passage(PassageKind.Code, PlainText.Fold(code.Text), code.Span) { Language = code.Language, Block = code });
                break;
            case Block.Table table: AddTable(table); break;
            case Block.Directive directive:
                if (directive.Argument.Length > 0 && directive.Blocks.Length == 0) break;
                foreach (var inner in directive.Blocks) Add(inner, depth + 1, inQuote);
                break;
            case Block.NestedHeading heading:
                _passages.Add(new Passage(PassageKind.Heading, TemplateText.Of(heading.Inlines), heading.Span) { Level = heading.Level });
                break;
            case Block.Html html when html.Text.Contains("<!--", StringComparison.Ordinal): AddComment(html.Span, html.Span.Start, depth); break;
            case Block.Fields fields:
                foreach (var field in fields.Items)
                    _passages.Add(new Passage(PassageKind.Item, $"{field.Name}: {field.Value}", field.Span) { ListStart = fields.Span.Start, Lead = field.Name });
                break;
        }
    }

    private void AddParagraph(Block.Paragraph paragraph, int depth, int inQuote)
    {
        if (IsHeader(paragraph.Span)) return;
        AddInlineComments(paragraph.Inlines);
        var words = TemplateText.WithoutStrayMarks(TemplateText.Of(paragraph.Inlines));
        if (words.Length == 0) return;
        if (inQuote < 0 && AddBoldDirection(paragraph, words, depth)) return;
        var lead = TemplateText.WithoutStrayMarks(TemplateText.BoldLead(paragraph.Inlines));
        _passages.Add(new Passage(inQuote >= 0 ? PassageKind.Quote : PassageKind.Paragraph, words, paragraph.Span)
        {
            Depth = inQuote >= 0 ? 0 : depth,
            BlockStart = inQuote,
            IsItalic = TemplateText.IsItalic(paragraph.Inlines) || TemplateText.IsItalicAfterLead(paragraph.Inlines),
            Lead = words.StartsWith(lead, StringComparison.Ordinal) ? lead : "",
            Block = paragraph,
        });
    }

    // "See the discussion. **Then delete this sentence.**": the bold part goes, the rest stays.
    private bool AddBoldDirection(Block.Paragraph paragraph, string words, int depth)
    {
        if (paragraph.Inlines.OfType<Inline.Styled>().FirstOrDefault(s => s.Strength == 2 && Cues.DeleteWords.IsIn(TemplateText.Of(s.Children))) is not { } bold) return false;
        var direction = TemplateText.Of(bold.Children);
        var at = words.IndexOf(direction, StringComparison.Ordinal);
        var rest = at < 0 ? "" : string.Concat(words.AsSpan(0, at), words.AsSpan(at + direction.Length)).Trim();
        if (rest.Length == 0) return false;
        _passages.Add(new Passage(PassageKind.Paragraph, rest, paragraph.Span) { Depth = depth, IsKept = true });
        _passages.Add(new Passage(PassageKind.Paragraph, direction, bold.Span) { Depth = depth });
        return true;
    }

    private void AddList(Block.List list, int depth)
    {
        foreach (var item in list.Items)
        {
            if (item.Term is { } term)
            {
                _passages.Add(new Passage(PassageKind.Term, TemplateText.Of(term).TrimEnd(':', ' '), TextSpan.Between(item.Span.Start, term.Length > 0 ? term[^1].Span.End : item.Span.Start)) { ListStart = list.Span.Start, Depth = depth });
                foreach (var block in item.Blocks) Add(block, depth + 1, inQuote: -1);
                continue;
            }
            if (IsHeader(item.Span)) continue;
            var rest = item.Blocks;
            if (rest is [Block.Paragraph first, ..])
            {
                AddItem(list, item, first, depth);
                rest = rest.RemoveAt(0);
            }
            foreach (var block in rest) Add(block, depth + 1, inQuote: -1);
        }
    }

    private void AddItem(Block.List list, ListItem item, Block.Paragraph first, int depth)
    {
        AddInlineComments(first.Inlines);
        var words = TemplateText.Of(first.Inlines);
        if (words.Length == 0) return;
        _passages.Add(new Passage(PassageKind.Item, words, TextSpan.Between(item.Span.Start, first.Span.End))
        {
            Depth = depth,
            IsDone = item.IsDone,
            IsItalic = TemplateText.IsItalic(first.Inlines),
            Lead = TemplateText.BoldLead(first.Inlines),
            ListStart = list.Span.Start,
            Block = first,
        });
    }

    private void AddTable(Block.Table table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                var words = TemplateText.Of(cell.Inlines);
                if (words.Length > 0 && !IsHeader(cell.Span)) _passages.Add(new Passage(PassageKind.Cell, words, cell.Span) { Level = row.IsHeader ? 1 : 0, BlockStart = table.Span.Start, Block = table });
            }
        }
    }

    private void AddInlineComments(ImmutableArray<Inline> inlines)
    {
        foreach (var comment in TemplateText.CommentsIn(inlines))
        {
            var at = text.Chars.IndexOf(comment.Text, comment.Span.Start, comment.Span.Length, StringComparison.Ordinal);
            AddComment(at < 0 ? comment.Span : new TextSpan(at, comment.Text.Length), comment.Span.Start, depth: 0, isInline: true);
        }
    }

    private void AddComment(TextSpan content, int start, int depth, bool isInline = false)
    {
        foreach (var passage in LooseText.Read(text.Slice(content), content.Start))
        {
            var words = passage.Text.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal).Trim();
            if (words.StartsWith("- ", StringComparison.Ordinal)) words = words[2..];
            if (words.Length > 0) _passages.Add(passage with { Text = words, InComment = true, IsInline = isInline, BlockStart = start, Depth = passage.Depth + depth });
        }
    }

    private bool IsHeader(TextSpan span)
    {
        var at = header.BinarySearch(new TextSpan(span.Start, 0));
        if (at < 0) at = ~at;
        // Fields that share a row of a table have spans that overlap; a few steps back reach them all.
        for (var i = Math.Max(0, at - 8); i < header.Length && header[i].Start < span.End; i++)
            if (header[i].Overlaps(span)) return true;
        return false;
    }
}
