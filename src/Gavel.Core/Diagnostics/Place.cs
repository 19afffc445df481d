using Gavel.Core.Text;

namespace Gavel.Core.Diagnostics;

/// <summary>A stretch of a file, with its lines and columns already known, so that reports need no text.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="End">Exclusive.</param>
public sealed record Place(string Path, TextSpan Span, LinePosition Start, LinePosition End)
{
    public static Place In(SourceText text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Chars.Length);
        var inside = TextSpan.Between(start, Math.Clamp(span.End, start, text.Chars.Length));
        return new Place(text.Path, inside, text.Lines.PositionOf(inside.Start), text.Lines.PositionOf(inside.End));
    }

    /// <summary>The first character of a file whose text is not at hand.</summary>
    public static Place StartOf(string path) => new(path, default, new LinePosition(1, 1), new LinePosition(1, 1));
}
