using System.Text;
using Gavel.Core.Text;
using Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>Turns Markdig's code blocks into ours.</summary>
internal static class CodeBlocks
{
    public static Block.Code Fenced(string source, int offset, FencedCodeBlock block)
    {
        var start = block.Span.Start + offset;
        var firstEnd = Lines.EndOf(source, start);
        var contentStart = Lines.AfterEnd(source, firstEnd);
        var content = new TextSpan(contentStart, 0);
        var end = firstEnd;
        if (block.Lines.Count > 0)
        {
            content = TextSpan.Between(contentStart, Lines.EndOf(source, Lines.StartOf(source, offset, block, block.Lines.Count - 1)));
            end = content.End;
        }
        if (block.ClosingFencedCharCount > 0)
        {
            end = Lines.EndOf(source, Lines.AfterEnd(source, end));
        }
        else
        {
            end = Math.Max(firstEnd, Lines.Trim(source, start, end).End);
            content = TextSpan.Between(content.Start, Math.Max(content.Start, Math.Min(content.End, end)));
        }
        return new Block.Code(TextSpan.Between(start, end), LanguageOf(block.Info), content, TextOf(block, block.Lines.Count));
    }

    /// <returns>Null for one of empty lines.</returns>
    public static Block.Code? Indented(string source, int offset, CodeBlock block)
    {
        var count = block.Lines.Count;
        while (count > 0 && block.Lines.Lines[count - 1].Slice.AsSpan().IsWhiteSpace()) count--;
        if (count == 0) return null;
        var first = Lines.StartOf(source, offset, block, 0);
        if (first == block.Lines.Lines[0].Position + offset)
        {
            while (first < source.Length && source[first] is ' ' or '\t') first++;
        }
        var start = first;
        while (start > 0 && source[start - 1] is ' ' or '\t') start--;
        var span = TextSpan.Between(first, Lines.EndOf(source, Lines.StartOf(source, offset, block, count - 1)));
        return new Block.Code(span, "", TextSpan.Between(start, span.End), TextOf(block, count));
    }

    private static string LanguageOf(string? info)
    {
        var word = (info ?? "").AsSpan().Trim();
        var end = word.IndexOfAny(" \t{,");
        if (end == 0) word = word.Trim("{}.");
        else if (end > 0) word = word[..end];
        return word.ToString().ToLowerInvariant();
    }

    private static string TextOf(LeafBlock block, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Append('\n');
            var slice = block.Lines.Lines[i].Slice;
            text.Append(slice.AsSpan());
        }
        return text.ToString();
    }
}
