namespace Gavel.Core.Text;

/// <summary>Where each line of a text begins. LF, CR LF and a lone CR end a line.</summary>
public sealed class LineMap
{
    private readonly int[] _starts;
    private readonly string _text;

    public LineMap(string text)
    {
        _text = text;
        var starts = new List<int>(text.Length / 40 + 1) { 0 };
        var at = 0;
        while (true)
        {
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (next < 0) break;
            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }
        _starts = [.. starts];
    }

    /// <summary>At least 1: an empty text has one empty line.</summary>
    public int Count => _starts.Length;

    /// <summary>The 1-based line that holds the offset; an offset past the end is on the last line.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    public LinePosition PositionOf(int offset)
    {
        var line = LineOf(offset);
        return new LinePosition(line, offset - _starts[line - 1] + 1);
    }

    /// <summary>The offset of the first character of a 1-based line.</summary>
    public int StartOf(int line) => _starts[line - 1];

    /// <summary>A 1-based line without its terminator.</summary>
    public TextSpan SpanOf(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Length ? _starts[line] : _text.Length;
        while (end > start && _text[end - 1] is '\r' or '\n') end--;
        return TextSpan.Between(start, end);
    }

    /// <summary>A 1-based line with its terminator.</summary>
    public TextSpan FullSpanOf(int line) =>
        TextSpan.Between(_starts[line - 1], line < _starts.Length ? _starts[line] : _text.Length);

    /// <summary>The offset of a position; a column past the end of its line gives the line's end.</summary>
    public int OffsetOf(LinePosition position)
    {
        var line = Math.Clamp(position.Line, 1, Count);
        var span = FullSpanOf(line);
        return Math.Min(span.Start + Math.Max(position.Column - 1, 0), span.End);
    }
}
