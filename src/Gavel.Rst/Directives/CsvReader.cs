using System.Text;
using Gavel.Rst.Parsing;

namespace Gavel.Rst.Directives;

/// <summary>How comma-separated values are written.</summary>
/// <param name="Delimiter">Between values.</param>
/// <param name="Quote">Around values.</param>
/// <param name="Escape">Makes the next character ordinary; null means that a doubled quote stands for one.</param>
/// <param name="SkipSpace">Whether white space after a delimiter is left out.</param>
internal sealed record CsvDialect(char Delimiter, char Quote, char? Escape, bool SkipSpace)
{
    public static CsvDialect Header { get; } = new(',', '"', '\\', true);
}

/// <summary>Reads comma-separated values; each cell is a block that knows where its characters stand.</summary>
internal sealed class CsvReader
{
    private readonly CsvDialect _dialect;
    private readonly List<List<Block>> _rows = [];
    private readonly List<(string Text, int[] Map, int Number)> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<int> _map = [];
    private List<Block> _row = [];
    private int _number;

    private CsvReader(CsvDialect dialect) => _dialect = dialect;

    /// <summary>The rows; a fault has the words of Python's csv module.</summary>
    public static List<List<Block>> Read(in Block block, CsvDialect dialect, out string? fault)
    {
        var reader = new CsvReader(dialect);
        fault = null;
        var inQuotes = false;
        for (var i = block.From; i < block.To && fault is null; i++)
        {
            reader._number = block.NumberOf(i);
            fault = reader.Line(block.Line(i), block.StartOf(i), block.Lines, ref inQuotes);
        }

        if (inQuotes && fault is null) fault = "unexpected end of data";
        return reader._rows;
    }

    private string? Line(ReadOnlySpan<char> line, int start, LineTable lines, ref bool inQuotes)
    {
        var wasQuoted = inQuotes;
        var atStart = !inQuotes;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var original = lines.ToOriginal(start + i);
            if (c == _dialect.Escape && i + 1 < line.Length)
            {
                Put(line[++i], original);
                atStart = false;
            }
            else if (inQuotes)
            {
                if (c != _dialect.Quote) Put(c, original);
                else if (_dialect.Escape is null && i + 1 < line.Length && line[i + 1] == c) Put(line[++i], original);
                else
                {
                    inQuotes = false;
                    wasQuoted = true;
                }
            }
            else if (c == _dialect.Delimiter)
            {
                EndCell();
                atStart = true;
                wasQuoted = false;
            }
            else if (atStart && c == _dialect.Quote)
            {
                inQuotes = true;
                atStart = false;
            }
            else if (!(atStart && c == ' ' && _dialect.SkipSpace))
            {
                if (wasQuoted) return $"'{_dialect.Delimiter}' expected after '{_dialect.Quote}'";
                Put(c, original);
                atStart = false;
            }
        }

        EndLine();
        if (inQuotes) return null;
        if (line.Length > 0 || wasQuoted) EndCell();
        _rows.Add(_row);
        _row = [];
        return null;
    }

    private void Put(char c, int original)
    {
        _text.Append(c);
        _map.Add(original);
    }

    private void EndLine()
    {
        _lines.Add((_text.ToString(), [.. _map], _number));
        _text.Clear();
        _map.Clear();
    }

    private void EndCell()
    {
        if (_text.Length > 0) EndLine();
        _row.Add(new Block(LineTable.OfPieces(_lines)));
        _lines.Clear();
    }
}
