using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>
/// A stretch of lines seen from a column on: the content of a list item, a quote, a table cell. Nothing is copied; the columns before are cut
/// off by looking. The first line may begin at a column of its own, after its marker.
/// </summary>
/// <param name="Lines">The lines of which this is a part.</param>
/// <param name="From">The first line, an index from 0.</param>
/// <param name="To">The line after the last.</param>
/// <param name="Indent">The column, from the start of each line, where the block begins.</param>
/// <param name="FirstIndent">The same for the first line.</param>
/// <param name="Right">The column where the block ends (in a table cell); else <see cref="int.MaxValue"/>.</param>
internal readonly record struct Block(LineTable Lines, int From, int To, int Indent, int FirstIndent, int Right)
{
    public Block(LineTable lines)
        : this(lines, 0, lines.Count, 0, 0, int.MaxValue)
    {
    }

    public bool IsEmpty => From >= To;

    /// <summary>The offset where the line begins in this block.</summary>
    public int StartOf(int line) => Math.Min(Lines.Starts[line] + (line == From ? FirstIndent : Indent), EndOf(line));

    /// <summary>The offset where the line ends, trailing white space outside.</summary>
    public int EndOf(int line)
    {
        var end = Lines.Ends[line];
        if (Right == int.MaxValue) return end;
        var start = Lines.Starts[line];
        if (end - start <= Right) return end;
        end = start + Right;
        while (end > start && char.IsWhiteSpace(Lines.Text[end - 1])) end--;
        return end;
    }

    public ReadOnlySpan<char> Line(int line)
    {
        var start = StartOf(line);
        return Lines.Text.AsSpan(start, EndOf(line) - start);
    }

    public bool IsBlank(int line)
    {
        var first = Lines.FirstNonBlanks[line];
        if (first >= Lines.Ends[line]) return true;
        return Right == int.MaxValue && first >= StartOf(line) ? false : Line(line).IsWhiteSpace();
    }

    /// <summary>How far the line is indented in this block; -1 for a blank line.</summary>
    public int IndentOf(int line)
    {
        var start = StartOf(line);
        var end = EndOf(line);
        var first = Lines.FirstNonBlanks[line];
        if (first < start)
        {
            first = start;
            while (first < end && char.IsWhiteSpace(Lines.Text[first])) first++;
        }

        return first >= end ? -1 : first - start;
    }

    public int NumberOf(int line) => Lines.Number(line);

    /// <summary>A part of this block, <paramref name="indent"/> columns further in.</summary>
    public Block Part(int from, int to, int indent = 0, int firstIndent = -1) => new(
        Lines,
        from,
        to,
        Indent + indent,
        (from == From ? FirstIndent : Indent) + (firstIndent < 0 ? indent : firstIndent),
        Right);

    public Block WithoutBlankTop()
    {
        var from = From;
        while (from < To && IsBlank(from)) from++;
        return from == From ? this : Part(from, To);
    }

    public Block WithoutBlankEnd()
    {
        var to = To;
        while (to > From && IsBlank(to - 1)) to--;
        return this with { To = to };
    }

    /// <summary>The lines with LF between.</summary>
    public string Text()
    {
        if (IsEmpty) return "";
        if (To - From == 1) return Line(From).ToString();
        var text = new StringBuilder();
        for (var i = From; i < To; i++)
        {
            if (i > From) text.Append('\n');
            text.Append(Line(i));
        }

        return text.ToString();
    }

    /// <summary>The place of the block in the original, from the first character of its first line to the end of its last that is not blank.</summary>
    public Tree.RstSpan Span()
    {
        if (IsEmpty) return default;
        var last = To - 1;
        while (last > From && IsBlank(last)) last--;
        return Tree.RstSpan.FromBounds(Lines.ToOriginal(StartOf(From)), Lines.ToOriginal(EndOf(last)));
    }

    public Tree.RstSpan SpanOf(int line) => Tree.RstSpan.FromBounds(Lines.ToOriginal(StartOf(line)), Lines.ToOriginal(EndOf(line)));
}
