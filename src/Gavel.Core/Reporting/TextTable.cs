using System.Text;

namespace Gavel.Core.Reporting;

/// <param name="CanShrink">Its cells are cut with <c>…</c> where the terminal is too narrow; identifiers never are.</param>
public sealed record TextColumn(string Title, bool CanShrink = false, bool IsRight = false);

/// <summary>Rows for people on a terminal; in a pipe the same rows with tabs between the cells, uncut, without a head.</summary>
public static class TextTable
{
    private const int Narrowest = 12;

    public static string Render(IReadOnlyList<TextColumn> columns, IReadOnlyList<string[]> rows, TextStyle style)
    {
        var text = new StringBuilder();
        if (style.Width is not { } width)
        {
            foreach (var row in rows) text.AppendJoin('\t', row.Select(c => TerminalText.Safe(c).Replace('\t', ' '))).Append('\n');
            return text.ToString();
        }
        var widths = columns.Select((c, i) => rows.Select(r => TerminalText.WidthOf(r[i])).Append(c.Title.Length).Max()).ToArray();
        Shrink(columns, widths, width - 2 * (columns.Count - 1));
        Append(text, columns, [.. columns.Select(c => c.Title)], widths, style.Bold);
        foreach (var row in rows) Append(text, columns, row, widths, s => s);
        return text.ToString();
    }

    /// <summary>Takes what is too much from the widest of the columns that may shrink.</summary>
    private static void Shrink(IReadOnlyList<TextColumn> columns, int[] widths, int room)
    {
        while (widths.Sum() > room)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => columns[i].CanShrink && widths[i] > Narrowest).OrderByDescending(i => widths[i]).Cast<int?>().FirstOrDefault();
            if (widest is not { } at) return;
            widths[at] = Math.Max(Narrowest, widths[at] - Math.Max(1, (widths.Sum() - room) / 2));
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<TextColumn> columns, string[] cells, int[] widths, Func<string, string> dress)
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
        text.Append(dress(line.ToString().TrimEnd())).Append('\n');
    }
}
