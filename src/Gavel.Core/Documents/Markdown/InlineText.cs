using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>The lines of one leaf block as one text, joined by <c>\n</c>, that knows where each character stands in the source.</summary>
internal readonly struct InlineText
{
    private readonly string _source;
    private readonly int[]? _bufferStarts;
    private readonly TextSpan[]? _lines;

    /// <param name="lines">Spans of the source without terminators, in order; at least one.</param>
    public InlineText(string source, ReadOnlySpan<TextSpan> lines)
    {
        _source = source;
        if (IsOneStretch(source, lines))
        {
            Text = source;
            Start = lines[0].Start;
            End = lines[^1].End;
            return;
        }
        _lines = lines.ToArray();
        _bufferStarts = new int[lines.Length];
        var length = lines.Length - 1;
        foreach (var line in lines) length += line.Length;
        Text = string.Create(length, (source, _lines, _bufferStarts), static (buffer, state) =>
        {
            var at = 0;
            for (var i = 0; i < state._lines.Length; i++)
            {
                if (i > 0) buffer[at++] = '\n';
                state._bufferStarts[i] = at;
                state.source.AsSpan(state._lines[i].Start, state._lines[i].Length).CopyTo(buffer[at..]);
                at += state._lines[i].Length;
            }
        });
        Start = 0;
        End = length;
    }

    public string Text { get; }

    /// <summary>Where the content begins in <see cref="Text"/>.</summary>
    public int Start { get; }

    public int End { get; }

    /// <summary>The place in the source of a character of <see cref="Text"/>.</summary>
    public int ToSource(int at)
    {
        if (_bufferStarts is null) return at;
        var line = Array.BinarySearch(_bufferStarts, at);
        if (line < 0) line = ~line - 1;
        return _lines![line].Start + (at - _bufferStarts[line]);
    }

    /// <summary>The span in the source of a stretch of <see cref="Text"/>; a stretch that ends with a line break ends behind the source's terminator.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (_bufferStarts is null) return TextSpan.Between(start, end);
        var from = ToSource(start);
        if (end <= start) return new TextSpan(from, 0);
        var to = ToSource(end - 1) + 1;
        if (Text[end - 1] == '\n' && to < _source.Length && _source[to - 1] == '\r' && _source[to] == '\n') to++;
        return TextSpan.Between(from, to);
    }

    private static bool IsOneStretch(string source, ReadOnlySpan<TextSpan> lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Start != lines[i - 1].End + 1 || source[lines[i - 1].End] != '\n') return false;
        }
        return true;
    }
}
