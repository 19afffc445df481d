using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents.Headers;

/// <summary>The beginning of a field among inlines: its key, and where its value begins.</summary>
/// <param name="Start">The first character of the key with its markup.</param>
/// <param name="ValueStart">Behind the colon and the markup that closes behind it.</param>
/// <param name="ValueIndex">The inline that holds <paramref name="ValueStart"/>; it may be one past the last.</param>
internal readonly record struct FieldLine(int Start, TextSpan NameSpan, string Name, int ValueStart, int ValueIndex, bool IsBold)
{
    private const char WideColon = '：'; // of Chinese and Japanese, with no space behind it
    private const int LongestWideKey = 8; // characters; what is longer before such a colon is a sentence

    /// <summary>Reads a key at the beginning of an inline.</summary>
    /// <param name="from">An offset within <c>inlines[at]</c> where the key must begin, behind white space.</param>
    public static FieldLine? At(SourceText text, ImmutableArray<Inline> inlines, int at, int from)
    {
        if (at >= inlines.Length) return null;
        return inlines[at] switch
        {
            Inline.Styled { Strength: > 0 } styled => Bold(text, inlines, at, styled),
            Inline.Run run => Plain(text, run, at, Math.Max(from, run.Span.Start)),
            _ => null,
        };
    }

    private static FieldLine? Bold(SourceText text, ImmutableArray<Inline> inlines, int at, Inline.Styled styled)
    {
        var inner = styled;
        while (inner.Children is [Inline.Styled { Strength: > 0 } deeper]) inner = deeper;
        if (inner.Children is not [Inline.Run key]) return null;
        var name = text.Slice(key.Span);
        var isBold = styled.Strength == 2 || inner.Strength == 2;
        if (name.TrimEnd() is [.., ':' or WideColon])
        {
            var trimmed = name.TrimEnd()[..^1].TrimEnd();
            return Make(text, styled.Span.Start, key.Span.Start, trimmed.Length, styled.Span.End, at + 1, isBold);
        }
        if (at + 1 >= inlines.Length || inlines[at + 1] is not Inline.Run next) return null;
        var rest = text.Slice(next.Span);
        var colon = rest.Length - rest.TrimStart().Length;
        if (colon >= rest.Length || rest[colon] is not (':' or WideColon) || rest[colon..].StartsWith("::")) return null;
        return Make(text, styled.Span.Start, key.Span.Start, name.TrimEnd().Length, next.Span.Start + colon + 1, at + 1, isBold);
    }

    private static FieldLine? Plain(SourceText text, Inline.Run run, int at, int from)
    {
        while (from < run.Span.End && char.IsWhiteSpace(text.Chars[from])) from++;
        var rest = text.Chars.AsSpan(from, Math.Min(run.Span.End - from, KeyShape.MaxLength + 16));
        var colon = rest.IndexOfAny(':', WideColon);
        if (colon < 1 || (rest[colon] == WideColon ? colon > LongestWideKey : colon + 1 < rest.Length && !char.IsWhiteSpace(rest[colon + 1]))) return null;
        return Make(text, from, from, rest[..colon].TrimEnd().Length, from + colon + 1, at, isBold: false);
    }

    private static FieldLine? Make(SourceText text, int start, int nameStart, int nameLength, int valueStart, int valueIndex, bool isBold)
    {
        var span = new TextSpan(nameStart, nameLength);
        var name = text.Slice(span);
        if (!(isBold ? KeyShape.Fits(name) : KeyShape.FitsPlain(name))) return null;
        return new FieldLine(start, span, name.Trim().ToString(), valueStart, valueIndex, isBold);
    }
}
