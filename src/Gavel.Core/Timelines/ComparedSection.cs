using System.Collections.Immutable;
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

    /// <summary>Where <see cref="Text"/> is code, in order.</summary>
    public ImmutableArray<TextSpan> Code { get; init; } = [];

    /// <summary>In the order of the text, the text before the first heading first.</summary>
    public static List<ComparedSection> Of(Document document)
    {
        var sections = new List<ComparedSection>();
        var above = new Stack<(int Level, int At)>();
        var header = document.HeaderSpans();
        var lines = document.Text.Lines;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            var level = section.Heading?.Level ?? 0;
            while (above.TryPeek(out var open) && open.Level >= level) above.Pop();
            var start = section.Heading?.Span.End ?? Math.Max(section.Span.Start, document.FrontMatter?.End ?? 0);
            var end = section.Children.IsEmpty ? Math.Max(section.Span.End, start) : section.Children[0].Span.Start;
            var isTitle = section.Heading is not null && ReferenceEquals(section.Heading, document.Title);
            var title = section.Heading?.Text ?? "";
            var span = TextSpan.Between(start, Math.Max(start, end));
            var (text, code) = Without(document.Text, span, header, CodeIn(section.Blocks));
            var line = lines.LineOf(section.Heading?.Span.Start ?? Math.Min(start, Math.Max(0, document.Text.Chars.Length - 1)));
            var key = HeadingKey.Of(title).Loose is { Length: > 0 } loose ? loose : title;
            sections.Add(new ComparedSection(key, title, above.TryPeek(out var parent) && parent.Level > 0 ? parent.At : -1, level, line, text) { IsTitle = isTitle, Code = code });
            above.Push((level, sections.Count - 1));
        }
        return sections;
    }

    // Blocks of code at the top and in lists and quotes, in order.
    private static List<TextSpan> CodeIn(ImmutableArray<Block> blocks)
    {
        var spans = new List<TextSpan>();
        var open = new Stack<Block>(blocks.Reverse());
        while (open.TryPop(out var block))
        {
            if (block is Block.Code code) spans.Add(code.Span);
            var below = block switch { Block.Quote quote => quote.Blocks, Block.Directive directive => directive.Blocks, Block.List list => [.. list.Items.SelectMany(i => i.Blocks)], _ => [] };
            for (var i = below.Length - 1; i >= 0; i--) open.Push(below[i]);
        }
        return spans;
    }

    private static (string Text, ImmutableArray<TextSpan> Code) Without(SourceText text, TextSpan span, List<TextSpan> cuts, List<TextSpan> code)
    {
        var kept = new StringBuilder();
        var at = span.Start;
        var spans = new List<TextSpan>();
        var (low, high) = (0, cuts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cuts[middle].Start < span.Start) low = middle + 1;
            else high = middle;
        }
        var next = 0;
        for (; low < cuts.Count && cuts[low].Start < span.End; low++)
        {
            Keep(cuts[low].Start);
            at = Math.Max(at, cuts[low].End);
        }
        Keep(span.End);
        var whole = kept.ToString();
        var trimmed = whole.AsSpan().TrimStart();
        var leading = whole.Length - trimmed.Length;
        var length = trimmed.TrimEnd().Length;
        return (whole.Substring(leading, length), [.. spans.Select(s => TextSpan.Between(Math.Max(0, s.Start - leading), Math.Clamp(s.End - leading, 0, length))).Where(s => s.Length > 0)]);

        void Keep(int end)
        {
            if (end <= at) return;
            for (; next < code.Count && code[next].Start < end; next++)
            {
                if (code[next].Start >= at && code[next].End <= end) spans.Add(TextSpan.Between(code[next].Start - at + kept.Length, code[next].End - at + kept.Length));
            }
            kept.Append(text.Chars, at, end - at);
        }
    }
}
