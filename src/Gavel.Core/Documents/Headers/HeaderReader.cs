using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>
/// Finds the header fields of a document in the blocks before the first section: lists, paragraphs, tables, preambles.
/// It goes by shape alone (short keys, several of them, right below the title), so that ordinary prose is no header. For both syntaxes.
/// </summary>
internal static class HeaderReader
{
    /// <param name="frontMatter">Fields that the front end has found already; they stay first.</param>
    public static (ImmutableArray<HeaderField> Fields, Heading? Title) Read(SourceText text, Section root, ImmutableArray<HeaderField> frontMatter)
    {
        var fields = ImmutableArray.CreateBuilder<HeaderField>();
        fields.AddRange(frontMatter);
        ReadZone(text, root.Blocks, isStart: frontMatter.IsEmpty && root.Blocks.Length > 0, fields);
        var before = fields.Count - frontMatter.Length;

        var first = root.Children.Length > 0 ? root.Children[0] : null;
        if (first is null) return (fields.DrainToImmutable(), null);
        var below = ImmutableArray.CreateBuilder<HeaderField>();
        ReadZone(text, first.Blocks, isStart: false, below);
        if (HeaderWords.IsHeaderSection(first.Heading!.Text) && root.Children.Length > 1 || !DocumentTitle.Is(root, IsTitled(frontMatter), fieldsBefore: before, fieldsBelow: below.Count))
        {
            // The first section may hold nothing but the header: "## Preamble" over a fence.
            if (fields.Count == 0 && first.Blocks is [Block.Code code, ..]) Preamble.Read(text, code.ContentSpan, fields);
            if (fields.Count == 0) ReadHeaderSection(text, first, fields);
            return (fields.DrainToImmutable(), null);
        }
        fields.AddRange(below);
        if (first.Children.Length > 0) ReadHeaderSection(text, first.Children[0], fields);
        return (fields.DrainToImmutable(), first.Heading);
    }

    // "## Metadata" over a list or a table; "## Status" where a field of that list has the section's name.
    private static void ReadHeaderSection(SourceText text, Section section, ImmutableArray<HeaderField>.Builder fields)
    {
        var title = section.Heading!.Text;
        var isHeader = HeaderWords.IsHeaderSection(title);
        if (!isHeader && !HeaderWords.IsStatusSection(title)) return;
        var found = ImmutableArray.CreateBuilder<HeaderField>();
        ReadZone(text, section.Blocks, isStart: false, found, isOnlyHeader: isHeader);
        if (found.Count >= 2 && (isHeader || found.Any(f => f.Name.Equals(title, StringComparison.OrdinalIgnoreCase) || f.Style is HeaderStyle.BoldList or HeaderStyle.PlainList && HeaderWords.IsStatusSection(f.Name)))) fields.AddRange(found);
    }

    // "> **Status**: Draft" with another field at least: one alone is a remark.
    private static void ReadQuote(SourceText text, Block.Quote quote, ImmutableArray<HeaderField>.Builder fields)
    {
        var found = ImmutableArray.CreateBuilder<HeaderField>();
        foreach (var block in quote.Blocks)
        {
            if (block is Block.Paragraph paragraph) ParagraphFields.Read(text, paragraph.Inlines, HeaderStyle.PlainParagraph, isBelowTitle: true, found);
            else if (block is Block.List list) ListFields.Read(text, list, isBelowTitle: true, found);
            else return;
        }
        if (found.Count >= 2) fields.AddRange(found);
    }

    // "#Title" is no heading (CommonMark 0.31, 4.2), though its author meant one.
    private static bool IsTitleWithoutSpace(ReadOnlySpan<char> paragraph) => paragraph is ['#', var next, ..] && char.IsLetter(next);

    private static int RowOfBareLines(SourceText text, ImmutableArray<Block> blocks, int from)
    {
        var end = from;
        while (end < blocks.Length && ParagraphFields.IsBareLine(text, blocks[end])) end++;
        return end - from;
    }

    private static bool IsTitled(ImmutableArray<HeaderField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Name.Equals("title", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <param name="isStart">The first block is the first of the file: a preamble may stand there.</param>
    /// <param name="isOnlyHeader">The section holds the header and nothing else: a key is a field, whatever its value is.</param>
    private static void ReadZone(SourceText text, ImmutableArray<Block> blocks, bool isStart, ImmutableArray<HeaderField>.Builder fields, bool isOnlyHeader = false)
    {
        var prose = 0;
        var isFirst = true;
        var bareUntil = 0; // the end of a row of paragraphs that are bold keys without a colon
        var directives = new List<HeaderField>();
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            var before = fields.Count;
            switch (block)
            {
                case Block.Comment or Block.Rule: continue;
                case Block.List list:
                    ListFields.Read(text, list, isBelowTitle: prose == 0, fields);
                    break;
                case Block.Paragraph paragraph:
                    if (prose == 0 && i >= bareUntil && RowOfBareLines(text, blocks, i) is >= ParagraphFields.FewestBare and var row) bareUntil = i + row;
                    ParagraphFields.Read(text, paragraph.Inlines, isStart && isFirst ? HeaderStyle.Preamble : HeaderStyle.PlainParagraph, isBelowTitle: prose == 0, fields, i < bareUntil ? 1 : ParagraphFields.FewestBare);
                    if (isOnlyHeader && fields.Count == before) ParagraphFields.ReadWhole(text, paragraph.Inlines, fields);
                    break;
                case Block.Table table when prose <= 1:
                    TableFields.Read(text, table, isBelowTitle: prose == 0, fields);
                    break;
                case Block.Directive { Blocks: [Block.Table table] } when prose <= 1:
                    TableFields.Read(text, table, isBelowTitle: prose == 0, fields);
                    break;
                case Block.Quote quote when prose == 0 && fields.Count == 0:
                    ReadQuote(text, quote, fields);
                    break;
                case Block.Code code when isFirst:
                    Preamble.Read(text, code.ContentSpan, fields);
                    break;
                case Block.Fields list:
                    fields.AddRange(list.Items);
                    break;
                case Block.Directive directive when DirectiveFields.Of(text, directive) is { } field:
                    directives.Add(field);
                    continue;
                case Block.Html html when prose == 0:
                    HtmlFields.Read(text, html, isFirst, fields);
                    break;
                default:
                    break;
            }
            isFirst = false;
            if (fields.Count == before + 1 && block is Block.Paragraph && fields[^1].Value.Length == 0 && i + 1 < blocks.Length && blocks[i + 1] is Block.List values && ListFields.Below(fields[^1], values) is { } whole)
            {
                fields[^1] = whole;
                i++;
            }
            if (fields.Count == before && block is Block.Paragraph && !(isStart && i == 0 && IsTitleWithoutSpace(text.Slice(block.Span)))) prose++;
        }
        if (directives.Count >= 2) fields.AddRange(directives);
    }
}
