using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>RFC 2822 lines: <c>Key: value</c>, going on in lines that are indented deeper.</summary>
internal static class Preamble
{
    private const int FewestAroundOdd = 4; // fields, where one line is none: "Version 0.1"

    /// <param name="within">Whole lines that hold the preamble and nothing else; they may be indented together.</param>
    public static void Read(SourceText text, TextSpan within, ImmutableArray<HeaderField>.Builder fields)
    {
        within = TextSpan.Between(LineStart(text, within.Start), within.End);
        var found = new List<HeaderField>();
        var lines = new LineCursor(text.Slice(within));
        var margin = -1;
        var odd = 0; // lines
        while (lines.MoveNext())
        {
            var span = new TextSpan(lines.Span.Start + within.Start, lines.Span.Length);
            var chars = text.Slice(span);
            if (chars.IsWhiteSpace()) continue;
            var indent = chars.Length - chars.TrimStart().Length;
            if (margin < 0) margin = indent;
            var start = span.Start + indent;
            if (indent > margin && found.Count > 0)
            {
                if (found[^1] is { ValueSpan.IsEmpty: true, Parent.Length: 0 } or { Parent.Length: > 0 } && FieldOn(text, start, span.End) is { } nested)
                {
                    var above = found[^1];
                    if (above.Parent.Length == 0) found.RemoveAt(found.Count - 1); // it only groups what is below it
                    found.Add(nested with { Parent = above.Parent.Length > 0 ? above.Parent : above.Name });
                    continue;
                }
                found[^1] = Extended(found[^1], TextSpan.Between(start, start + chars.Trim().Length));
                continue;
            }
            if (FieldOn(text, start, span.End) is { } field) found.Add(field);
            else if (found.Count == 0 || ++odd > 1) return;
        }
        if (found.Count >= (odd > 0 ? FewestAroundOdd : 2)) fields.AddRange(found.Select(f => f with { Value = PlainText.Fold(text.Slice(f.ValueSpan)) }));
    }

    // Its value is read when all its lines are known.
    private static HeaderField? FieldOn(SourceText text, int start, int end)
    {
        var rest = text.Chars.AsSpan(start, end - start).TrimEnd();
        var colon = rest.IndexOf(':');
        if (colon < 1 || colon + 1 < rest.Length && !char.IsWhiteSpace(rest[colon + 1]) || !KeyShape.FitsPlain(rest[..colon])) return null;
        var behind = rest[(colon + 1)..];
        var value = new TextSpan(start + colon + 1 + (behind.Length - behind.TrimStart().Length), behind.Trim().Length);
        var nameSpan = new TextSpan(start, rest[..colon].TrimEnd().Length);
        return new HeaderField(text.Substring(nameSpan), "", TextSpan.Between(start, Math.Max(value.End, start + colon + 1)), nameSpan, value, HeaderStyle.Preamble);
    }

    // A front end may begin the content behind the indentation of its first line, which is the margin of all.
    private static int LineStart(SourceText text, int at)
    {
        var start = at;
        while (start > 0 && text.Chars[start - 1] is ' ' or '\t') start--;
        return start == 0 || text.Chars[start - 1] is '\n' or '\r' ? start : at;
    }

    private static HeaderField Extended(HeaderField field, TextSpan more) =>
        field with { ValueSpan = field.ValueSpan.IsEmpty ? more : field.ValueSpan.Union(more), Span = field.Span.Union(more) };
}
