using System.Text;

namespace Gavel.Core.Reporting;

/// <param name="CanShrink">Its cells are cut with <c>…</c> where the terminal is too narrow; identifiers never are.</param>
public sealed record TextColumn(string Title, bool CanShrink = false, bool IsRight = false);

/// <summary>Rows for people on a terminal; in a pipe the same rows with tabs between the cells, uncut, without a head.</summary>
public static class TextTable
{
    private const int Readable = 12; // columns: below it a cell says little, so that others give way first
    private const int Narrowest = 5;

    public static string Render(IReadOnlyList<TextColumn> columns, IReadOnlyList<string[]> rows, TextStyle style)
    {
        var text = new StringBuilder();
        if (style.Width is not { } width)
        {
            foreach (var row in rows) text.AppendJoin('\t', row.Select(c => TerminalText.Safe(c).Replace('\t', ' '))).Append('\n');
            return text.ToString();
        }
        var widths = columns.Select((c, i) => rows.Select(r => TerminalText.WidthOf(r[i])).Append(c.Title.Length).Max()).Select((w, i) => columns[i].CanShrink ? Math.Min(w, width) : w).ToArray();
        Shrink(columns, widths, width - 2 * (columns.Count - 1));
        Append(text, columns, [.. columns.Select(c => c.Title)], widths, width, style.Bold);
        foreach (var row in rows) Append(text, columns, row, widths, width, s => s);
        return text.ToString();
    }

    /// <summary>Takes what is too much from the widest of the columns that may shrink, below what is readable only where nothing else is left.</summary>
    private static void Shrink(IReadOnlyList<TextColumn> columns, int[] widths, int room)
    {
        foreach (var least in (int[])[Readable, Narrowest])
        {
            while (widths.Sum() > room)
            {
                var widest = Enumerable.Range(0, widths.Length).Where(i => columns[i].CanShrink && widths[i] > least).OrderByDescending(i => widths[i]).ThenByDescending(i => i).Cast<int?>().FirstOrDefault();
                if (widest is not { } at) break;
                widths[at]--;
            }
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<TextColumn> columns, string[] cells, int[] widths, int width, Func<string, string> dress)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = TerminalText.Safe(cells[i]).Replace('\t', ' ');
            if (columns[i].CanShrink) cell = TerminalText.Cut(cell, widths[i]);
            var space = new string(' ', Math.Max(0, widths[i] - TerminalText.WidthOf(cell)));
            if (i > 0) line.Append("  ");
            line.Append(columns[i].IsRight ? space + cell : i == cells.Length - 1 ? cell : cell + space);
        }
        text.Append(dress(TerminalText.Cut(line.ToString().TrimEnd(), width))).Append('\n');
    }
}
