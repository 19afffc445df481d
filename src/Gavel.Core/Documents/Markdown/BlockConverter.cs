using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gavel.Core.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Syntax = Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Turns Markdig's blocks into ours. Spans are taken anew from the source lines.</summary>
internal sealed class BlockConverter(string source)
{
    private readonly LinkTargets _targets = new();
    private readonly List<TextSpan> _lines = [];
    private InlineParser? _inlines;
    private int _offset;

    /// <summary>Comments that no mark closes.</summary>
    public List<TextSpan> UnclosedComments { get; } = [];

    /// <summary>Marks within comments that their author took for the end.</summary>
    public List<TextSpan> WronglyClosedComments { get; } = [];

    public void Convert(List<TopBlock> blocks, SectionTree tree)
    {
        foreach (var top in blocks)
        {
            if (top.Node is not LinkReferenceDefinition definition) continue;
            _offset = top.Offset;
            if (definition is FootnoteLinkReferenceDefinition note) _targets.AddFootnote((note.Label ?? "").TrimStart('^'));
            else _targets.Add(definition.Label ?? "", definition.Url ?? "", TargetSpanOf(definition));
        }
        _inlines = new InlineParser(source, _targets);
        var covered = 0;
        foreach (var top in blocks)
        {
            _offset = top.Offset;
            if (top.Node is HeadingBlock heading)
            {
                var made = HeadingOf(heading);
                tree.Add(made);
                covered = made.Span.End;
                continue;
            }
            // Definitions inside of a container are known to the references, but stand in no block of their own.
            if (top.Node is LinkReferenceDefinition && top.Start < covered) continue;
            foreach (var made in Blocks(top.Node))
            {
                tree.Add(made);
                covered = Math.Max(covered, made.Span.End);
            }
        }
    }

    private TextSpan TargetSpanOf(LinkReferenceDefinition definition)
    {
        var (start, end) = (definition.UrlSpan.Start + _offset, definition.UrlSpan.End + _offset + 1);
        if (start < 0 || end > source.Length || end < start) return new TextSpan(Math.Clamp(definition.Span.Start + _offset, 0, source.Length), 0);
        if (end - start >= 2 && source[start] == '<' && source[end - 1] == '>') (start, end) = (start + 1, end - 1);
        return TextSpan.Between(start, end);
    }

    private Block.LinkDefinition DefinitionOf(LinkReferenceDefinition definition) =>
        new(TextSpan.Between(definition.Span.Start + _offset, Lines.EndOf(source, definition.Span.End + _offset)), definition.Label ?? "", definition.Url ?? "", TargetSpanOf(definition));

    private Block.Footnote FootnoteOf(FootnoteLinkReferenceDefinition note)
    {
        var blocks = Children(note.Footnote);
        var end = Lines.EndOf(source, note.Span.End + _offset);
        if (blocks.Length > 0) end = Math.Max(end, blocks[^1].Span.End);
        return new Block.Footnote(TextSpan.Between(note.Span.Start + _offset, end), (note.Label ?? "").TrimStart('^'), blocks);
    }

    private ImmutableArray<Block> Children(ContainerBlock container)
    {
        var result = ImmutableArray.CreateBuilder<Block>(container.Count);
        foreach (var child in container)
        {
            if (child is LinkReferenceDefinitionGroup or FootnoteGroup) continue;
            foreach (var made in Blocks(child)) result.Add(made);
        }
        return result.DrainToImmutable();
    }

    private ImmutableArray<Block> Blocks(Syntax.Block block) => block switch
    {
        ParagraphBlock paragraph => ParagraphsOf(paragraph),
        HeadingBlock heading => [NestedHeadingOf(heading)],
        FencedCodeBlock fenced => [CodeBlocks.Fenced(source, _offset, fenced)],
        CodeBlock code => CodeBlocks.Indented(source, _offset, code) is { } made ? [made] : [],
        HtmlBlock { Type: HtmlBlockType.NonInterruptingBlock, Lines.Count: > 0 } html when !HtmlNames.IsMarkup(html.Lines.Lines[0].Slice.AsSpan().TrimStart()) => ParagraphsOf(html),
        HtmlBlock html => CommentsAndHtml(html),
        FootnoteLinkReferenceDefinition note => [FootnoteOf(note)],
        LinkReferenceDefinition definition => [DefinitionOf(definition)],
        ThematicBreakBlock rule => [new Block.Rule(TextSpan.Between(rule.Span.Start + _offset, Lines.EndOf(source, rule.Span.Start + _offset)))],
        ListBlock list => [ListOf(list)],
        QuoteBlock quote => [QuoteOf(quote)],
        _ => [],
    };

    private ImmutableArray<Block> CommentsAndHtml(HtmlBlock html)
    {
        var parts = HtmlParts.Split(source, _offset, html, UnclosedComments);
        foreach (var part in parts)
        {
            if (part is not Block.Comment comment) continue;
            var at = source.AsSpan(comment.ContentSpan.Start, comment.ContentSpan.Length).IndexOf("--!>");
            if (at >= 0) WronglyClosedComments.Add(new TextSpan(comment.ContentSpan.Start + at, 4));
        }
        return parts;
    }

    private Block.Quote QuoteOf(QuoteBlock quote)
    {
        var blocks = Children(quote);
        var end = Lines.EndOf(source, Math.Max(quote.Span.Start + _offset, quote.Span.End + _offset));
        if (blocks.Length > 0) end = Math.Max(end, blocks[^1].Span.End);
        return new Block.Quote(TextSpan.Between(quote.Span.Start + _offset, end), blocks);
    }

    private Block.List ListOf(ListBlock list)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Count);
        foreach (var child in list)
        {
            if (child is ListItemBlock item) items.Add(ItemOf(item));
        }
        var span = items.Count == 0
            ? TextSpan.Between(list.Span.Start + _offset, Lines.EndOf(source, list.Span.Start + _offset))
            : TextSpan.Between(items[0].Span.Start, items[^1].Span.End);
        return new Block.List(span, list.IsOrdered ? ListKind.Ordered : ListKind.Bullet, items.DrainToImmutable());
    }

    private ListItem ItemOf(ListItemBlock item)
    {
        var start = item.Span.Start + _offset;
        var markerEnd = start;
        while (markerEnd < source.Length && char.IsAsciiDigit(source[markerEnd])) markerEnd++;
        markerEnd = Math.Min(markerEnd + 1, source.Length);
        bool? isDone = null;
        if (item.Count > 0 && item[0] is ParagraphBlock { Lines.Count: > 0 } first)
        {
            ref var slice = ref first.Lines.Lines[0].Slice;
            if (TaskBox(slice.Start + _offset, Lines.EndOf(source, slice.Start + _offset)) is { } box)
            {
                isDone = box;
                slice.Start += 4;
            }
        }
        var blocks = Children(item);
        var end = blocks.Length > 0 ? blocks[^1].Span.End : Lines.EndOf(source, start);
        return new ListItem(TextSpan.Between(start, end), TextSpan.Between(start, markerEnd), Term: null, isDone, blocks);
    }

    private bool? TaskBox(int at, int end)
    {
        if (end - at < 5 || source[at] != '[' || source[at + 2] != ']' || source[at + 3] is not (' ' or '\t')) return null;
        return source[at + 1] switch { ' ' => false, 'x' or 'X' => true, _ => null };
    }

    private ImmutableArray<Block> ParagraphsOf(LeafBlock paragraph)
    {
        var lines = LinesOf(paragraph);
        while (lines.Length > 0 && lines[^1].IsEmpty) lines = lines[..^1];
        if (lines.IsEmpty) return [];
        return PipeTables.FindDelimiterRow(source, lines) is { } row
            ? PipeTables.Split(source, lines, row, _inlines!)
            : [ParagraphOf(source, lines, _inlines!)];
    }

    public static Block.Paragraph ParagraphOf(string source, ReadOnlySpan<TextSpan> lines, InlineParser inlines) =>
        new(TextSpan.Between(lines[0].Start, lines[^1].End), inlines.Parse(lines));

    /// <summary>The lines of a leaf without the marks of its containers and without indentation. Holds until the next call.</summary>
    private ReadOnlySpan<TextSpan> LinesOf(LeafBlock leaf)
    {
        _lines.Clear();
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var slice = leaf.Lines.Lines[i].Slice;
            var start = Lines.StartOf(source, _offset, leaf, i);
            var end = leaf is HeadingBlock { IsSetext: false } ? Math.Max(slice.End + 1 + _offset, start) : Lines.EndOf(source, start);
            while (start < end && source[start] is ' ' or '\t') start++;
            _lines.Add(TextSpan.Between(start, end));
        }
        return CollectionsMarshal.AsSpan(_lines);
    }

    private Heading HeadingOf(HeadingBlock block)
    {
        var lines = LinesOf(block);
        var start = Math.Clamp(block.Span.Start + _offset, 0, source.Length);
        var span = TextSpan.Between(start, Lines.EndOf(source, Math.Max(start, block.Span.End + _offset)));
        var style = block.IsSetext ? HeadingStyle.Setext : HeadingStyle.Atx;
        var adornment = block.IsSetext ? block.Level == 1 ? '=' : '-' : '#';
        if (lines.IsEmpty || lines[0].IsEmpty)
            return new Heading(span, new TextSpan(Math.Min(start + block.Level, span.End), 0), "", block.Level, style, adornment, []);
        var textSpan = Lines.Trim(source, lines[0].Start, lines[^1].End);
        var inlines = _inlines!.Parse(lines);
        return new Heading(span, textSpan, ExplicitId.Without(PlainText.Of(inlines)), block.Level, style, adornment, inlines);
    }

    private Block.NestedHeading NestedHeadingOf(HeadingBlock block)
    {
        var heading = HeadingOf(block);
        return new Block.NestedHeading(heading.Span, heading.Level, heading.Inlines);
    }
}
