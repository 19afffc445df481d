namespace Gavel.Rst.Parsing;

/// <summary>
/// A text cut into lines as docutils cuts it: tabs expanded, vertical tab and form feed blank, trailing white space outside the lines.
/// Offsets of lines are into <see cref="Text"/>; <see cref="ToOriginal"/> leads back to the text that the caller gave.
/// </summary>
internal sealed class LineTable
{
    private readonly int[]? _map;
    private readonly int[]? _numbers;

    private LineTable(string text, int[]? map, int[] starts, int[] ends, int[] firsts, int count, int[]? numbers)
    {
        Text = text;
        _map = map;
        Starts = starts;
        Ends = ends;
        FirstNonBlanks = firsts;
        Count = count;
        _numbers = numbers;
    }

    public string Text { get; }

    public int Count { get; }

    public int[] Starts { get; }

    /// <summary>Where the line ends without its trailing white space.</summary>
    public int[] Ends { get; }

    /// <summary>The first character of the line that is no white space; the end of a blank line.</summary>
    public int[] FirstNonBlanks { get; }

    /// <summary>The line number, from 1, in the original text.</summary>
    public int Number(int line) => _numbers is null ? line + 1 : line < _numbers.Length ? _numbers[line] : (_numbers.Length > 0 ? _numbers[^1] + 1 : 1);

    public int ToOriginal(int offset) => _map is null ? offset : _map[Math.Min(offset, _map.Length - 1)];

    /// <summary>Cuts a whole document.</summary>
    public static LineTable Of(string text, int tabWidth)
    {
        if (text.AsSpan().IndexOfAny(TextClasses.NeedsNormalizing) < 0) return Cut(text, null, null);
        var (normal, map) = Normalizer.Expand(text, tabWidth);
        return Cut(normal, map, null);
    }

    /// <summary>Lines that were made from parts of the original: each with its own text, the original offset of each of its characters, and its number.</summary>
    public static LineTable OfPieces(List<(string Text, int[] Map, int Number)> lines)
    {
        var text = new System.Text.StringBuilder();
        var map = new List<int>();
        var numbers = new int[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(lines[i].Text).Append('\n');
            map.AddRange(lines[i].Map);
            map.Add(lines[i].Map.Length > 0 ? map[^1] + 1 : map.Count > 0 ? map[^1] : 0);
            numbers[i] = lines[i].Number;
        }

        map.Add(map.Count > 0 ? map[^1] : 0);
        return Cut(text.ToString(), [.. map], numbers);
    }

    /// <summary>Text from elsewhere (another file, a computed cell): every place in it is one place in the document.</summary>
    public static LineTable OfForeign(string text, int tabWidth, int offset, int number)
    {
        var (normal, map) = Normalizer.Expand(text, tabWidth);
        map.AsSpan().Fill(offset);
        var table = Cut(normal, map, null);
        var numbers = new int[table.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = number;
        return new LineTable(normal, map, table.Starts, table.Ends, table.FirstNonBlanks, table.Count, numbers);
    }

    private static LineTable Cut(string text, int[]? map, int[]? numbers)
    {
        var span = text.AsSpan();
        var capacity = span.Count('\n') + 1;
        var starts = new int[capacity];
        var ends = new int[capacity];
        var firsts = new int[capacity];
        var count = 0;
        for (var start = 0; start < text.Length; count++)
        {
            var length = span[start..].IndexOf('\n');
            var next = length < 0 ? text.Length : start + length + 1;
            var end = length < 0 ? text.Length : start + length;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            var first = start;
            while (first < end && char.IsWhiteSpace(text[first])) first++;
            starts[count] = start;
            ends[count] = end;
            firsts[count] = first;
            start = next;
        }

        return new LineTable(text, map, starts, ends, firsts, count, numbers);
    }
}
