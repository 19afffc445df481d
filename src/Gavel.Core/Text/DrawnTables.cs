namespace Gavel.Core.Text;

/// <summary>
/// Keeps the tables of reStructuredText in shape when words within their cells change: columns are drawn, so that a cell takes its padding along, and a
/// longer one widens its column in every line.
/// </summary>
internal static class DrawnTables
{
    private const int MostLines = 5000; // of a table; a longer one is left as the edits make it

    public static bool MayHold(string path) =>
        path.EndsWith(".rst", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rest", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text after edits that do not overlap, all made for it.</summary>
    /// <returns>Null where no edit lies in a cell, or a table cannot be kept in shape: the edits are then all there is.</returns>
    public static string? Apply(SourceText text, IEnumerable<FileEdit> edits)
    {
        var lines = new List<string>(text.Lines.Count);
        for (var line = 1; line <= text.Lines.Count; line++) lines.Add(text.Substring(text.Lines.SpanOf(line)));
        // From the end, so that what is before an edit stands where it stood; within a table columns may move.
        var open = edits.Select(e => Pending.Of(text, e)).OrderByDescending(e => e.Line).ThenByDescending(e => e.Start).ToList();
        if (open.Exists(e => e.Line != e.LastLine || e.NewText.AsSpan().ContainsAny('\n', '\r'))) return null;
        var isMended = false;
        for (var i = 0; i < open.Count; i++)
        {
            var edit = open[i];
            if (DrawnTable.Around(lines, edit.Line) is not { } table)
            {
                lines[edit.Line] = lines[edit.Line][..edit.Start] + edit.NewText + lines[edit.Line][edit.End..];
                continue;
            }
            if (table.Write(edit.Line, edit.Start, edit.End, edit.NewText) is not { } widened) return null;
            isMended = true;
            for (var j = i + 1; j < open.Count && widened.By > 0; j++)
            {
                if (open[j].Line >= table.First && open[j].Line <= table.Last && open[j].Start >= widened.At && open[j].Line != edit.Line) open[j] = open[j].Shifted(widened.By);
            }
        }
        return isMended ? Joined(text, lines) : null;
    }

    /// <summary>Whether a 1-based line is in a table with lines between its rows (true), or in one without (false); null where it is in none.</summary>
    public static bool? IsGridAt(SourceText text, int line)
    {
        if (!MayHold(text.Path)) return null;
        var lines = new List<string>(text.Lines.Count);
        for (var i = 1; i <= text.Lines.Count; i++) lines.Add(text.Substring(text.Lines.SpanOf(i)));
        return DrawnTable.Around(lines, line - 1)?.IsGrid;
    }

    private static string Joined(SourceText text, List<string> lines)
    {
        var result = new System.Text.StringBuilder();
        for (var line = 1; line <= lines.Count; line++)
        {
            var end = text.Lines.SpanOf(line).End;
            var next = line < lines.Count ? text.Lines.StartOf(line + 1) : text.Chars.Length;
            result.Append(lines[line - 1]).Append(text.Chars, end, next - end);
        }
        return result.ToString();
    }

    /// <summary>An edit by line and columns, all from 0.</summary>
    private readonly record struct Pending(int Line, int LastLine, int Start, int End, string NewText)
    {
        public static Pending Of(SourceText text, FileEdit edit)
        {
            var (first, last) = (text.Lines.LineOf(edit.Span.Start), text.Lines.LineOf(edit.Span.End));
            return new Pending(first - 1, last - 1, edit.Span.Start - text.Lines.StartOf(first), edit.Span.End - text.Lines.StartOf(last), edit.NewText);
        }

        public Pending Shifted(int by) => this with { Start = Start + by, End = End + by };
    }

    /// <summary>A table among lines, which are changed in place.</summary>
    private sealed record DrawnTable(List<string> Lines, int First, int Last, bool IsGrid)
    {
        public static DrawnTable? Around(List<string> lines, int at)
        {
            var (first, last) = (at, at);
            while (first > 0 && at - first < MostLines && lines[first - 1].AsSpan().Trim().Length > 0) first--;
            while (last + 1 < lines.Count && last - at < MostLines && lines[last + 1].AsSpan().Trim().Length > 0) last++;
            if (IsBorder(lines[first], '+') && IsBorder(lines[last], '+') && lines[at].AsSpan().TrimStart() is ['|', ..]) return new DrawnTable(lines, first, last, IsGrid: true);
            return first < at && at < last && IsBorder(lines[first], '=') && IsBorder(lines[last], '=') && !IsBorder(lines[at], '=') ? new DrawnTable(lines, first, last, IsGrid: false) : null;
        }

        /// <summary>Replaces a part of a cell.</summary>
        /// <returns>From which column on the table became wider, and by how much; null where it is drawn in a way that is not known.</returns>
        public (int At, int By)? Write(int line, int start, int end, string now) => IsGrid ? WriteGrid(line, start, end, now) : WriteSimple(line, start, end, now);

        private (int, int)? WriteGrid(int line, int start, int end, string now)
        {
            var border = line;
            while (border > First && !IsBorder(Lines[border], '+')) border--;
            var text = Lines[line];
            var from = Lines[border].AsSpan(0, Math.Min(start + 1, Lines[border].Length)).LastIndexOf('+');
            var to = from < 0 || end > Lines[border].Length ? -1 : Lines[border].IndexOf('+', Math.Max(end, from + 1));
            if (to < 0 || to >= text.Length || text[from] != '|' || text[to] != '|' || start <= from) return null;
            var cell = string.Concat(text.AsSpan(from + 1, start - from - 1), now, text.AsSpan(end, to - end)).TrimEnd() + ' ';
            var by = Math.Max(0, cell.Length - (to - from - 1));
            if (by > 0 && !Widen(to, by, static l => l is ['+', ..] ? l : null)) return null;
            Lines[line] = Lines[line][..(from + 1)] + cell.PadRight(to - from - 1 + by) + Lines[line][(to + by)..];
            return (to, by);
        }

        private (int, int)? WriteSimple(int line, int start, int end, string now)
        {
            var columns = Lines[First];
            var from = columns.AsSpan(0, Math.Min(start + 1, columns.Length)).LastIndexOf(' ') + 1;
            var to = columns.IndexOf(' ', Math.Min(start, columns.Length - 1));
            var text = Lines[line];
            if (to < 0 || to < from)
            {
                Lines[line] = text[..start] + now + text[end..]; // the last column may be longer than it is drawn
                return (int.MaxValue, 0);
            }
            var next = to;
            while (next < columns.Length && columns[next] == ' ') next++;
            if (end > to || next >= columns.Length) return null;
            var stop = Math.Min(next, text.Length);
            var cell = string.Concat(text.AsSpan(from, start - from), now, text.AsSpan(end, stop - end)).TrimEnd();
            var by = Math.Max(0, cell.Length - (to - from));
            if (by > 0 && !Widen(to, by, static l => l.AsSpan().IndexOfAnyExcept("= ") < 0 || l.AsSpan().IndexOfAnyExcept("- ") < 0 ? l : null)) return null;
            var rest = Lines[line].Length > next + by ? Lines[line][(next + by)..] : "";
            Lines[line] = Lines[line][..from] + (rest.Length == 0 ? cell : cell.PadRight(next - from + by) + rest);
            return (to, by);
        }

        /// <summary>Makes every line longer at a column: borders go on, words move.</summary>
        /// <param name="border">Gives back a line that is a border.</param>
        private bool Widen(int at, int by, Func<string, string?> border)
        {
            var wide = new string[Last - First + 1];
            for (var line = First; line <= Last; line++)
            {
                var old = Lines[line];
                if (at > old.Length)
                {
                    if (IsGrid) return false;
                    wide[line - First] = old;
                    continue;
                }
                // A cell that goes over several columns has no mark there.
                if (IsGrid ? at == old.Length || old[at] is not ('|' or '+') : at < old.Length && old[at] is not ' ') return false;
                var fill = border(old.TrimStart()) is not null && at > 0 ? old[at - 1] : ' ';
                wide[line - First] = at == old.Length && fill == ' ' ? old : old.Insert(at, new string(fill, by));
            }
            for (var line = First; line <= Last; line++) Lines[line] = wide[line - First];
            return true;
        }

        // "+---+====+", "==== ====".
        private static bool IsBorder(string line, char mark)
        {
            var drawn = line.AsSpan().Trim();
            return mark == '+' ? drawn is ['+', _, .., '+'] && drawn.IndexOfAnyExcept("+-=") < 0 : drawn.Contains(' ') && drawn.IndexOfAnyExcept("= ") < 0;
        }
    }
}
