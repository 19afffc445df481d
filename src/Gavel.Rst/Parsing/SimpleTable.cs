namespace Gavel.Rst.Parsing;

/// <summary>Reads a table whose columns lines of <c>=</c> mark; lines of <c>-</c> under a row join columns.</summary>
internal sealed class SimpleTable
{
    private readonly string[] _rows;
    private readonly List<TableCell?[]> _table = [];
    private List<(int Start, int End)> _columns = [];
    private int _borderEnd;
    private int _head;
    private TableFault? _fault;

    private SimpleTable(string[] rows) => _rows = rows;

    public static TableData? Parse(string[] rows, out TableFault? fault)
    {
        var table = new SimpleTable((string[])rows.Clone());
        table._rows[0] = table._rows[0].Replace('=', '-');
        table._rows[^1] = table._rows[^1].Replace('=', '-');
        fault = table.FindHead();
        if (fault is not null) return null;
        table.FindRows();
        fault = table._fault;
        return fault is null ? table.Structure() : null;
    }

    private TableFault? FindHead()
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            if (_rows[i].Length == 0 || _rows[i][0] != '=' || _rows[i].AsSpan().IndexOfAnyExcept('=', ' ') >= 0) continue;
            if (_head > 0)
            {
                return new TableFault(
                    $"Multiple head/body row separators (table lines {_head + 1} and {i + 1}); only one allowed.", i);
            }

            _head = i;
            _rows[i] = _rows[i].Replace('=', '-');
        }

        return _head > 0 && (_head == 1 || _head == _rows.Length - 1)
            ? new TableFault("The head/body row separator may not be the first or last line of the table.", _head)
            : null;
    }

    private void FindRows()
    {
        _columns = ReadColumns(_rows[0], 0);
        _borderEnd = _columns[^1].End;
        var (firstStart, firstEnd) = _columns[0];
        var start = 1;
        var textFound = false;
        for (var i = 1; i < _rows.Length && _fault is null; i++)
        {
            var line = _rows[i];
            if (line.Length > 0 && line[0] == '-' && line.AsSpan().IndexOfAnyExcept('-', ' ') < 0)
            {
                AddRow(start, i, line.TrimEnd());
                start = i + 1;
                textFound = false;
            }
            else if (!Slice(line, firstStart, firstEnd).IsWhiteSpace())
            {
                if (textFound && i != start) AddRow(start, i, null);
                start = i;
                textFound = true;
            }
            else if (!textFound)
            {
                start = i + 1;
            }
        }
    }

    private List<(int Start, int End)> ReadColumns(string line, int offset)
    {
        var columns = new List<(int Start, int End)>();
        for (var end = 0; line.IndexOf('-', end) is >= 0 and var begin;)
        {
            end = line.IndexOf(' ', begin);
            if (end < 0) end = line.Length;
            columns.Add((begin, end));
        }

        if (_columns.Count == 0) return columns;
        if (columns[^1].End != _borderEnd)
        {
            _fault ??= new TableFault($"Column span incomplete in table line {offset + 1}.", offset);
        }

        columns[^1] = (columns[^1].Start, _columns[^1].End);
        return columns;
    }

    private void AddRow(int from, int to, string? spans)
    {
        if (from >= to && spans is null) return;
        var columns = spans is null ? [.. _columns] : ReadColumns(spans, to);
        if (_fault is not null) return;
        CheckColumns(from, to, columns);
        if (_fault is not null) return;

        var row = new TableCell?[_columns.Count];
        var index = 0;
        foreach (var (start, end) in columns)
        {
            var first = index;
            if (index >= _columns.Count || start != _columns[index].Start)
            {
                _fault = new TableFault($"Column span alignment problem in table line {from + 2}.", from + 1);
                return;
            }

            while (index < _columns.Count && !(end == _columns[index].End || (index == _columns.Count - 1 && end >= _columns[index].End))) index++;
            if (index >= _columns.Count)
            {
                _fault = new TableFault($"Column span alignment problem in table line {from + 2}.", from + 1);
                return;
            }

            row[first] = new TableCell(0, index - first, from, start, to, end);
            index++;
        }

        _table.Add(row);
    }

    /// <summary>Text may not stand between columns; it may run over the end of the last one, which then grows.</summary>
    private void CheckColumns(int from, int to, List<(int Start, int End)> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            for (var k = from; k < to; k++)
            {
                var (start, end) = columns[i];
                var line = _rows[k];
                if (i == columns.Count - 1)
                {
                    if (Slice(line, end, int.MaxValue).IsWhiteSpace()) continue;
                    var newEnd = start + Slice(line, start, int.MaxValue).TrimEnd().Length;
                    var (mainStart, mainEnd) = _columns[^1];
                    columns[i] = (start, Math.Max(mainEnd, newEnd));
                    if (newEnd > mainEnd) _columns[^1] = (mainStart, newEnd);
                }
                else if (!Slice(line, end, columns[i + 1].Start).IsWhiteSpace())
                {
                    _fault = new TableFault($"Text in column margin in table line {k + 1}.", k);
                    return;
                }
            }
        }
    }

    private static ReadOnlySpan<char> Slice(string line, int start, int end)
    {
        start = Math.Min(start, line.Length);
        return line.AsSpan(start, Math.Max(Math.Min(end, line.Length) - start, 0));
    }

    private TableData Structure()
    {
        var widths = new int[_columns.Count];
        for (var i = 0; i < widths.Length; i++) widths[i] = _columns[i].End - _columns[i].Start;
        var head = 0;
        if (_head > 0)
        {
            for (var i = 0; i < _table.Count; i++)
            {
                if (_table[i][0]!.Top <= _head) continue;
                head = i;
                break;
            }
        }

        return new TableData(widths, _table, head);
    }
}
