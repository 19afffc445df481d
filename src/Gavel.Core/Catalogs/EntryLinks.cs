using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Catalogs;

/// <summary>Collects the links of a proposal that rules over the whole catalog judge.</summary>
public static class EntryLinks
{
    /// <summary>In the order of the text. Links to other hosts are left out, but for those to the tracker that the schema names.</summary>
    public static ImmutableArray<EntryLink> Of(Proposal proposal)
    {
        var trackers = proposal.Schema.All<Demand.Media>().Select(m => m.AddressPrefix).OfType<string>().ToArray();
        var links = ImmutableArray.CreateBuilder<EntryLink>();
        var gone = GoneFromContents(proposal.Document);
        var open = new Stack<Inline>();
        foreach (var section in proposal.Document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) Add(proposal, heading.Inlines, trackers, links, open);
            foreach (var leaf in BlockWalk.Leaves(section.Blocks))
            {
                switch (leaf)
                {
                    case Block.Paragraph paragraph: Add(proposal, paragraph.Inlines, trackers, links, open); break;
                    case Block.NestedHeading nested: Add(proposal, nested.Inlines, trackers, links, open); break;
                    case Block.Table table:
                        foreach (var row in table.Rows)
                        {
                            foreach (var cell in row.Cells) Add(proposal, cell.Inlines, trackers, links, open);
                        }
                        break;
                    case Block.Directive { Name: "image" or "figure" } image: AddImage(proposal, image, links); break;
                }
            }
        }
        return gone.Count == 0 ? links.ToImmutable() : [.. links.Where(l => !gone.Exists(g => g.Contains(l.At.Span)))];
    }

    // Entries of a table of contents that mean no heading are the fault of that table.
    private static List<Text.TextSpan> GoneFromContents(Document document)
    {
        if (TableOfContents.Find(document) is not { } contents) return [];
        var headings = TableOfContents.HeadingsByLetters(document);
        return [.. contents.Entries.Where(e => TableOfContents.HeadingOf(e, headings) is null).Select(e => e.Span)];
    }

    private static void Add(Proposal proposal, ImmutableArray<Inline> inlines, string[] trackers, ImmutableArray<EntryLink>.Builder links, Stack<Inline> open)
    {
        var isRst = string.Equals(proposal.Document.Syntax, "rst", StringComparison.Ordinal);
        Push(inlines);
        while (open.TryPop(out var inline))
        {
            if (inline is Inline.Styled styled) Push(styled.Children);
            if (inline is not Inline.Link link) continue;
            Push(link.Children);
            if (link.Target.Length == 0 || !IsJudged(link.Target, trackers) || isRst && IsName(link.Target)) continue;
            var isWritten = !link.TargetSpan.IsEmpty && proposal.Text.Slice(link.TargetSpan).SequenceEqual(link.Target);
            links.Add(new EntryLink(link.Target, proposal.Document.At(isWritten ? link.TargetSpan : link.Span), link.IsImage, isWritten));
        }

        void Push(ImmutableArray<Inline> children)
        {
            for (var i = children.Length - 1; i >= 0; i--) open.Push(children[i]);
        }
    }

    // reStructuredText names an image in a directive's argument.
    private static void AddImage(Proposal proposal, Block.Directive image, ImmutableArray<EntryLink>.Builder links)
    {
        var target = image.Argument.Trim();
        if (target.Length == 0 || !IsJudged(target, [])) return;
        var at = proposal.Text.Slice(image.Span).IndexOf(target, StringComparison.Ordinal);
        var span = at < 0 ? image.Span : new Text.TextSpan(image.Span.Start + at, target.Length);
        links.Add(new EntryLink(target, proposal.Document.At(span), IsImage: true, IsTargetSpan: at >= 0));
    }

    // reStructuredText refers to its own targets by their names; the parser says where one is missing.
    private static bool IsName(string target) => target.AsSpan().IndexOfAny("./#") < 0;

    private static bool IsJudged(string target, string[] trackers) =>
        !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(trackers, t => target.StartsWith(t, StringComparison.OrdinalIgnoreCase));
}
