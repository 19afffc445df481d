using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Section titles and transitions.</summary>
internal sealed class SectionParser(ParseState state)
{
    private const string ShortUnderline = "Possible title underline, too short for the title.\nTreating it as ordinary text because it's so short.";

    private const string ShortOverline = "Possible incomplete section title.\nTreating the overline as ordinary text because it's so short.";

    private const string UnexpectedOverline = "Unexpected possible title overline or transition.\nTreating it as ordinary text because it's so short.";

    /// <summary>A line of text with an adornment under it. False if that is too short to be one.</summary>
    public bool Underlined(Frame frame)
    {
        var title = frame.Block.Line(frame.Line);
        var under = frame.Block.Line(frame.Line + 1);
        var number = frame.Block.NumberOf(frame.Line + 1);
        var span = frame.Block.SpanOf(frame.Line + 1);
        RstSystemMessage? message = null;
        if (RstColumns.Of(title) > under.Length)
        {
            if (under.Length < 4)
            {
                if (frame.MatchTitles) frame.Parent.Add(state.Document.Report(RstSeverity.Info, ShortUnderline, number, span));
                return false;
            }

            message = state.Document.Report(RstSeverity.Warning, "Title underline too short.", number, span, Excerpt(frame, 2));
        }

        if (!frame.MatchTitles)
        {
            if (message is not null) frame.Parent.Add(message);
            frame.Parent.Add(state.Document.Report(RstSeverity.Error, "Unexpected section title.", number, span, Excerpt(frame, 2)));
            frame.Line += 2;
            return true;
        }

        Section(frame, frame.Line, new TitleStyle('\0', under[0]), message, 2);
        return true;
    }

    /// <summary>A line of punctuation: an overline, a transition, or what looks like one. False if it is ordinary text.</summary>
    public bool Overline(Frame frame)
    {
        var line = frame.Block.Line(frame.Line);
        if (!frame.MatchTitles) return Unexpected(frame, line);
        var next = frame.Line + 1;
        if (frame.IsBlankOrEnd(next))
        {
            if (line.Length < 4) return false;
            frame.Parent.Add(new RstElement(RstKind.Transition, frame.Block.SpanOf(frame.Line)) { Line = frame.Number });
            frame.Line++;
            return true;
        }

        var isTitle = !Markers.IsAdornment(frame.Block.Line(next)) || frame.Block.Line(next)[0] == ' ';
        var lines = isTitle && next + 1 < frame.Block.To ? 3 : 2;
        var fault = isTitle ? TitleFault(frame, line) : "Invalid section title or transition marker.";
        if (fault is null) return Overlined(frame, line);
        if (line.Length < 4) return Short(frame);
        frame.Parent.Add(state.Document.Report(RstSeverity.Error, fault, frame.Number, frame.Block.SpanOf(frame.Line), Excerpt(frame, lines)));
        frame.Line += lines;
        return true;
    }

    private bool Unexpected(Frame frame, ReadOnlySpan<char> line)
    {
        if (line is "::") return false;
        var span = frame.Block.SpanOf(frame.Line);
        if (line.Length < 4)
        {
            frame.Parent.Add(state.Document.Report(RstSeverity.Info, UnexpectedOverline, frame.Number, span));
            return false;
        }

        frame.Parent.Add(state.Document.Report(RstSeverity.Error, "Unexpected section title or transition.", frame.Number, span, Excerpt(frame, 1)));
        frame.Line++;
        return true;
    }

    private static string? TitleFault(Frame frame, ReadOnlySpan<char> over)
    {
        if (frame.Line + 2 >= frame.Block.To) return "Incomplete section title.";
        var under = frame.Block.Line(frame.Line + 2);
        if (under.IsEmpty || !Markers.IsAdornment(under)) return "Missing matching underline for section title overline.";
        return over.SequenceEqual(under) ? null : "Title overline & underline mismatch.";
    }

    private bool Overlined(Frame frame, ReadOnlySpan<char> over)
    {
        RstSystemMessage? message = null;
        if (RstColumns.Of(frame.Block.Line(frame.Line + 1)) > over.Length)
        {
            if (over.Length < 4) return Short(frame);
            message = state.Document.Report(
                RstSeverity.Warning, "Title overline too short.", frame.Number, frame.Block.SpanOf(frame.Line), Excerpt(frame, 3));
        }

        Section(frame, frame.Line + 1, new TitleStyle(over[0], over[0]), message, 3);
        return true;
    }

    private bool Short(Frame frame)
    {
        frame.Parent.Add(state.Document.Report(RstSeverity.Info, ShortOverline, frame.Number, frame.Block.SpanOf(frame.Line)));
        return false;
    }

    private void Section(Frame frame, int titleLine, TitleStyle style, RstSystemMessage? message, int lines)
    {
        var first = frame.Line;
        if (OpenLevel(frame, style, titleLine, lines) is not (> 0 and var level))
        {
            frame.Line += lines;
            return;
        }

        var heading = RstSpan.FromBounds(frame.Block.SpanOf(first).Start, frame.Block.SpanOf(first + lines - 1).End);
        CloseTo(frame, level);
        var section = new RstSection(RstSpan.FromBounds(heading.Start, frame.TextEnd))
        {
            Level = level,
            Adornment = style.Under,
            HasOverline = style.Over != '\0',
            TitleLine = frame.Block.NumberOf(titleLine),
            HeadingSpan = heading,
            Line = frame.Block.NumberOf(first + lines - 1),
        };
        frame.Parent.Add(section);
        var run = Trimmed(TextRun.Of(frame.Block, titleLine, titleLine + 1));
        var title = new RstElement(RstKind.Title, run.SpanOf(run.From, run.To)) { Line = section.TitleLine };
        section.Add(title);
        if (message is not null) section.Add(message);
        section.AddRange(state.ParseInline(run, title, section.TitleLine, section));
        section.Labels.Names.Add(ReferenceNames.Normalize(title.InnerText));
        state.Names.NoteImplicit(section, section, section.Line);
        frame.Parent = section;
        frame.Line = first + lines;
    }

    private static TextRun Trimmed(in TextRun run)
    {
        var from = run.From;
        while (from < run.To && char.IsWhiteSpace(run.Text[from])) from++;
        return run.Part(from, run.To);
    }

    /// <summary>The level of a title of that style; 0, with a message, if it skips a level.</summary>
    private int OpenLevel(Frame frame, TitleStyle style, int titleLine, int lines)
    {
        var current = 0;
        for (var element = frame.Parent; element is not null; element = element.Parent)
        {
            if (element.Kind == RstKind.Section) current++;
        }

        var styles = state.TitleStyles;
        var level = styles.IndexOf(style) + 1;
        if (level == 0) level = styles.Count + 1;
        if (level <= current + 1)
        {
            if (level > styles.Count) styles.Add(style);
            return level;
        }

        var established = new RstElement(RstKind.Paragraph, $"Established title styles: {string.Join(' ', styles)}");
        frame.Parent.Add(state.Document.Report(
            RstSeverity.Error,
            $"Inconsistent title style: skip from level {current} to {level}.",
            frame.Block.NumberOf(titleLine),
            frame.Block.SpanOf(titleLine),
            Excerpt(frame, lines),
            established));
        return 0;
    }

    /// <summary>Leaves the sections of that level and deeper, which end before the frame's line.</summary>
    private static void CloseTo(Frame frame, int level)
    {
        var end = frame.Line - 1;
        while (end > frame.Block.From && frame.Block.IsBlank(end)) end--;
        var offset = end < frame.Block.From ? 0 : frame.Block.SpanOf(end).End;
        while (frame.Parent is RstSection section && section.Level >= level)
        {
            section.Span = RstSpan.FromBounds(section.Span.Start, offset);
            frame.Parent = section.Parent!;
        }
    }

    private static RstElement Excerpt(Frame frame, int lines) =>
        Warnings.Excerpt(frame.Block.Part(frame.Line, Math.Min(frame.Line + lines, frame.Block.To)).Text());
}
