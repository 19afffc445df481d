using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>A block that is being read: where the reader stands and into which element it puts what it finds.</summary>
internal sealed class Frame(Block block, RstElement parent, bool matchTitles)
{
    private int? _textEnd;

    public Block Block { get; } = block;

    public RstElement Parent { get; set; } = parent;

    /// <summary>Whether section titles and transitions may stand here.</summary>
    public bool MatchTitles { get; } = matchTitles;

    /// <summary>The line to read next.</summary>
    public int Line { get; set; } = block.From;

    /// <summary>For the frame of the whole document: learns how far it has read, as messages about names cite that line.</summary>
    public ParseState? Watcher { get; init; }

    public bool AtEnd => Line >= Block.To;

    /// <summary>Where the text of the block ends in the original.</summary>
    public int TextEnd => _textEnd ??= Block.Span().End;

    public int Number => Block.NumberOf(Line);

    public bool IsBlankOrEnd(int line) => line >= Block.To || Block.IsBlank(line);

    /// <summary>
    /// The lines from <paramref name="start"/> on that are indented. With <paramref name="blockIndent"/> they must be indented that far; without it
    /// the least indentation is cut off. With <paramref name="firstIndent"/> the first line belongs to the block whatever its indentation.
    /// </summary>
    public Indented Indented(int start, int blockIndent = -1, int firstIndent = -1, bool untilBlank = false, bool strip = true)
    {
        var indent = blockIndent;
        if (blockIndent >= 0 && firstIndent < 0) firstIndent = blockIndent;
        var end = firstIndent >= 0 ? start + 1 : start;
        var blankFinish = true;
        for (; end < Block.To; end++)
        {
            var lineIndent = Block.IndentOf(end);
            if (lineIndent < 0)
            {
                if (untilBlank) break;
                continue;
            }

            if (Block.Lines.Text[Block.StartOf(end)] != ' ' || lineIndent < blockIndent)
            {
                blankFinish = end > start && Block.IsBlank(end - 1);
                break;
            }

            if (blockIndent < 0) indent = indent < 0 ? lineIndent : Math.Min(indent, lineIndent);
        }

        Watcher?.ReachedRootLine(Block.NumberOf(Math.Max(end - 1, start)));
        var cut = strip && indent > 0 ? indent : 0;
        var content = Block.Part(start, end, cut, firstIndent >= 0 ? firstIndent : cut);
        return new Indented(content, Math.Max(indent, 0), end, blankFinish);
    }
}

/// <summary>Lines that <see cref="Frame.Indented"/> found.</summary>
/// <param name="Content">The lines without the indentation.</param>
/// <param name="Indent">How many columns were cut off.</param>
/// <param name="End">The line after the last.</param>
/// <param name="BlankFinish">Whether a blank line or the end of the block follows.</param>
internal readonly record struct Indented(Block Content, int Indent, int End, bool BlankFinish);
