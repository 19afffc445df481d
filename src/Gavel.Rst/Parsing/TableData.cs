namespace Gavel.Rst.Parsing;

/// <summary>The structure of a table that was drawn with characters. Rows and columns count from 0 at its top left corner.</summary>
/// <param name="Widths">The width of each column.</param>
/// <param name="Rows">The cells of each row, null where a cell above or to the left covers the place.</param>
/// <param name="HeadRows">How many rows are the head.</param>
internal sealed record TableData(int[] Widths, List<TableCell?[]> Rows, int HeadRows);

/// <summary>A cell: how many rows and columns more it covers, and the lines and columns of its text (ends exclusive).</summary>
internal sealed record TableCell(int MoreRows, int MoreColumns, int Top, int Left, int Bottom, int Right);

/// <summary>Why a table cannot be read.</summary>
/// <param name="Text">What docutils says.</param>
/// <param name="Line">The line within the table, from 0.</param>
internal sealed record TableFault(string Text, int Line);
