using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Writes a table of contents anew, with the bullets and the indentation that it had.</summary>
internal static class ContentsWriter
{
    /// <returns>Null where the list is not plain, an item of several lines, and in reStructuredText, where links are written otherwise.</returns>
    public static Fix? Fix(Proposal proposal, TableOfContents contents, List<Heading> headings)
    {
        if (proposal.Document.Syntax != "markdown") return null;
        var text = proposal.Text;
        var span = contents.Span;
        if (text.Lines.LineOf(span.End) - text.Lines.LineOf(span.Start) + 1 != contents.Entries.Length || headings.Count == 0) return null;
        var first = contents.Items[0];
        var marker = text.Substring(first.Marker);
        if (marker.Length == 0 || contents.Kind == ListKind.Ordered && contents.Entries.Any(e => e.Depth > 0)) return null;
        var margin = text.Substring(TextSpan.Between(text.Lines.StartOf(text.Lines.LineOf(span.Start)), first.Marker.Start));
        if (!string.IsNullOrWhiteSpace(margin)) return null;
        var written = Write(proposal, contents, headings, marker, margin);
        var start = text.Lines.StartOf(text.Lines.LineOf(span.Start));
        return new Fix("write the table of contents anew", IsSafe: true, ChangeSet.Edit(text, TextSpan.Between(start, span.End), written));
    }

    private static string Write(Proposal proposal, TableOfContents contents, List<Heading> headings, string marker, string margin)
    {
        var text = proposal.Text;
        var above = new Stack<int>(); // levels of the headings that the entry stands under
        var indent = Indent(text, contents, marker);
        var anchors = AnchorsByHeading(proposal);
        var kept = contents.Entries.GroupBy(e => TableOfContents.Letters(e.Text), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<TocEntry>(g), StringComparer.Ordinal);
        var result = new StringBuilder();
        foreach (var heading in headings)
        {
            if (result.Length > 0) result.Append(text.NewLine);
            var mark = contents.Kind == ListKind.Ordered ? Numbered(marker, headings.IndexOf(heading) + 1) : marker;
            while (above.TryPeek(out var level) && level >= heading.Level) above.Pop();
            result.Append(margin).Insert(result.Length, indent, above.Count).Append(mark).Append(' ');
            above.Push(heading.Level);
            // What fits is kept as it was written, an anchor of another convention too.
            if (kept.GetValueOrDefault(TableOfContents.Letters(heading.Text))?.TryDequeue(out var entry) == true)
            {
                result.Append(text.Slice(entry.Span));
                continue;
            }
            result.Append('[').Append(Written(text, heading)).Append("](#");
            result.Append(anchors.GetValueOrDefault(heading) ?? "").Append(')');
        }
        return result.ToString();
    }

    // With its markup; a link may stand in no other one (CommonMark 6.3), so of such a heading the words alone.
    private static string Written(SourceText text, Heading heading)
    {
        var title = text.Substring(heading.TextSpan);
        if (heading.Inlines.All(i => i is Inline.Run or Inline.Code or Inline.Styled) && !title.AsSpan().ContainsAny("[]\r\n")) return title;
        return string.Concat(heading.Text.Select(c => c is '\\' or '[' or ']' or '<' or '&' or '`' or '*' ? $"\\{c}" : $"{c}"));
    }

    private static string Indent(SourceText text, TableOfContents contents, string marker)
    {
        foreach (var item in contents.Items)
        {
            if (item.Blocks.OfType<Block.List>().FirstOrDefault() is not { } below) continue;
            var line = text.Lines.StartOf(text.Lines.LineOf(below.Items[0].Marker.Start));
            var outer = text.Lines.StartOf(text.Lines.LineOf(item.Marker.Start));
            var white = text.Substring(TextSpan.Between(line, below.Items[0].Marker.Start));
            var before = item.Marker.Start - outer;
            if (white.Length > before && string.IsNullOrWhiteSpace(white)) return white[before..];
        }
        return new string(' ', marker.Length + 1);
    }

    private static string Numbered(string marker, int number) =>
        marker.StartsWith("1", StringComparison.Ordinal) || char.IsAsciiDigit(marker[0])
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) + marker[^1]
            : marker;

    private static Dictionary<Heading, string> AnchorsByHeading(Proposal proposal)
    {
        var result = new Dictionary<Heading, string>(ReferenceEqualityComparer.Instance);
        foreach (var (heading, anchor) in HeadingAnchors.Of(proposal.Document, proposal.Process.Anchors)) result.TryAdd(heading, anchor);
        return result;
    }
}
