using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Field lists, and the RFC 2822 header that reads as one.</summary>
internal sealed class FieldParser(ParseState state, BodyParser bodies)
{
    public bool Read(Frame frame, ReadOnlySpan<char> line)
    {
        if (Markers.Field(line) == 0) return false;
        var list = new RstElement(RstKind.FieldList) { Line = frame.Number };
        frame.Parent.Add(list);
        var blankFinish = Fields(frame, list);
        if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Field list"));
        return true;
    }

    /// <summary>Reads fields into a list until something else comes. True if a blank line or the end follows the last.</summary>
    public bool Fields(Frame frame, RstElement list)
    {
        var start = frame.Block.SpanOf(frame.Line).Start;
        var blankFinish = true;
        while (true)
        {
            while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
            if (frame.AtEnd || Markers.Field(frame.Block.Line(frame.Line)) is not (> 0 and var length)) break;
            blankFinish = Field(frame, length, list);
        }

        if (list.Count > 0) list.Span = RstSpan.FromBounds(start, list[^1].Span.End);
        return blankFinish;
    }

    /// <summary>Reads the header of a mail or of a PEP at the start of a document.</summary>
    public void Rfc2822(Frame frame)
    {
        while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
        if (frame.AtEnd || !Markers.IsPlain(frame.Block.Line(frame.Line)) || Markers.Header(frame.Block.Line(frame.Line)) == 0) return;
        var list = new RstElement(RstKind.FieldList) { Line = frame.Number };
        list.Labels.Classes.Add("rfc2822");
        frame.Parent.Add(list);
        var blankFinish = true;
        while (!frame.IsBlankOrEnd(frame.Line) && Markers.Header(frame.Block.Line(frame.Line)) is > 0 and var length)
        {
            var line = frame.Block.Line(frame.Line);
            var start = frame.Block.StartOf(frame.Line);
            var name = TextRun.OfLine(frame.Block, start, start + line.IndexOf(':'));
            var indented = frame.Indented(frame.Line, firstIndent: length, untilBlank: true);
            var (field, body) = Begin(frame, name);
            list.Add(field);
            field.Find(RstKind.FieldName)!.Add(new RstText(name.Span.ToString()) { Span = name.SpanOf(name.From, name.To) });
            bodies.Parse(End(field, body, indented), body);
            frame.Line = indented.End;
            blankFinish = indented.BlankFinish;
        }

        list.Span = RstSpan.FromBounds(list[0].Span.Start, list[^1].Span.End);
        if (!blankFinish && !frame.IsBlankOrEnd(frame.Line)) frame.Parent.Add(Warnings.Unindent(state, frame, "RFC2822-style field list"));
    }

    private bool Field(Frame frame, int length, RstElement list)
    {
        var line = frame.Block.Line(frame.Line);
        var start = frame.Block.StartOf(frame.Line);
        var colon = line[..length].LastIndexOf(':');
        var name = TextRun.OfLine(frame.Block, start + 1, start + colon);
        var indented = frame.Indented(frame.Line, firstIndent: length);
        var (field, body) = Begin(frame, name);
        list.Add(field);
        foreach (var message in state.ParseInline(name, field.Find(RstKind.FieldName)!, frame.Number, list)) body.Add(message);
        bodies.Parse(End(field, body, indented), body);
        frame.Line = indented.End;
        return indented.BlankFinish;
    }

    private static (RstElement Field, RstElement Body) Begin(Frame frame, in TextRun name)
    {
        var line = frame.Block.SpanOf(frame.Line);
        var field = new RstElement(RstKind.Field, line) { Line = frame.Number };
        field.Add(new RstElement(RstKind.FieldName, name.SpanOf(name.From, name.To)) { Line = frame.Number });
        var body = new RstElement(RstKind.FieldBody, new RstSpan(line.End, 0)) { Line = frame.Number };
        field.Add(body);
        return (field, body);
    }

    private static Block End(RstElement field, RstElement body, in Indented indented)
    {
        var content = indented.Content.WithoutBlankTop();
        if (content.IsEmpty) return content;
        body.Span = content.Span();
        field.Span = RstSpan.FromBounds(field.Span.Start, Math.Max(field.Span.End, body.Span.End));
        return content;
    }
}
