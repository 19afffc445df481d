using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Line blocks: each line kept, the indentation shown by nesting.</summary>
internal sealed class LineBlockParser(ParseState state)
{
    private const int MaxNesting = 60;

    public bool Read(Frame frame, ReadOnlySpan<char> line)
    {
        if (Markers.LineBlock(line) == 0) return false;
        var block = new RstElement(RstKind.LineBlock) { Line = frame.Number };
        var first = frame.Number;
        var parent = frame.Parent;
        parent.Add(block);
        var lines = new List<(RstElement Line, int Indent)>();
        var blankFinish = One(frame, lines, parent, parent);
        while (!blankFinish && !frame.AtEnd && Markers.LineBlock(frame.Block.Line(frame.Line)) > 0)
        {
            blankFinish = One(frame, lines, parent, block);
        }

        if (!blankFinish)
        {
            parent.Add(state.Document.Report(RstSeverity.Warning, "Line block ends without a blank line.", first + 1, Warnings.SpanAt(frame)));
        }

        block.Span = RstSpan.FromBounds(lines[0].Line.Span.Start, lines[^1].Line.Span.End);
        Nest(block, lines);
        return true;
    }

    /// <summary>Puts lines into a block, deeper ones into blocks of their own. An indentation of -1 stands for that of the line before.</summary>
    public static void Nest(RstElement block, List<(RstElement Line, int Indent)> lines)
    {
        var indents = new int[lines.Count];
        for (var i = 0; i < indents.Length; i++) indents[i] = lines[i].Indent >= 0 ? lines[i].Indent : i == 0 ? 0 : indents[i - 1];
        Fill(block, lines, indents, 0, indents.Length, 0);
    }

    private static void Fill(RstElement block, List<(RstElement Line, int Indent)> lines, int[] indents, int from, int to, int depth)
    {
        var least = int.MaxValue;
        for (var i = from; i < to; i++) least = Math.Min(least, indents[i]);
        for (var i = from; i < to; i++)
        {
            if (indents[i] == least || depth >= MaxNesting)
            {
                block.Add(lines[i].Line);
                continue;
            }

            var end = i;
            while (end < to && indents[end] > least) end++;
            var inner = new RstElement(RstKind.LineBlock, RstSpan.FromBounds(lines[i].Line.Span.Start, lines[end - 1].Line.Span.End));
            Fill(inner, lines, indents, i, end, depth + 1);
            block.Add(inner);
            i = end - 1;
        }
    }

    private bool One(Frame frame, List<(RstElement Line, int Indent)> lines, RstElement messages, RstElement holder)
    {
        var text = frame.Block.Line(frame.Line);
        var length = Markers.LineBlock(text);
        var indented = frame.Indented(frame.Line, firstIndent: length, untilBlank: true);
        var run = TextRun.Of(indented.Content.WithoutBlankTop());
        var line = new RstElement(RstKind.Line, RstSpan.FromBounds(frame.Block.SpanOf(frame.Line).Start, indented.Content.Span().End)) { Line = frame.Number };
        foreach (var message in state.ParseInline(run, line, frame.Number, holder)) messages.Add(message);
        lines.Add((line, text.Length == 1 ? -1 : length - 2));
        frame.Line = indented.End;
        return indented.BlankFinish || frame.IsBlankOrEnd(frame.Line);
    }
}
