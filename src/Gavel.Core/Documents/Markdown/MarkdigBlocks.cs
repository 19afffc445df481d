using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>A block at the top of the document. <paramref name="Offset"/> is added to Markdig's offsets to get those of the whole text.</summary>
internal sealed record TopBlock(Markdig.Syntax.Block Node, int Offset)
{
    /// <summary>Of a paragraph behind link definitions: where the paragraph itself begins.</summary>
    public int Start => Offset + (Node is ParagraphBlock { Lines.Count: > 0 } paragraph ? paragraph.Lines.Lines[0].Slice.Start : Node.Span.Start);
}

/// <summary>
/// Lets Markdig find the blocks. A long text is given to it in windows that begin where a block begins: some of its steps (underlined headings,
/// link definitions) grow with the square of the blocks that one call holds.
/// </summary>
internal static class MarkdigBlocks
{
    /// <summary>More than <see cref="SourceGuard"/> lets through.</summary>
    private const int MaxNesting = 512;

    /// <summary>Characters.</summary>
    private const int Window = 12_288;
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    // A container goes before a definition that stands in it.
    private static readonly Comparer<TopBlock> ByStart = Comparer<TopBlock>.Create(static (x, y) =>
        x.Start != y.Start ? x.Start.CompareTo(y.Start) : (x.Node is LinkReferenceDefinition).CompareTo(y.Node is LinkReferenceDefinition));

    /// <summary>Top blocks and definitions in the order of the text.</summary>
    public static List<TopBlock> Parse(string text)
    {
        var found = new List<TopBlock>();
        var start = 0;
        var size = Window;
        while (start < text.Length)
        {
            var end = text.Length - start <= size * 2 ? text.Length : LineStartAfter(text, start + size);
            var window = start == 0 && end == text.Length ? text : text[start..end];
            var kept = found.Count;
            Collect(Markdig.Parsers.MarkdownParser.Parse(window, Pipeline), start, found);
            if (end == text.Length) break;
            if (found.Count == kept)
            {
                start = end; // nothing but empty lines
                continue;
            }
            // The last block may go on behind the window: it is read again from its start.
            var last = Lines.StartOf(text, found[^1].Start);
            if (last <= start || found.Count - kept < 2)
            {
                found.RemoveRange(kept, found.Count - kept);
                size = Math.Max(size, end - start) * 2;
                continue;
            }
            while (found.Count > kept && found[^1].Start >= last) found.RemoveAt(found.Count - 1);
            start = last;
            size = Window;
        }
        return found;
    }

    private static void Collect(MarkdownDocument document, int offset, List<TopBlock> found)
    {
        var from = found.Count;
        var hasDefinitions = false;
        foreach (var block in document)
        {
            if (block is LinkReferenceDefinitionGroup group)
            {
                foreach (var definition in group) found.Add(new TopBlock(definition, offset));
                hasDefinitions = true;
            }
            else if (block is not FootnoteGroup) found.Add(new TopBlock(block, offset));
        }
        if (hasDefinitions) found.Sort(from, found.Count - from, ByStart);
    }

    private static int LineStartAfter(string text, int at) => Lines.AfterEnd(text, Lines.EndOf(text, at));

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = MaxNesting };
        builder.UseFootnotes();
        builder.InlineParsers.Clear();
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += static (_, block) =>
            {
                if (block is LeafBlock leaf) leaf.ProcessInlines = false;
            };
        }
        return builder.Build();
    }
}
