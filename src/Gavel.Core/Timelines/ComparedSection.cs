using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Timelines;

/// <summary>A section as a difference sees it.</summary>
/// <param name="Key">How its heading compares; empty for the text before the first heading.</param>
/// <param name="Parent">The place of the section above in the list; -1 at the top.</param>
/// <param name="Text">Its own, without heading, header fields and subsections.</param>
internal sealed record ComparedSection(string Key, string Title, int Parent, int Level, int Line, string Text)
{
    /// <summary>The text before the first heading.</summary>
    public bool IsIntroduction => Level == 0;

    /// <summary>The heading is the document's title.</summary>
    public bool IsTitle { get; init; }

    /// <summary>In the order of the text, the text before the first heading first.</summary>
    public static List<ComparedSection> Of(Document document)
    {
        var sections = new List<ComparedSection>();
        var above = new Stack<(int Level, int At)>();
        var header = document.Header.Where(f => f.In is null).Select(f => f.Span).OrderBy(s => s.Start).ToList();
        var lines = document.Text.Lines;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            var level = section.Heading?.Level ?? 0;
            while (above.TryPeek(out var open) && open.Level >= level) above.Pop();
            var start = section.Heading?.Span.End ?? Math.Max(section.Span.Start, document.FrontMatter?.End ?? 0);
            var end = section.Children.IsEmpty ? Math.Max(section.Span.End, start) : section.Children[0].Span.Start;
            var isTitle = section.Heading is not null && ReferenceEquals(section.Heading, document.Title);
            var title = section.Heading?.Text ?? "";
            sections.Add(new ComparedSection(HeadingKey.Of(title).Loose is { Length: > 0 } key ? key : title, title, above.TryPeek(out var parent) && parent.Level > 0 ? parent.At : -1, level, lines.LineOf(section.Heading?.Span.Start ?? Math.Min(start, Math.Max(0, document.Text.Chars.Length - 1))), Without(document.Text, TextSpan.Between(start, Math.Max(start, end)), header)) { IsTitle = isTitle });
            above.Push((level, sections.Count - 1));
        }
        return sections;
    }

    private static string Without(SourceText text, TextSpan span, List<TextSpan> cuts)
    {
        var kept = new StringBuilder();
        var at = span.Start;
        var (low, high) = (0, cuts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cuts[middle].Start < span.Start) low = middle + 1;
            else high = middle;
        }
        for (; low < cuts.Count && cuts[low].Start < span.End; low++)
        {
            if (cuts[low].Start > at) kept.Append(text.Chars, at, cuts[low].Start - at);
            at = Math.Max(at, cuts[low].End);
        }
        if (at < span.End) kept.Append(text.Chars, at, span.End - at);
        return kept.ToString().Trim();
    }
}
