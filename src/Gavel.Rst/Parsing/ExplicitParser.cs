using Gavel.Rst.Directives;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Explicit markup: footnotes, citations, targets, substitution definitions, directives and comments.</summary>
internal sealed class ExplicitParser(ParseState state, BodyParser bodies)
{
    private readonly TargetParser _targets = new(state);

    public bool Read(Frame frame, ReadOnlySpan<char> line)
    {
        if (Markers.Explicit(line) == 0) return false;
        ReadAll(frame);
        return true;
    }

    public bool Anonymous(Frame frame, ReadOnlySpan<char> line)
    {
        if (Markers.Anonymous(line) == 0) return false;
        ReadAll(frame);
        return true;
    }

    /// <summary>Reads constructs until one is followed by something else.</summary>
    private void ReadAll(Frame frame)
    {
        while (true)
        {
            var line = frame.Block.Line(frame.Line);
            var length = Markers.Explicit(line);
            var blankFinish = length > 0 ? One(frame, line, length) : _targets.Anonymous(frame, Markers.Anonymous(line));
            if (frame.IsBlankOrEnd(frame.Line))
            {
                if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Explicit markup"));
                return;
            }

            line = frame.Block.Line(frame.Line);
            if (Markers.Explicit(line) > 0 || Markers.Anonymous(line) > 0) continue;
            if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, "Explicit markup"));
            return;
        }
    }

    private bool One(Frame frame, ReadOnlySpan<char> line, int length)
    {
        var rest = line[length..];
        string? fault = null;
        var number = frame.Number;
        var span = frame.Block.SpanOf(frame.Line);
        bool blankFinish;
        if (!rest.IsEmpty && length > 2)
        {
            if (rest[0] == '[' && FootnoteLabel(rest) is > 0 and var label) return Footnote(frame, length, label);
            if (rest[0] == '_' && rest.Length > 1 && rest[1] != ' ' && _targets.Explicit(frame, length + 1, out blankFinish, out fault)) return blankFinish;
            if (rest[0] == '|' && rest.Length > 1 && rest[1] != ' ' && Substitution(frame, length + 1, out blankFinish, out fault)) return blankFinish;
            if (fault is null && DirectiveName(rest, out var content) is > 0 and var name)
            {
                return DirectiveRunner.Run(state, frame, rest[..name].ToString(), length + content, null);
            }
        }

        blankFinish = Comment(frame, rest, length);
        if (fault is not null) frame.Parent.Add(state.Document.Report(RstSeverity.Warning, fault, number, span));
        return blankFinish;
    }

    /// <summary>The length of the name before <c>::</c>, 0 where it is no directive; <paramref name="content"/> is where its arguments begin.</summary>
    private static int DirectiveName(ReadOnlySpan<char> text, out int content)
    {
        content = 0;
        var name = TextClasses.SimpleName(text);
        if (name == 0) return 0;
        var colons = name < text.Length && text[name] == ' ' ? name + 1 : name;
        if (!text[colons..].StartsWith("::")) return 0;
        content = Markers.WithSpace(text, colons + 2);
        return content > 0 ? name : 0;
    }

    private bool Comment(Frame frame, ReadOnlySpan<char> rest, int length)
    {
        var comment = new RstElement(RstKind.Comment, frame.Block.SpanOf(frame.Line)) { ["xml:space"] = "preserve", Line = frame.Number };
        frame.Parent.Add(comment);
        if (rest.IsEmpty && frame.IsBlankOrEnd(frame.Line + 1))
        {
            frame.Line++;
            return true;
        }

        var indented = frame.Indented(frame.Line, firstIndent: length);
        var content = indented.Content.WithoutBlankTop().WithoutBlankEnd();
        if (!content.IsEmpty)
        {
            var inner = content.Span();
            comment.Add(new RstText(content.Text()) { Span = inner });
            comment.Span = RstSpan.FromBounds(comment.Span.Start, inner.End);
        }

        frame.Line = indented.End;
        return indented.BlankFinish;
    }

    /// <summary>The length of <c>[label]</c> with the spaces after it; 0 if it is none.</summary>
    private static int FootnoteLabel(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(']');
        return close > 1 && InlineNodes.IsFootnoteLabel(text[1..close]) ? Markers.WithSpace(text, close + 1) : 0;
    }

    private bool Footnote(Frame frame, int from, int length)
    {
        var start = frame.Block.StartOf(frame.Line);
        var text = frame.Block.Line(frame.Line).Slice(from + 1);
        var label = text[..text.IndexOf(']')].ToString();
        var name = ReferenceNames.Normalize(label);
        var isCitation = label[0] is not ('#' or '*') && !InlineNodes.IsNumber(label);
        var note = new RstElement(isCitation ? RstKind.Citation : RstKind.Footnote) { Line = frame.Number };
        frame.Parent.Add(note);
        if (label[0] is '#' or '*')
        {
            note["auto"] = label[0] == '#' ? "1" : "*";
            name = name[1..];
        }
        else
        {
            var labelSpan = TextRun.OfLine(frame.Block, start + from + 1, start + from + 1 + label.Length);
            var element = new RstElement(RstKind.Label, labelSpan.SpanOf(labelSpan.From, labelSpan.To));
            element.Add(new RstText(label) { Span = element.Span });
            note.Add(element);
        }

        var indented = frame.Indented(frame.Line, firstIndent: from + length);
        var content = indented.Content.WithoutBlankTop();
        note.Span = RstSpan.FromBounds(frame.Block.SpanOf(frame.Line).Start, content.IsEmpty ? frame.Block.SpanOf(frame.Line).End : content.Span().End);
        Register(note, name);
        if (content.IsEmpty)
        {
            var what = isCitation ? "Citation" : "Footnote";
            note.Add(state.Document.Report(
                RstSeverity.Warning, $"{what} content expected.", frame.Block.NumberOf(indented.End - 1), note.Span));
        }

        bodies.Parse(content, note);
        frame.Line = indented.End;
        return indented.BlankFinish;
    }

    private void Register(RstElement note, string name)
    {
        var names = state.Names;
        if (name.Length == 0)
        {
            names.SetId(note);
            return;
        }

        note.Labels.Names.Add(name);
        names.NoteExplicit(note, note, note.Line);
    }

    private bool Substitution(Frame frame, int from, out bool blankFinish, out string? fault)
    {
        var parser = new SubstitutionParser(state);
        fault = parser.Read(frame, from, out blankFinish);
        return fault is null;
    }
}
