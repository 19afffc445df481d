using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>
/// The lines of a drawn table as strings of one character a column: a wide character is followed by a NUL, combining ones are left out of the
/// count. Gives the text of a cell back as a block.
/// </summary>
internal sealed class TableText
{
    private readonly Block _block;
    private readonly bool _isPlain;

    /// <summary>For a row with wide characters, made when a cell is first asked for: where each column begins in its line.</summary>
    private readonly int[]?[] _columns;

    /// <param name="block">The lines of the table.</param>
    public TableText(in Block block)
    {
        _block = block;
        Rows = new string[block.To - block.From];
        _columns = new int[Rows.Length][];
        _isPlain = true;
        for (var i = 0; i < Rows.Length; i++)
        {
            var line = block.Line(block.From + i);
            if (!WideCharacters.HasSpecialWidth(line))
            {
                Rows[i] = line.ToString();
                continue;
            }

            Rows[i] = Pad(line);
            _isPlain &= Rows[i].Length == line.Length && !HasCombining(line);
        }
    }

    public string[] Rows { get; }

    public Block Cell(TableCell cell)
    {
        if (cell.Bottom <= cell.Top) return _block with { To = _block.From };
        if (!_isPlain) return Unpadded(cell);
        var left = _block.Indent + cell.Left;
        var block = new Block(
            _block.Lines,
            _block.From + cell.Top,
            _block.From + cell.Bottom,
            left,
            left,
            Math.Min(_block.Right, cell.Right >= int.MaxValue - _block.Indent ? int.MaxValue : _block.Indent + cell.Right));
        return Dedent(block);
    }

    /// <summary>The lines of a cell as they are, for those who look at the table alone.</summary>
    public List<string> CellLines(TableCell cell)
    {
        var block = Cell(cell);
        var lines = new List<string>();
        for (var i = block.From; i < block.To; i++) lines.Add(block.Line(i).ToString());
        return lines;
    }

    private static Block Dedent(in Block block)
    {
        var indent = int.MaxValue;
        for (var i = block.From; i < block.To; i++)
        {
            var here = block.IndentOf(i);
            if (here >= 0) indent = Math.Min(indent, here);
        }

        return indent is 0 or int.MaxValue ? block : block.Part(block.From, block.To, indent);
    }

    private Block Unpadded(TableCell cell)
    {
        var pieces = new List<(string Text, int[] Map, int Number)>();
        for (var row = cell.Top; row < cell.Bottom; row++)
        {
            var line = _block.From + row;
            var start = _block.StartOf(line);
            var text = _block.Line(line);
            var columns = _columns[row] ??= Columns(text);
            var from = cell.Left < columns.Length ? columns[cell.Left] : text.Length;
            var to = cell.Right < columns.Length ? columns[cell.Right] : text.Length;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            var map = new int[to - from];
            for (var i = 0; i < map.Length; i++) map[i] = _block.Lines.ToOriginal(start + from + i);
            pieces.Add((text[from..to].ToString(), map, _block.NumberOf(line)));
        }

        return Dedent(new Block(LineTable.OfPieces(pieces)));
    }

    private static int[] Columns(ReadOnlySpan<char> text)
    {
        var columns = new List<int>(text.Length);
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i])) continue;
            while (columns.Count <= width && !IsCombining(text[i])) columns.Add(i);
            width += RstColumns.Of(text.Slice(i, i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1));
        }

        return [.. columns];
    }

    private static string Pad(ReadOnlySpan<char> line)
    {
        var result = new System.Text.StringBuilder(line.Length * 2);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.IsBmp && IsCombining((char)rune.Value)) continue;
            if (rune.IsBmp) result.Append((char)rune.Value);
            else result.Append('\ufffd');
            if (WideCharacters.IsWide(rune.Value)) result.Append('\0');
        }

        return result.ToString();
    }

    private static bool IsCombining(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool HasCombining(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (IsCombining(c)) return true;
        }

        return false;
    }
}
