using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>How a document writes its header data. Several styles may stand in one document (front matter and a list).</summary>
public enum HeaderStyle
{
    None,

    /// <summary>YAML between <c>---</c> lines; by lines where it is not sound YAML.</summary>
    FrontMatter,

    /// <summary><c>* **Status**: value</c> or <c>- **Status:** value</c>.</summary>
    BoldList,

    /// <summary>Bold keys in a paragraph, one each line or joined by a pipe.</summary>
    BoldParagraph,

    /// <summary><c>- Status: value</c>.</summary>
    PlainList,

    /// <summary><c>Status: value</c> lines that follow the title in a paragraph.</summary>
    PlainParagraph,

    /// <summary>RFC 2822 lines at the very start, or in the first fence.</summary>
    Preamble,

    /// <summary><c>:Status: value</c>, or an RST directive's options.</summary>
    FieldList,

    /// <summary>A table of two columns, or of one header row and one value row.</summary>
    Table,

    /// <summary><c>## Status</c> with the value as its text.</summary>
    SectionField,

    /// <summary>A YAML file beside the document.</summary>
    Sidecar,
}

/// <summary>One datum of a document's header.</summary>
/// <param name="Name">Without markup, colon and surrounding space.</param>
/// <param name="Value">Without markup and surrounding space; lines of a folded value are joined by one space, items of a list by <c>, </c>.</param>
/// <param name="Span">The whole field, from its marker to the end of its last line.</param>
/// <param name="NameSpan">The name alone, without markup.</param>
/// <param name="ValueSpan">The value with its markup, without surrounding space; empty, and placed where a value would begin, when there is none.</param>
public sealed record HeaderField(string Name, string Value, TextSpan Span, TextSpan NameSpan, TextSpan ValueSpan, HeaderStyle Style)
{
    /// <summary>A YAML comment behind the value or above it, without the mark; empty when there is none.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The keys that this one is nested under, outermost first, joined by a dot; empty at the top.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The file that holds the spans; null for the document's own file.</summary>
    public SourceText? In { get; init; }
}
