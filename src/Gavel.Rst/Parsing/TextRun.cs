using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Lines of a block as one text with LF between, and the way back from its offsets to the original.</summary>
internal readonly struct TextRun
{
    private readonly LineTable _lines;

    /// <summary>Where each line begins in <see cref="Text"/> and in the text of the lines; null for a slice.</summary>
    private readonly (int Here, int There)[]? _pieces;

    private TextRun(string text, int from, int to, LineTable lines, (int Here, int There)[]? pieces)
    {
        Text = text;
        From = from;
        To = to;
        _lines = lines;
        _pieces = pieces;
    }

    public string Text { get; }

    public int From { get; }

    public int To { get; }

    public int Length => To - From;

    public ReadOnlySpan<char> Span => Text.AsSpan(From, To - From);

    public static TextRun Of(in Block block) => Of(block, block.From, block.To);

    /// <summary>The text of some lines of the block, without white space at its end.</summary>
    public static TextRun Of(in Block block, int from, int to)
    {
        while (to > from && block.IsBlank(to - 1)) to--;
        if (to <= from) return new TextRun("", 0, 0, block.Lines, null);
        if (IsSlice(block, from, to)) return new TextRun(block.Lines.Text, block.StartOf(from), block.EndOf(to - 1), block.Lines, null);

        var pieces = new (int Here, int There)[to - from];
        var length = to - from - 1;
        for (var i = from; i < to; i++) length += block.EndOf(i) - block.StartOf(i);
        var text = string.Create(length, (block, from, to, pieces), static (target, state) =>
        {
            var here = 0;
            for (var i = state.from; i < state.to; i++)
            {
                if (i > state.from) target[here++] = '\n';
                var line = state.block.Line(i);
                state.pieces[i - state.from] = (here, state.block.StartOf(i));
                line.CopyTo(target[here..]);
                here += line.Length;
            }
        });
        return new TextRun(text, 0, text.Length, block.Lines, pieces);
    }

    /// <summary>A part of one line.</summary>
    public static TextRun OfLine(in Block block, int from, int to) => new(block.Lines.Text, from, to, block.Lines, null);

    /// <summary>A text whose every offset stands for one place.</summary>
    public static TextRun OfForeign(string text, in Block place) => new(text, 0, text.Length, place.Lines, [(0, int.MinValue + (place.IsEmpty ? 0 : place.StartOf(place.From)))]);

    public TextRun Part(int from, int to) => new(Text, from, to, _lines, _pieces);

    public int ToOriginal(int offset)
    {
        if (_pieces is null) return _lines.ToOriginal(offset);
        if (_pieces[0].There < 0) return _lines.ToOriginal(_pieces[0].There - int.MinValue);
        var low = 0;
        var high = _pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Here <= offset) low = middle;
            else high = middle - 1;
        }

        return _lines.ToOriginal(_pieces[low].There + (offset - _pieces[low].Here));
    }

    public RstSpan SpanOf(int from, int to) => RstSpan.FromBounds(ToOriginal(from), to > from ? ToOriginal(to - 1) + 1 : ToOriginal(from));

    private static bool IsSlice(in Block block, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (block.StartOf(i + 1) != block.EndOf(i) + 1) return false;
        }

        return true;
    }
}
