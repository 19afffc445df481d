using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Lists of command-line options.</summary>
internal sealed class OptionListParser(ParseState state, BodyParser bodies)
{
    public bool Read(Frame frame, ReadOnlySpan<char> line)
    {
        if (OptionMarker.Length(line) == 0) return false;
        var list = new RstElement(RstKind.OptionList) { Line = frame.Number };
        var start = frame.Block.SpanOf(frame.Line).Start;
        if (!Item(frame, list, out var blankFinish)) return false;
        frame.Parent.Add(list);
        while (true)
        {
            while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
            if (frame.AtEnd) break;
            var next = frame.Block.Line(frame.Line);
            if (Markers.Bullet(next) > 0 || OptionMarker.Length(next) == 0 || !Item(frame, list, out var finish)) break;
            blankFinish = finish;
        }

        list.Span = RstSpan.FromBounds(start, list[^1].Span.End);
        if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Option list"));
        return true;
    }

    /// <summary>Reads one item; false if the options have no description, which makes the line a paragraph.</summary>
    private bool Item(Frame frame, RstElement list, out bool blankFinish)
    {
        var line = frame.Block.Line(frame.Line);
        var length = OptionMarker.Length(line);
        var indented = frame.Indented(frame.Line, firstIndent: length);
        blankFinish = indented.BlankFinish;
        var content = indented.Content.WithoutBlankTop();
        if (content.IsEmpty) return false;

        var start = frame.Block.StartOf(frame.Line);
        var item = new RstElement(RstKind.OptionListItem) { Line = frame.Number };
        var group = new RstElement(RstKind.OptionGroup);
        Options(TextRun.OfLine(frame.Block, start, start + line[..length].TrimEnd().Length), group);
        var description = new RstElement(RstKind.Description, content.Span());
        item.Add(group);
        item.Add(description);
        list.Add(item);
        group.Span = RstSpan.FromBounds(group[0].Span.Start, group[^1].Span.End);
        item.Span = RstSpan.FromBounds(group.Span.Start, description.Span.End);
        bodies.Parse(content, description);
        frame.Line = indented.End;
        return true;
    }

    private static void Options(in TextRun run, RstElement group)
    {
        var from = run.From;
        var depth = 0;
        for (var i = run.From; i <= run.To; i++)
        {
            if (i < run.To && run.Text[i] is ('<' or '>')) depth = run.Text[i] == '<' ? 1 : 0;
            if (i < run.To && (depth > 0 || run.Text[i] != ',' || i + 1 >= run.To || run.Text[i + 1] != ' ')) continue;
            group.Add(Option(run, from, i));
            from = i + 2;
        }
    }

    private static RstElement Option(in TextRun run, int from, int to)
    {
        var text = run.Text.AsSpan(from, to - from);
        var space = text.IndexOf(' ');
        var equals = (space < 0 ? text : text[..space]).IndexOf('=');
        var isShort = (text[0] == '-' && text[1] != '-') || text[0] == '+';
        var (name, delimiter) = equals > 0 ? (equals, "=")
            : isShort && (space < 0 ? text.Length : space) > 2 ? (2, "")
            : space > 0 ? (space, " ")
            : (text.Length, null);
        var option = new RstElement(RstKind.Option, run.SpanOf(from, to));
        option.Add(Part(RstKind.OptionString, run, from, from + name));
        if (delimiter is null) return option;
        var argument = Part(RstKind.OptionArgument, run, from + name + delimiter.Length, to);
        argument["delimiter"] = delimiter;
        option.Add(argument);
        return option;
    }

    private static RstElement Part(RstKind kind, in TextRun run, int from, int to)
    {
        var element = new RstElement(kind, run.SpanOf(from, to));
        element.Add(new RstText(run.Text[from..to]) { Span = element.Span });
        return element;
    }
}
