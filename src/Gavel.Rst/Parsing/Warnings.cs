using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Messages that several constructs share.</summary>
internal static class Warnings
{
    /// <summary>Says that a construct ended at the frame's line without a blank line before.</summary>
    public static RstSystemMessage Unindent(ParseState state, Frame frame, string what) =>
        state.Document.Report(RstSeverity.Warning, $"{what} ends without a blank line; unexpected unindent.", frame.AtEnd ? frame.Number + 1 : frame.Number, SpanAt(frame));

    public static RstSpan SpanAt(Frame frame) =>
        frame.AtEnd ? new RstSpan(frame.Block.Lines.ToOriginal(frame.Block.Lines.Text.Length), 0) : frame.Block.SpanOf(frame.Line);

    /// <summary>A literal block that shows the text of which a message speaks.</summary>
    public static RstElement Excerpt(string text)
    {
        var literal = new RstElement(RstKind.LiteralBlock) { ["xml:space"] = "preserve" };
        if (text.Length > 0) literal.Add(new RstText(text));
        return literal;
    }
}
