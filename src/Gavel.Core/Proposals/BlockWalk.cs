using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Proposals;

/// <summary>Goes through nested blocks without recursion: documents may nest ten thousand deep.</summary>
internal static class BlockWalk
{
    /// <summary>The blocks that hold no blocks, in the order of the text; lists, quotes, directives and footnotes are entered.</summary>
    public static IEnumerable<Block> Leaves(ImmutableArray<Block> blocks)
    {
        var open = new Stack<Block>(blocks.Length);
        Push(open, blocks);
        while (open.TryPop(out var block))
        {
            switch (block)
            {
                case Block.List list:
                    for (var i = list.Items.Length - 1; i >= 0; i--) Push(open, list.Items[i].Blocks);
                    break;
                case Block.Quote quote: Push(open, quote.Blocks); break;
                case Block.Directive { Blocks.IsEmpty: false } directive: Push(open, directive.Blocks); break;
                case Block.Footnote footnote: Push(open, footnote.Blocks); break;
                default: yield return block; break;
            }
        }
    }

    /// <summary>What a reader sees of a leaf, white space folded; empty for comments, rules and definitions of links.</summary>
    public static string TextOf(Block leaf) => leaf switch
    {
        Block.Paragraph paragraph => PlainText.Of(paragraph.Inlines),
        Block.NestedHeading heading => PlainText.Of(heading.Inlines),
        Block.Code code => PlainText.Fold(code.Text),
        Block.Table table => OfTable(table),
        Block.Directive directive => PlainText.Fold(directive.Argument),
        Block.Html html => PlainText.Fold(html.Text),
        Block.Fields fields => string.Join(' ', fields.Items.Select(f => $"{f.Name}: {f.Value}")),
        _ => "",
    };

    private static string OfTable(Block.Table table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells) text.Append(PlainText.Of(cell.Inlines)).Append(' ');
        }
        return PlainText.Fold(text.ToString());
    }

    private static void Push(Stack<Block> open, ImmutableArray<Block> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--) open.Push(blocks[i]);
    }
}

/// <summary>Counts words as a person would.</summary>
public static class WordCount
{
    /// <summary>Runs of characters between white space that have a letter or a digit in them.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) inWord = false;
            else if (!inWord && char.IsLetterOrDigit(c))
            {
                inWord = true;
                count++;
            }
        }
        return count;
    }

    /// <summary>The words of a section and all below it: prose, lists and tables; no code, comments or headings.</summary>
    public static int Of(Section section)
    {
        var count = 0;
        foreach (var part in section.SelfAndDescendants())
        {
            foreach (var leaf in BlockWalk.Leaves(part.Blocks))
            {
                if (leaf is Block.Paragraph or Block.Table or Block.NestedHeading or Block.Fields) count += Of(BlockWalk.TextOf(leaf));
            }
        }
        return count;
    }
}
