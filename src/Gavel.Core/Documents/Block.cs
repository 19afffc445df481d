using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

public enum ListKind
{
    Bullet,
    Ordered,

    /// <summary>Each item has a <see cref="ListItem.Term"/>.</summary>
    Definition,
}

/// <param name="Marker">The bullet or the number with its delimiter; empty for a definition.</param>
/// <param name="Term">The words before a definition; null in other lists.</param>
/// <param name="IsDone">The state of a task box; null where there is none.</param>
public sealed record ListItem(TextSpan Span, TextSpan Marker, ImmutableArray<Inline>? Term, bool? IsDone, ImmutableArray<Block> Blocks);

public sealed record TableCell(TextSpan Span, ImmutableArray<Inline> Inlines);

public sealed record TableRow(TextSpan Span, ImmutableArray<TableCell> Cells, bool IsHeader);

/// <summary>What a section is made of. A span runs from the first character of the first line's markup to the end of the last line, without its terminator.</summary>
public abstract record Block(TextSpan Span)
{
    public sealed record Paragraph(TextSpan Span, ImmutableArray<Inline> Inlines) : Block(Span);

    public sealed record List(TextSpan Span, ListKind Kind, ImmutableArray<ListItem> Items) : Block(Span);

    public sealed record Table(TextSpan Span, ImmutableArray<TableRow> Rows) : Block(Span);

    /// <param name="Language">The first word of the info string, lower case; empty when none is given.</param>
    /// <param name="ContentSpan">The lines of code without fences; with the indentation that they have.</param>
    /// <param name="Text">The code, without indentation that belongs to the container.</param>
    public sealed record Code(TextSpan Span, string Language, TextSpan ContentSpan, string Text) : Block(Span);

    /// <summary>Text that no reader sees: an HTML comment, an RST comment. Nothing in it is parsed.</summary>
    /// <param name="ContentSpan">What stands between the marks.</param>
    public sealed record Comment(TextSpan Span, TextSpan ContentSpan, string Text) : Block(Span);

    public sealed record Quote(TextSpan Span, ImmutableArray<Block> Blocks) : Block(Span);

    public sealed record Html(TextSpan Span, string Text) : Block(Span);

    public sealed record Rule(TextSpan Span) : Block(Span);

    /// <summary>A named block with an argument, options and content: an RST directive, a Markdown container or admonition.</summary>
    public sealed record Directive(TextSpan Span, string Name, string Argument, ImmutableArray<HeaderField> Options, ImmutableArray<Block> Blocks) : Block(Span);

    /// <summary>Name and value pairs that are not the document's header (an RST field list in the text).</summary>
    public sealed record Fields(TextSpan Span, ImmutableArray<HeaderField> Items) : Block(Span);

    public sealed record Footnote(TextSpan Span, string Label, ImmutableArray<Block> Blocks) : Block(Span);

    /// <summary>A link definition or an RST target: <c>[label]: target</c>.</summary>
    public sealed record LinkDefinition(TextSpan Span, string Label, string Target, TextSpan TargetSpan) : Block(Span);

    /// <summary>A heading that is no section: inside a list, a quote or a table.</summary>
    public sealed record NestedHeading(TextSpan Span, int Level, ImmutableArray<Inline> Inlines) : Block(Span);
}
