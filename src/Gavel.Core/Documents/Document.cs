using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>A proposal, a template, an index or a page: what both syntaxes become.</summary>
/// <param name="FrontMatter">The front matter with its fences; null when there is none.</param>
/// <param name="Header">All header fields of all styles, in the order of the text.</param>
/// <param name="Root">Its blocks stand before the first heading; blocks that are read as header stay in it.</param>
/// <param name="Faults">What is wrong with the text as a text: <c>syntax</c>, <c>encoding</c>, <c>merge-conflict</c>.</param>
public sealed record Document(
    SourceText Text, TextSpan? FrontMatter, ImmutableArray<HeaderField> Header, Section Root, ImmutableArray<Diagnostic> Faults)
{
    /// <summary>The name of the syntax: <c>markdown</c> or <c>rst</c>.</summary>
    public required string Syntax { get; init; }

    /// <summary>The heading that reads as the document's own title: the first, where it stands above all others or something tells it apart from them (<see cref="Headers.DocumentTitle"/>); null when there is none.</summary>
    public Heading? Title { get; init; }

    /// <summary>Where a header field's spans point.</summary>
    public SourceText TextOf(HeaderField field) => field.In ?? Text;

    /// <summary>Where header fields stand in the text itself, in its order.</summary>
    public List<TextSpan> HeaderSpans()
    {
        var spans = new List<TextSpan>(Header.Length);
        foreach (var field in Header)
        {
            if (field.In is null) spans.Add(field.Span);
        }
        return spans;
    }

    public Place At(TextSpan span) => Place.In(Text, span);
}
