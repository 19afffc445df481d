using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

internal enum PassageKind
{
    Paragraph,
    Item,

    /// <summary>A heading in a comment, a quote or a list.</summary>
    Heading,
    Quote,
    Code,
    Cell,

    /// <summary>The words before a definition.</summary>
    Term,
}

/// <summary>One paragraph, list item or the like of a template's text.</summary>
/// <param name="Text">Without markup, white space folded.</param>
/// <param name="Span">Where it stands; for an item its own first block, not the nested ones.</param>
internal sealed record Passage(PassageKind Kind, string Text, TextSpan Span)
{
    /// <summary>How deep in lists, from 0.</summary>
    public int Depth { get; init; }

    public bool InComment { get; init; }

    /// <summary>A comment within a line.</summary>
    public bool IsInline { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>It stands in brackets that open in one paragraph and close in another.</summary>
    public bool IsBracketed { get; set; }

    /// <summary>What is left of a paragraph whose direction to the author was taken out: it stays.</summary>
    public bool IsKept { get; init; }

    /// <summary>The level of a heading.</summary>
    public int Level { get; init; }

    /// <summary>The state of a task box; null where there is none.</summary>
    public bool? IsDone { get; init; }

    /// <summary>The bold words at its beginning; empty when it begins otherwise.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The first line of the list that it is an item of; tells lists apart.</summary>
    public int ListStart { get; init; } = -1;

    /// <summary>The first line of a block that holds this and others (a comment, a quote).</summary>
    public int BlockStart { get; init; } = -1;

    public string Language { get; init; } = "";

    /// <summary>The paragraph before it in its section; null when none is.</summary>
    public Passage? Intro { get; set; }

    private WordText? _words;

    public WordText Words => _words ??= WordText.Of(Text);

    public bool IsTable => Kind == PassageKind.Cell;

    public Block? Block { get; init; }
}
