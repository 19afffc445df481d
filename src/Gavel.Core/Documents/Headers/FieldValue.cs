using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>The text of a field's value, and its exact place.</summary>
internal static class FieldValue
{
    /// <summary>What stands from an offset up to another, without the white space and the joining pipe at its end.</summary>
    public static (TextSpan Span, string Text) Of(SourceText text, ImmutableArray<Inline> inlines, int index, int start, int end)
    {
        var span = Trim(text, start, end);
        var value = new StringBuilder();
        for (var i = index; i < inlines.Length && inlines[i].Span.Start < span.End; i++) Append(inlines[i], span, text, value);
        return (span, PlainText.Fold(value.ToString()));
    }

    private static TextSpan Trim(SourceText text, int start, int end)
    {
        var at = Math.Min(start, end);
        while (at < end && char.IsWhiteSpace(text.Chars[at])) at++;
        var stop = end;
        while (stop > at && (char.IsWhiteSpace(text.Chars[stop - 1]) || IsJoint(text, at, stop))) stop--;
        return TextSpan.Between(at, Math.Max(at, stop));
    }

    // A pipe that joins fields, or the backslash of a hard line break.
    private static bool IsJoint(SourceText text, int start, int end) => text.Chars[end - 1] switch
    {
        '|' => end - 1 == start || text.Chars[end - 2] != '\\',
        '\\' => end == text.Chars.Length || text.Chars[end] is '\n' or '\r',
        _ => false,
    };

    private static void Append(Inline inline, TextSpan within, SourceText text, StringBuilder value)
    {
        if (inline.Span.End <= within.Start) return;
        if (within.Contains(inline.Span))
        {
            value.Append(PlainText.Raw([inline]));
            return;
        }
        if (inline is not Inline.Run run) return;
        var (from, to) = (Math.Max(run.Span.Start, within.Start), Math.Min(run.Span.End, within.End));
        if (to <= from) return;
        // A run whose characters stand for themselves can be cut; another is cut by what is left of it in the source.
        value.Append(run.Text.Length == run.Span.Length ? run.Text.AsSpan(from - run.Span.Start, to - from) : Resolve(text.Chars.AsSpan(from, to - from)));
    }

    private static string Resolve(ReadOnlySpan<char> written) => System.Net.WebUtility.HtmlDecode(written.ToString().Replace("\\", "", StringComparison.Ordinal));
}
