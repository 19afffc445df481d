namespace Gavel.Core.Documents.Markdown;

internal enum InlineKind : byte
{
    /// <summary>Characters of the text as they are.</summary>
    Text,

    /// <summary>Characters that stand for others: an escape, an entity.</summary>
    Resolved,

    /// <summary>A run of <c>*</c>, <c>_</c> or <c>~</c> that may become emphasis.</summary>
    Delimiter,

    /// <summary><c>[</c> or <c>![</c> that may become a link.</summary>
    Bracket,

    /// <summary>A finished inline.</summary>
    Done,
}

/// <summary>One entry of the list that the inline parser folds; linked by index, -1 is none.</summary>
internal struct InlineNode
{
    public InlineKind Kind;
    public char Mark;
    public bool CanOpen;
    public bool CanClose;

    /// <summary>Of a bracket: false once it stands within another link.</summary>
    public bool IsActive;

    /// <summary>Of a bracket: another bracket stands behind it.</summary>
    public bool HasBracketBehind;

    /// <summary>How deep the finished inline is nested; 1 for a leaf.</summary>
    public byte Height;

    public int Start;
    public int End;

    /// <summary>The length of a delimiter run before any of it was used.</summary>
    public int RunLength;
    public int Previous;
    public int Next;

    /// <summary>The delimiter before this one that is still open.</summary>
    public int PreviousOpen;
    public int NextOpen;
    public string? Resolved;
    public Inline? Inline;
}
