using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Finds <c>gavel: allow RULE: REASON</c> in the comments of a document.</summary>
internal static class AllowMarkReader
{
    private const string Tool = "gavel:";
    private const string Verb = "allow";

    public static ImmutableArray<AllowMark> Read(Document document)
    {
        // Most documents have none: ask the text before walking the tree.
        if (!Letters.HasPhrase(document.Text.Chars, Tool)) return [];
        var marks = ImmutableArray.CreateBuilder<AllowMark>();
        var titleAt = document.Title?.Span.Start ?? FirstHeading(document);
        var pending = new List<(string Rule, string Reason, TextSpan At)>();
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) Close(pending, heading.Span, document, marks);
            foreach (var leaf in BlockWalk.Leaves(section.Blocks))
            {
                if (leaf is Block.Comment comment && Parse(comment.Text) is { } read)
                {
                    if (comment.Span.Start < titleAt) marks.Add(new AllowMark(read.Rule, read.Reason, document.At(comment.Span), null));
                    else pending.Add((read.Rule, read.Reason, comment.Span));
                    continue;
                }
                if (leaf is not Block.Comment) Close(pending, leaf.Span, document, marks);
                if (leaf is Block.Paragraph paragraph) InParagraph(paragraph, document, titleAt, marks);
            }
        }
        Close(pending, new TextSpan(document.Text.Chars.Length, 0), document, marks);
        marks.Sort(static (a, b) => a.At.Span.CompareTo(b.At.Span));
        return marks.ToImmutable();
    }

    // A comment within a line holds for the lines of its block.
    private static void InParagraph(Block.Paragraph paragraph, Document document, int titleAt, ImmutableArray<AllowMark>.Builder marks)
    {
        foreach (var inline in paragraph.Inlines)
        {
            if (inline is not Inline.Comment comment || Parse(comment.Text) is not { } read) continue;
            var isWhole = comment.Span.Start < titleAt;
            marks.Add(new AllowMark(read.Rule, read.Reason, document.At(comment.Span), isWhole ? null : LinesOf(document.Text, paragraph.Span)));
        }
    }

    private static void Close(List<(string Rule, string Reason, TextSpan At)> pending, TextSpan next, Document document, ImmutableArray<AllowMark>.Builder marks)
    {
        foreach (var (rule, reason, at) in pending)
        {
            var (first, last) = LinesOf(document.Text, next);
            marks.Add(new AllowMark(rule, reason, document.At(at), (Math.Min(first, document.Text.Lines.LineOf(at.Start)), last)));
        }
        pending.Clear();
    }

    private static (int First, int Last) LinesOf(SourceText text, TextSpan span) => (text.Lines.LineOf(span.Start), text.Lines.LineOf(Math.Max(span.End - 1, span.Start)));

    private static int FirstHeading(Document document) =>
        document.Root.Children.IsEmpty ? document.Root.Blocks.FirstOrDefault(b => b is not Block.Comment)?.Span.Start ?? int.MaxValue : document.Root.Children[0].Span.Start;

    private static (string Rule, string Reason)? Parse(string comment)
    {
        var rest = comment.AsSpan().Trim();
        if (!rest.StartsWith(Tool, StringComparison.OrdinalIgnoreCase)) return null;
        rest = rest[Tool.Length..].TrimStart();
        if (!rest.StartsWith(Verb, StringComparison.OrdinalIgnoreCase)) return null;
        rest = rest[Verb.Length..].Trim();
        var colon = rest.IndexOf(':');
        return colon < 0 ? (rest.ToString(), "") : (rest[..colon].Trim().ToString(), PlainText.Fold(rest[(colon + 1)..]));
    }
}
