using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>Fields in a paragraph: one key a line, or several joined by a pipe; bold or plain.</summary>
internal static class ParagraphFields
{
    /// <summary>So many lines or paragraphs of a bold key without a colon are a header.</summary>
    public const int FewestBare = 3;

    public static void Read(
        SourceText text, ImmutableArray<Inline> inlines, HeaderStyle plainStyle, bool isBelowTitle, ImmutableArray<HeaderField>.Builder fields, int fewestBare = FewestBare)
    {
        if (isBelowTitle && StatusInEmphasis(text, inlines) is { } status) inlines = status;
        var keys = Keys(text, inlines);
        if (keys.Count == 0 && isBelowTitle) keys = KeysWithoutColon(text, inlines, fewestBare);
        if (keys.Count == 0 || keys[0].Start != FirstOffset(text, inlines)) return;
        var isBold = keys[0].IsBold;
        keys.RemoveAll(k => k.IsBold != isBold);
        var found = new List<HeaderField>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var end = i + 1 < keys.Count ? EndBefore(text, inlines, key, keys[i + 1]) : inlines[^1].Span.End;
            var (span, value) = FieldValue.Of(text, inlines, key.ValueIndex, key.ValueStart, end);
            var whole = TextSpan.Between(key.Start, Math.Max(span.End, key.ValueStart));
            found.Add(new HeaderField(key.Name, value, whole, key.NameSpan, span, isBold ? HeaderStyle.BoldParagraph : plainStyle));
        }
        if (IsHeader(text, found, isBold, isBelowTitle)) fields.AddRange(found);
    }

    /// <summary>A paragraph that begins with a key, as one field.</summary>
    public static void ReadWhole(SourceText text, ImmutableArray<Inline> inlines, ImmutableArray<HeaderField>.Builder fields)
    {
        if (Keys(text, inlines) is not [var key, ..] || key.Start != FirstOffset(text, inlines)) return;
        var (span, value) = FieldValue.Of(text, inlines, key.ValueIndex, key.ValueStart, inlines[^1].Span.End);
        fields.Add(new HeaderField(key.Name, value, TextSpan.Between(key.Start, Math.Max(span.End, key.ValueStart)), key.NameSpan, span, key.IsBold ? HeaderStyle.BoldParagraph : HeaderStyle.PlainParagraph));
    }

    // "*Status: proposed*": a line of its own in emphasis is a remark, but for this one.
    private static ImmutableArray<Inline>? StatusInEmphasis(SourceText text, ImmutableArray<Inline> inlines) =>
        inlines is [Inline.Styled { Strength: 1, Children: [Inline.Run first, ..] children }]
        && FieldLine.At(text, children, 0, first.Span.Start) is { } key && HeaderWords.IsStatusSection(key.Name) ? children : null;

    private static bool IsHeader(SourceText text, List<HeaderField> found, bool isBold, bool isBelowTitle)
    {
        var data = 0;
        foreach (var field in found)
        {
            if (KeyShape.IsDatum(field.Value) && !HasLineBreak(text, field)) data++;
        }
        if (found.Count == 1) return data == 1 && isBelowTitle && (isBold || found[0].Value.Length is > 0 and <= 60);
        return isBold ? data * 2 >= found.Count : isBelowTitle && data * 4 >= found.Count * 3;
    }

    // A folded value is indented in its further lines; a paragraph that only begins like a field is not.
    private static bool HasLineBreak(SourceText text, HeaderField field)
    {
        var value = text.Slice(field.ValueSpan);
        var at = value.LastIndexOfAny('\n', '\r');
        return at >= 0 && at + 1 < value.Length && value[at + 1] is not (' ' or '\t');
    }

    // In a block quote the mark of the next line stands between a value and the next key.
    private static int EndBefore(SourceText text, ImmutableArray<Inline> inlines, in FieldLine key, in FieldLine next)
    {
        for (var i = Math.Min(next.ValueIndex, inlines.Length - 1); i >= key.ValueIndex; i--)
        {
            if (inlines[i] is not Inline.LineBreak { Span: var end } || end.Start >= next.Start) continue;
            return text.Slice(TextSpan.Between(end.End, next.Start)).ContainsAnyExcept("> \t") ? next.Start : end.Start;
        }
        return next.Start;
    }

    private static int FirstOffset(SourceText text, ImmutableArray<Inline> inlines)
    {
        var at = inlines[0].Span.Start;
        while (at < inlines[0].Span.End && char.IsWhiteSpace(text.Chars[at])) at++;
        return at;
    }

    // A key stands at the start of a line or behind a pipe.
    private static List<FieldLine> Keys(SourceText text, ImmutableArray<Inline> inlines)
    {
        var keys = new List<FieldLine>();
        var isLineStart = true;
        for (var i = 0; i < inlines.Length; i++)
        {
            var inline = inlines[i];
            if (isLineStart && FieldLine.At(text, inlines, i, inline.Span.Start) is { } key) keys.Add(key);
            if (inline is Inline.Comment) continue;
            isLineStart = inline is Inline.LineBreak;
            if (inline is not Inline.Run run) continue;
            var chars = text.Slice(run.Span);
            for (var pipe = chars.IndexOf('|'); pipe >= 0; pipe = NextPipe(chars, pipe))
            {
                var behind = chars[(pipe + 1)..];
                if (behind.IsWhiteSpace()) isLineStart = true;
                else if (FieldLine.At(text, inlines, i, run.Span.Start + pipe + 1) is { } joined) keys.Add(joined);
            }
        }
        return keys;
    }

    /// <summary>"**Date** 2020-01-31" alone.</summary>
    public static bool IsBareLine(SourceText text, Block block) =>
        block is Block.Paragraph { Inlines: var inlines } && KeysWithoutColon(text, inlines, fewest: 1) is [var only] && KeyShape.IsDatum(text.Slice(TextSpan.Between(only.ValueStart, inlines[^1].Span.End)));

    // "**Date** 2020-01-31": bold words at the beginning of each line.
    private static List<FieldLine> KeysWithoutColon(SourceText text, ImmutableArray<Inline> inlines, int fewest)
    {
        var keys = new List<FieldLine>();
        var isLineStart = true;
        for (var i = 0; i < inlines.Length; i++)
        {
            if (isLineStart)
            {
                if (inlines[i] is not Inline.Styled { Strength: 2, Children: [Inline.Run key] } bold || !KeyShape.Fits(text.Slice(key.Span)) || i + 1 == inlines.Length || inlines[i + 1] is Inline.LineBreak) return [];
                keys.Add(new FieldLine(bold.Span.Start, key.Span, text.Slice(key.Span).Trim().ToString(), bold.Span.End, i + 1, IsBold: true));
            }
            isLineStart = inlines[i] is Inline.LineBreak;
        }
        return keys.Count >= fewest ? keys : [];
    }

    private static int NextPipe(ReadOnlySpan<char> chars, int pipe)
    {
        var next = chars[(pipe + 1)..].IndexOf('|');
        return next < 0 ? -1 : pipe + 1 + next;
    }
}
