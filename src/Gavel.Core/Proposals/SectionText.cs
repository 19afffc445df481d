using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Documents;

namespace Gavel.Core.Proposals;

/// <summary>What stands in a section and below it, gathered once: its words, headings and the leads of its items, links, images.</summary>
internal sealed class SectionText
{
    private static readonly string[] DiagramLanguages = ["mermaid", "plantuml", "puml", "uml", "dot", "graphviz", "seqdiag", "blockdiag", "actdiag", "nwdiag", "ditaa", "d2", "svgbob", "websequencediagrams"];

    private const int MaxLeadWords = 8;

    private readonly List<Inline.Link> _links = [];
    private readonly HashSet<string> _leads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public SectionText(Section section)
    {
        var folded = new StringBuilder();
        foreach (var part in section.SelfAndDescendants())
        {
            if (part.Heading is { } heading && !ReferenceEquals(part, section))
            {
                AddLead(heading.Text);
                folded.Append(HeadingKey.Fold(heading.Text)).Append(" \n ");
            }
            foreach (var slot in Slots.Of(part)) AddLead(slot.Heading!.Text);
            foreach (var list in part.Blocks.OfType<Block.List>())
            {
                foreach (var item in list.Items)
                {
                    if (item.Blocks is [Block.Paragraph first, ..]) AddLead(LeadOf(PlainText.Of(first.Inlines)));
                }
            }
            foreach (var leaf in BlockWalk.Leaves(part.Blocks)) Add(leaf, folded);
        }
        Folded = folded.ToString();
        foreach (var word in Folded.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) _words.Add(HeadingKey.Singular(word));
    }

    /// <summary>Letters and digits in lower case, one space between words.</summary>
    public string Folded { get; }

    /// <summary>A subheading, a bold lead or a list item begins with these words.</summary>
    public bool HasLead(HeadingKey key) => _leads.Contains(key.Loose);

    public IReadOnlyList<Inline.Link> Links => _links;

    public bool HasImage { get; private set; }

    public bool HasDiagram { get; private set; }

    public bool HasWord(string singular) => _words.Contains(singular);

    // All beginnings of it, word by word.
    private void AddLead(string text)
    {
        var loose = HeadingKey.Of(text).Loose;
        var words = 0;
        for (var i = 0; i <= loose.Length && words < MaxLeadWords; i++)
        {
            if (i < loose.Length && loose[i] != ' ') continue;
            _leads.Add(loose[..i]);
            words++;
        }
    }

    private void Add(Block leaf, StringBuilder folded)
    {
        switch (leaf)
        {
            case Block.Code code when DiagramLanguages.Contains(code.Language, StringComparer.Ordinal): HasDiagram = true; break;
            case Block.Directive directive:
                if (directive.Name is "image" or "figure") HasImage = true;
                if (DiagramLanguages.Contains(directive.Name, StringComparer.Ordinal) || directive.Name is "uml" or "digraph" or "graph") HasDiagram = true;
                break;
            case Block.Html html when html.Text.Contains("<img", StringComparison.OrdinalIgnoreCase) || html.Text.Contains("<svg", StringComparison.OrdinalIgnoreCase): HasImage = true; break;
            case Block.Paragraph paragraph: AddLinks(paragraph.Inlines); break;
            case Block.Table table:
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells) AddLinks(cell.Inlines);
                }
                break;
        }
        folded.Append(HeadingKey.Fold(BlockWalk.TextOf(leaf))).Append(" \n ");
    }

    private void AddLinks(ImmutableArray<Inline> inlines)
    {
        var open = new Stack<Inline>();
        for (var i = inlines.Length - 1; i >= 0; i--) open.Push(inlines[i]);
        while (open.TryPop(out var inline))
        {
            if (inline is Inline.Link link)
            {
                _links.Add(link);
                HasImage |= link.IsImage;
            }
            if (inline is Inline.Html html && html.Text.StartsWith("<img", StringComparison.OrdinalIgnoreCase)) HasImage = true;
            var children = inline is Inline.Styled styled ? styled.Children : (inline as Inline.Link)?.Children ?? [];
            for (var i = children.Length - 1; i >= 0; i--) open.Push(children[i]);
        }
    }

    // "Performance: it is fast" leads with "Performance".
    private static string LeadOf(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '\u2014', '\u2013');
        if (colon < 0) colon = text.IndexOf(" - ", StringComparison.Ordinal);
        return colon is > 0 and < 80 ? text[..colon] : text.Length > 120 ? text[..120] : text;
    }
}
