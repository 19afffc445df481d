using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

public enum HeadingStyle
{
    /// <summary><c># Title</c></summary>
    Atx,

    /// <summary>Markdown underlined with <c>=</c> or <c>-</c>.</summary>
    Setext,

    /// <summary>RST, underlined.</summary>
    Underlined,

    /// <summary>RST, underlined and overlined.</summary>
    Overlined,
}

/// <summary>The title of a section.</summary>
/// <param name="Span">All lines of the heading, adornments too.</param>
/// <param name="TextSpan">The title's text with its inline markup, without marks and surrounding space; empty where a heading has no text.</param>
/// <param name="Text">The title without markup, white space folded.</param>
/// <param name="Level">From 1. What the syntax says: the number of <c>#</c>, or the nesting depth in RST.</param>
/// <param name="Adornment">The character of an RST adornment; <c>#</c> for ATX.</param>
public sealed record Heading(TextSpan Span, TextSpan TextSpan, string Text, int Level, HeadingStyle Style, char Adornment, ImmutableArray<Inline> Inlines);

/// <summary>A heading with all that is under it up to the next one of its level or above.</summary>
/// <param name="Heading">Null for the document's root alone, whose blocks stand before the first heading.</param>
/// <param name="Span">From the heading to the end of the last line of the last child; the root's is the whole text without front matter.</param>
/// <param name="Blocks">What stands before the first child.</param>
public sealed record Section(Heading? Heading, TextSpan Span, ImmutableArray<Block> Blocks, ImmutableArray<Section> Children)
{
    /// <summary>This section and those below it, in the order of the text. Does not recurse.</summary>
    public IEnumerable<Section> SelfAndDescendants()
    {
        yield return this;
        if (Children.IsEmpty) yield break;
        var open = new Stack<Section>(Children.Length + 8);
        for (var i = Children.Length - 1; i >= 0; i--) open.Push(Children[i]);
        while (open.TryPop(out var section))
        {
            yield return section;
            for (var i = section.Children.Length - 1; i >= 0; i--) open.Push(section.Children[i]);
        }
    }
}
