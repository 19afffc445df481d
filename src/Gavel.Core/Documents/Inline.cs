using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>What a line of text is made of. Spans cover the markup too.</summary>
public abstract record Inline(TextSpan Span)
{
    /// <summary>Characters as a reader sees them: escapes and entities are resolved.</summary>
    public sealed record Run(TextSpan Span, string Text) : Inline(Span)
    {
        /// <summary>A formula between its dollar signs, as it is written.</summary>
        public bool IsFormula { get; init; }
    }

    /// <summary>Emphasis (1) or strong emphasis (2); another markup that only decorates (strike-through, a role) is 0.</summary>
    public sealed record Styled(TextSpan Span, int Strength, ImmutableArray<Inline> Children) : Inline(Span);

    public sealed record Code(TextSpan Span, string Text) : Inline(Span);

    /// <param name="Target">As written, references resolved; empty when it is not known.</param>
    /// <param name="TargetSpan">Where the target is written, which may be a link definition elsewhere; empty for a reference that resolves by itself.</param>
    public sealed record Link(TextSpan Span, string Target, TextSpan TargetSpan, ImmutableArray<Inline> Children, bool IsImage) : Inline(Span)
    {
        /// <summary>A bare address in the text.</summary>
        public bool IsAutomatic { get; init; }

        /// <summary>The name of a link definition or target that was asked for and does not exist; null when all is well.</summary>
        public string? UnresolvedReference { get; init; }
    }

    /// <summary>An HTML comment within a line. <see cref="Text"/> is what stands between the marks.</summary>
    public sealed record Comment(TextSpan Span, string Text) : Inline(Span);

    public sealed record Html(TextSpan Span, string Text) : Inline(Span);

    public sealed record FootnoteReference(TextSpan Span, string Label) : Inline(Span);

    public sealed record LineBreak(TextSpan Span, bool IsHard) : Inline(Span);
}
