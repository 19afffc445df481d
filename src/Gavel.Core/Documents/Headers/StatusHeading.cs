using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>
/// A heading that says the status by itself, with nothing below it: <c>## Status: Accepted</c>. It is a field, and no section. Read in Markdown alone: in
/// reStructuredText another value would need other marks.
/// </summary>
internal static class StatusHeading
{
    private const int Among = 3; // the first sections
    private const int LongestValue = 80; // characters

    /// <returns>The sections without that heading and the fields with it; as they were where there is none, or the status is told already.</returns>
    public static (Section Root, ImmutableArray<HeaderField> Fields) Take(SourceText text, Section root, ImmutableArray<HeaderField> fields)
    {
        if (fields.Any(f => HeaderWords.IsStatusSection(f.Name))) return (root, fields);
        var parent = root.Children is [{ Children.IsEmpty: false } title] ? title : root;
        for (var i = 0; i < Math.Min(parent.Children.Length, Among); i++)
        {
            if (parent.Children[i] is not { Heading: { } heading, Blocks.IsEmpty: true, Children.IsEmpty: true } || FieldOf(text, heading) is not { } field) continue;
            var left = parent with { Children = parent.Children.RemoveAt(i) };
            return (ReferenceEquals(parent, root) ? left : root with { Children = [left] }, fields.Add(field));
        }
        return (root, fields);
    }

    private static HeaderField? FieldOf(SourceText text, Heading heading)
    {
        var written = text.Slice(heading.TextSpan);
        var colon = written.IndexOf(':');
        if (colon <= 0 || !HeaderWords.IsStatusSection(written[..colon].Trim().ToString())) return null;
        var value = written[(colon + 1)..];
        var start = heading.TextSpan.Start + colon + 1 + value.Length - value.TrimStart().Length;
        var span = TextSpan.Between(start, start + value.Trim().Length);
        if (span.IsEmpty || span.Length > LongestValue) return null;
        var name = TextSpan.Between(heading.TextSpan.Start, heading.TextSpan.Start + written[..colon].TrimEnd().Length);
        return new HeaderField(text.Substring(name), heading.Text[(heading.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), heading.Span, name, span, HeaderStyle.PlainParagraph);
    }
}
