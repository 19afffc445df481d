using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Bullet lists and enumerated lists.</summary>
internal sealed class ListParser(ParseState state, BodyParser bodies)
{
    public void Bullet(Frame frame, ReadOnlySpan<char> line)
    {
        var bullet = line[0];
        var list = new RstElement(RstKind.BulletList) { ["bullet"] = bullet.ToString(), Line = frame.Number };
        var first = frame.Line;
        frame.Parent.Add(list);
        var blankFinish = Item(frame, Markers.Bullet(line), list, out var last);
        while (Next(frame) is var next && !next.IsEmpty && next[0] == bullet && Markers.Bullet(next) is > 0 and var length)
        {
            blankFinish = Item(frame, length, list, out last);
        }

        Finish(frame, list, first, last, blankFinish, "Bullet list");
    }

    /// <summary>False where the line has no enumerator, or one that the line after contradicts.</summary>
    public bool Enumerated(Frame frame, ReadOnlySpan<char> line)
    {
        var marker = Enumerator.Match(line);
        if (marker.Length == 0) return false;
        var sequence = Enumerator.Classify(marker.Text);
        var ordinal = Enumerator.Ordinal(marker.Text, sequence);
        if (!IsItem(frame, ordinal, sequence, marker)) return false;

        var kind = sequence == Sequence.Auto ? Sequence.Arabic : sequence;
        var list = new RstElement(RstKind.EnumeratedList)
        {
            ["enumtype"] = TypeName(kind),
            ["prefix"] = marker.Prefix,
            ["suffix"] = marker.Suffix,
            Line = frame.Number,
        };
        var first = frame.Line;
        frame.Parent.Add(list);
        if (ordinal != 1) NoteStart(frame, list, marker.Text.ToString(), ordinal);
        var (prefix, suffix) = (marker.Prefix, marker.Suffix);
        var blankFinish = Item(frame, marker.Length, list, out var end);
        var auto = sequence == Sequence.Auto;
        while (Next(frame) is var next && !next.IsEmpty && Enumerator.Match(next) is { Length: > 0 } item)
        {
            sequence = Enumerator.Classify(item.Text, kind);
            var expected = ordinal + 1;
            ordinal = Enumerator.Ordinal(item.Text, sequence);
            if (item.Prefix != prefix || item.Suffix != suffix
                || (sequence != Sequence.Auto && (sequence != kind || auto || ordinal != expected))
                || !IsItem(frame, ordinal, sequence, item)) break;
            auto |= sequence == Sequence.Auto;
            blankFinish = Item(frame, item.Length, list, out end);
        }

        Finish(frame, list, first, end, blankFinish, "Enumerated list");
        return true;
    }

    /// <summary>Goes to the next line that is not blank and returns it; empty at the end.</summary>
    private static ReadOnlySpan<char> Next(Frame frame)
    {
        while (!frame.AtEnd && frame.Block.IsBlank(frame.Line)) frame.Line++;
        return frame.AtEnd ? default : frame.Block.Line(frame.Line);
    }

    private static string TypeName(Sequence sequence) => sequence switch
    {
        Sequence.LowerAlpha => "loweralpha",
        Sequence.UpperAlpha => "upperalpha",
        Sequence.LowerRoman => "lowerroman",
        Sequence.UpperRoman => "upperroman",
        _ => "arabic",
    };

    /// <summary>Whether the line after lets this one be an item: it is blank, indented, or the next item.</summary>
    private static bool IsItem(Frame frame, int ordinal, Sequence sequence, in Enumerator marker)
    {
        if (ordinal < 0) return false;
        if (frame.Line + 1 >= frame.Block.To) return true;
        var next = frame.Block.Line(frame.Line + 1);
        if (next.IsEmpty || char.IsWhiteSpace(next[0])) return true;
        if (!next.StartsWith(marker.Prefix)) return false;
        next = next[marker.Prefix.Length..];
        return (Enumerator.Write(ordinal + 1, sequence) is { } text && Follows(next, text, marker.Suffix)) || Follows(next, "#", marker.Suffix);

        static bool Follows(ReadOnlySpan<char> line, string text, string suffix) =>
            line.StartsWith(text) && line[text.Length..].StartsWith(suffix) && line.Length > text.Length + 1 && line[text.Length + 1] == ' ';
    }

    private void NoteStart(Frame frame, RstElement list, string text, int ordinal)
    {
        list["start"] = ordinal.ToString(CultureInfo.InvariantCulture);
        frame.Parent.Add(state.Document.Report(
            RstSeverity.Info,
            $"Enumerated list start value not ordinal-1: \"{text}\" (ordinal {list["start"]})",
            frame.Number,
            frame.Block.SpanOf(frame.Line)));
    }

    /// <summary>Reads one item. True if a blank line or the end follows.</summary>
    private bool Item(Frame frame, int indent, RstElement list, out RstSpan span)
    {
        var line = frame.Block.Line(frame.Line);
        var item = new RstElement(RstKind.ListItem) { Line = frame.Number };
        var indented = indent < line.Length
            ? frame.Indented(frame.Line, blockIndent: indent)
            : frame.Indented(frame.Line, firstIndent: indent);
        var marker = frame.Block.SpanOf(frame.Line);
        var content = indented.Content.WithoutBlankTop();
        list.Add(item);
        bodies.Parse(content, item);
        frame.Line = indented.End;
        span = item.Span = content.IsEmpty ? marker : RstSpan.FromBounds(marker.Start, Math.Max(content.Span().End, marker.Start));
        return indented.BlankFinish;
    }

    private void Finish(Frame frame, RstElement list, int first, RstSpan last, bool blankFinish, string what)
    {
        list.Span = RstSpan.FromBounds(frame.Block.SpanOf(first).Start, last.End);
        if (!blankFinish) frame.Parent.Add(Warnings.Unindent(state, frame, what));
    }
}
