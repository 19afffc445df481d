using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>What begins with ordinary text: paragraphs, definition lists, literal blocks, underlined titles; and doctest blocks.</summary>
internal sealed class TextParser(ParseState state, BodyParser bodies)
{
    /// <summary>Reads from a line that no other construct took.</summary>
    public void Read(Frame frame)
    {
        var next = frame.Line + 1;
        if (frame.IsBlankOrEnd(next))
        {
            Paragraph(frame, frame.Line, next, next);
            return;
        }

        var line = frame.Block.Line(next);
        if (line[0] == ' ')
        {
            Definitions(frame);
            return;
        }

        if (Markers.IsAdornment(line) && bodies.Sections.Underlined(frame)) return;
        var end = next + 1;
        while (!frame.IsBlankOrEnd(end) && frame.Block.Line(end)[0] != ' ') end++;
        if (frame.IsBlankOrEnd(end))
        {
            Paragraph(frame, frame.Line, end, end - 1);
            return;
        }

        var error = state.Document.Report(RstSeverity.Error, "Unexpected indentation.", frame.Block.NumberOf(end), frame.Block.SpanOf(end));
        Paragraph(frame, frame.Line, end, end - 1, error);
    }

    public bool Doctest(Frame frame, ReadOnlySpan<char> line)
    {
        if (Markers.Doctest(line) == 0) return false;
        var end = frame.Line + 1;
        while (!frame.IsBlankOrEnd(end)) end++;
        var block = frame.Block.Part(frame.Line, end);
        var doctest = new RstElement(RstKind.DoctestBlock, block.Span()) { ["xml:space"] = "preserve", Line = frame.Number };
        doctest.Add(new RstText(block.Text()) { Span = doctest.Span });
        frame.Parent.Add(doctest);
        frame.Line = end;
        return true;
    }

    /// <summary>A paragraph of the lines up to <paramref name="to"/>. Names in it are noted at <paramref name="reached"/>, the line where docutils' reader stands then.</summary>
    private void Paragraph(Frame frame, int from, int to, int reached, RstSystemMessage? error = null)
    {
        var run = TextRun.Of(frame.Block, from, to);
        var literal = EndsWithColons(run.Span);
        var kept = run;
        if (literal)
        {
            var cut = run.To - 2;
            if (cut > run.From && char.IsWhiteSpace(run.Text[cut - 1]))
            {
                while (cut > run.From && char.IsWhiteSpace(run.Text[cut - 1])) cut--;
            }
            else if (cut > run.From)
            {
                cut++;
            }

            kept = run.Part(run.From, cut);
        }

        if (kept.Length > 0)
        {
            var paragraph = new RstElement(RstKind.Paragraph, run.SpanOf(run.From, run.To)) { Line = frame.Block.NumberOf(from) };
            var messages = state.ParseInline(kept, paragraph, paragraph.Line, frame.Parent, frame.Watcher is null ? 0 : frame.Block.NumberOf(from) + reached - from);
            frame.Parent.Add(paragraph);
            frame.Parent.AddRange(messages);
        }

        if (error is not null) frame.Parent.Add(error);
        frame.Line = to;
        if (literal) Literal(frame);
    }

    private static bool EndsWithColons(ReadOnlySpan<char> text)
    {
        if (!text.EndsWith("::")) return false;
        var slashes = 0;
        while (slashes + 2 < text.Length && text[^(slashes + 3)] == '\\') slashes++;
        return slashes % 2 == 0;
    }

    private void Literal(Frame frame)
    {
        var start = frame.Line;
        var indented = frame.Indented(start);
        var content = indented.Content.WithoutBlankTop().WithoutBlankEnd();
        if (content.IsEmpty)
        {
            frame.Line = Math.Max(indented.End, start);
            Quoted(frame);
            return;
        }

        var literal = new RstElement(RstKind.LiteralBlock, content.Span()) { ["xml:space"] = "preserve", Line = content.NumberOf(content.From) };
        literal.Add(new RstText(content.Text()) { Span = literal.Span });
        frame.Parent.Add(literal);
        frame.Line = indented.End;
        if (!indented.BlankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Literal block"));
    }

    /// <summary>A literal block that is marked by one punctuation character at the start of each line.</summary>
    private void Quoted(Frame frame)
    {
        while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
        var quote = frame.AtEnd ? '\0' : frame.Block.Line(frame.Line)[0];
        if (!TextClasses.IsAdornment(quote))
        {
            var number = frame.AtEnd ? frame.Block.NumberOf(frame.Block.To - 1) + 1 : frame.Number;
            frame.Parent.Add(state.Document.Report(RstSeverity.Warning, "Literal block expected; none found.", number, Warnings.SpanAt(frame)));
            return;
        }

        var from = frame.Line;
        while (!frame.IsBlankOrEnd(frame.Line) && frame.Block.Line(frame.Line)[0] == quote) frame.Line++;
        var block = frame.Block.Part(from, frame.Line);
        var literal = new RstElement(RstKind.LiteralBlock, block.Span()) { ["xml:space"] = "preserve", Line = block.NumberOf(from) };
        literal.Add(new RstText(block.Text()) { Span = literal.Span });
        frame.Parent.Add(literal);
        if (frame.IsBlankOrEnd(frame.Line)) return;
        var text = frame.Block.Line(frame.Line)[0] == ' ' ? "Unexpected indentation." : "Inconsistent literal block quoting.";
        frame.Parent.Add(state.Document.Report(RstSeverity.Error, text, frame.Number, Warnings.SpanAt(frame)));
    }

    private void Definitions(Frame frame)
    {
        var list = new RstElement(RstKind.DefinitionList) { Line = frame.Number };
        var start = frame.Block.SpanOf(frame.Line).Start;
        frame.Parent.Add(list);
        bool blankFinish;
        do
        {
            blankFinish = Definition(frame, list);
            while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
        }
        while (!frame.AtEnd && IsTerm(frame));
        list.Span = RstSpan.FromBounds(start, list[^1].Span.End);
        if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Definition list"));
    }

    private static bool IsTerm(Frame frame) =>
        Markers.IsPlain(frame.Block.Line(frame.Line)) && !frame.IsBlankOrEnd(frame.Line + 1) && frame.Block.Line(frame.Line + 1)[0] == ' ';

    private bool Definition(Frame frame, RstElement list)
    {
        var item = new RstElement(RstKind.DefinitionListItem) { Line = frame.Number };
        list.Add(item);
        var definition = new RstElement(RstKind.Definition);
        var indented = frame.Indented(frame.Line + 1);
        var content = indented.Content.WithoutBlankTop();
        var run = TextRun.Of(frame.Block, frame.Line, frame.Line + 1);
        foreach (var message in Terms(run, item, frame.Number, frame.Parent)) definition.Add(message);
        item.Add(definition);
        if (run.Span.EndsWith("::"))
        {
            definition.Add(state.Document.Report(
                RstSeverity.Info,
                "Blank line missing before literal block (after the \"::\")? Interpreted as a definition list item.",
                frame.Number + 1,
                frame.Block.SpanOf(frame.Line)));
        }

        definition.Span = content.Span();
        definition.Line = content.NumberOf(content.From);
        item.Span = RstSpan.FromBounds(run.ToOriginal(run.From), definition.Span.End);
        bodies.Parse(content, definition);
        frame.Line = indented.End;
        return indented.BlankFinish;
    }

    /// <summary>The term and its classifiers, which stand behind " : " outside of inline markup.</summary>
    private List<RstNode> Terms(in TextRun run, RstElement item, int line, RstElement holder)
    {
        var parsed = new RstElement(RstKind.Term, run.SpanOf(run.From, run.To)) { Line = line };
        var messages = state.ParseInline(run, parsed, line, holder);
        var current = new RstElement(RstKind.Term, parsed.Span) { Line = line };
        item.Add(current);
        foreach (var node in parsed.Detach())
        {
            if (node is not RstText text)
            {
                current.Add(node);
                continue;
            }

            current = Split(text, current, item);
        }

        return messages;
    }

    private RstElement Split(RstText text, RstElement current, RstElement item)
    {
        // An escaped colon parts nothing, which only the source shows.
        var source = state.Document.Slice(text.Span);
        var isEscaped = source.Contains('\\') && Escapes.Remove(source) == text.Text;
        var rest = isEscaped ? source.ToString() : text.Text;
        var first = true;
        while (true)
        {
            var (start, end) = Delimiter(rest);
            if (start < 0 && first)
            {
                current.Add(text);
                return current;
            }

            var part = start < 0 ? rest : rest[..start];
            if (part.Length > 0) current.Add(new RstText(isEscaped ? Escapes.Remove(part) : part) { Span = text.Span });
            if (start < 0) return current;
            rest = rest[end..];
            first = false;
            current = new RstElement(RstKind.Classifier, text.Span) { Line = current.Line };
            item.Add(current);
        }
    }

    private static (int Start, int End) Delimiter(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != ':' || text[i - 1] != ' ' || text[i + 1] != ' ') continue;
            var start = i;
            while (start > 0 && text[start - 1] == ' ') start--;
            var end = i + 1;
            while (end < text.Length && text[end] == ' ') end++;
            return (start, end);
        }

        return (-1, -1);
    }
}
