namespace Gavel.Rst.Parsing;

/// <summary>
/// Reads a table drawn with <c>+-|</c>. From each corner it walks right, down, left and up until the way closes; the right and the lower corner
/// of a cell are where the next ones begin.
/// </summary>
internal sealed class GridTable
{
    private readonly string[] _rows;
    private readonly int _bottom;
    private readonly int _right;
    private readonly SortedSet<int> _rowLines = [0];
    private readonly SortedSet<int> _columnLines = [0];
    private readonly List<(int Top, int Left, int Bottom, int Right)> _cells = [];
    private readonly int[] _done;
    private int _head;
    private long _budget;

    private GridTable(string[] rows)
    {
        _rows = rows;
        _bottom = rows.Length - 1;
        _right = rows[0].Length - 1;
        _done = new int[rows[0].Length];
        Array.Fill(_done, -1);
        _budget = (64L * rows.Length * rows[0].Length) + 10_000;
    }

    /// <summary>Reads rows that are all as long as the first.</summary>
    public static TableData? Parse(string[] rows, out TableFault? fault)
    {
        var table = new GridTable((string[])rows.Clone());
        fault = table.FindHead() ?? table.FindCells();
        if (fault is not null) return null;
        var data = table.Structure();
        if (data is null) fault = new TableFault("Malformed table; parse incomplete.", 0);
        return data;
    }

    private TableFault? FindHead()
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            if (!IsHeadLine(_rows[i])) continue;
            if (_head > 0)
            {
                return new TableFault(
                    $"Multiple head/body row separators (table lines {_head + 1} and {i + 1}); only one allowed.", i);
            }

            _head = i;
            _rows[i] = _rows[i].Replace('=', '-');
        }

        return _head > 0 && (_head == 1 || _head == _bottom)
            ? new TableFault("The head/body row separator may not be the first or last line of the table.", _head)
            : null;
    }

    private static bool IsHeadLine(string row)
    {
        var line = row.AsSpan().TrimEnd(' ');
        return line.Length >= 5 && line.StartsWith("+=") && line.EndsWith("=+") && line.IndexOfAnyExcept('=', '+') < 0;
    }

    private TableFault? FindCells()
    {
        var corners = new SortedSet<(int Top, int Left)> { (0, 0) };
        while (corners.Count > 0)
        {
            var (top, left) = corners.Min;
            corners.Remove((top, left));
            if (top == _bottom || left == _right || top <= _done[left]) continue;
            if (!ScanRight(top, left, out var bottom, out var right)) continue;
            for (var column = left; column < right; column++)
            {
                if (_done[column] != top - 1) return new TableFault("Malformed table; parse incomplete.", 0);
                _done[column] = bottom - 1;
            }

            _cells.Add((top, left, bottom, right));
            corners.Add((top, right));
            corners.Add((bottom, left));
        }

        for (var column = 0; column < _right; column++)
        {
            if (_done[column] != _bottom - 1) return new TableFault("Malformed table; parse incomplete.", 0);
        }

        return null;
    }

    private bool ScanRight(int top, int left, out int bottom, out int right)
    {
        var line = _rows[top];
        bottom = 0;
        for (right = left + 1; right <= _right; right++)
        {
            _budget--;
            if (line[right] == '+')
            {
                if (_budget > 0 && ScanDown(top, left, right, out bottom))
                {
                    return true;
                }
            }
            else if (line[right] != '-')
            {
                return false;
            }
        }

        return false;
    }

    private bool ScanDown(int top, int left, int right, out int bottom)
    {
        for (bottom = top + 1; bottom <= _bottom; bottom++)
        {
            _budget--;
            var c = _rows[bottom][right];
            if (c == '+')
            {
                if (_budget > 0 && ScanLeft(top, left, bottom, right)) return true;
            }
            else if (c != '|')
            {
                return false;
            }
        }

        return false;
    }

    private bool ScanLeft(int top, int left, int bottom, int right)
    {
        var line = _rows[bottom];
        for (var i = right - 1; i > left; i--)
        {
            _budget--;
            if (line[i] is not ('+' or '-')) return false;
        }

        if (line[left] != '+') return false;
        for (var i = bottom - 1; i > top; i--)
        {
            _budget--;
            if (_rows[i][left] is not ('+' or '|')) return false;
        }

        NoteLines(top, left, bottom, right);
        return true;
    }

    /// <summary>Notes the lines that the borders of a cell show.</summary>
    private void NoteLines(int top, int left, int bottom, int right)
    {
        _rowLines.Add(bottom);
        _columnLines.Add(right);
        for (var i = left + 1; i < right; i++)
        {
            if (_rows[top][i] == '+' || _rows[bottom][i] == '+') _columnLines.Add(i);
        }

        for (var i = top + 1; i < bottom; i++)
        {
            if (_rows[i][left] == '+' || _rows[i][right] == '+') _rowLines.Add(i);
        }
    }

    private TableData? Structure()
    {
        var rowLines = _rowLines.ToArray();
        var columnLines = _columnLines.ToArray();
        var widths = new int[columnLines.Length - 1];
        for (var i = 0; i < widths.Length; i++) widths[i] = columnLines[i + 1] - columnLines[i] - 1;
        var rows = new List<TableCell?[]>(rowLines.Length - 1);
        for (var i = 0; i + 1 < rowLines.Length; i++) rows.Add(new TableCell?[widths.Length]);
        var remaining = (long)rows.Count * widths.Length;
        foreach (var (top, left, bottom, right) in _cells)
        {
            var row = Array.BinarySearch(rowLines, top);
            var column = Array.BinarySearch(columnLines, left);
            var moreRows = Array.BinarySearch(rowLines, bottom) - row - 1;
            var moreColumns = Array.BinarySearch(columnLines, right) - column - 1;
            if (row < 0 || column < 0 || moreRows < 0 || moreColumns < 0 || rows[row][column] is not null) return null;
            remaining -= (long)(moreRows + 1) * (moreColumns + 1);
            rows[row][column] = new TableCell(moreRows, moreColumns, top + 1, left + 1, bottom, right);
        }

        if (remaining != 0) return null;
        return new TableData(widths, rows, _head > 0 ? Math.Max(Array.BinarySearch(rowLines, _head), 0) : 0);
    }
}
