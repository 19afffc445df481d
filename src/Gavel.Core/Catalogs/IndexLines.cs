using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Leaves out of two versions of an index the rows that both have: an index of a thousand rows changes by one of them at a time.</summary>
internal static class IndexLines
{
    public static (string Old, string Now) WithoutCommon(string old, string now)
    {
        var head = HeadOf(old, now);
        var tail = TailOf(old.AsSpan(head), now.AsSpan(head));
        var (a, b) = (Lines(old.AsSpan(head, old.Length - tail - head)), Lines(now.AsSpan(head, now.Length - tail - head)));
        var ranges = LineDiff.Of(a, b);
        return (Join(old, head, a.Length, ranges, isNew: false), Join(now, head, b.Length, ranges, isNew: true));
    }

    // In characters, up to the start of a line: the lines at the beginning that both have, but the last one.
    private static int HeadOf(string old, string now) => old.AsSpan(0, old.AsSpan().CommonPrefixLength(now)).LastIndexOf('\n') + 1;

    // In characters, from the line end before: the lines at the end that both have.
    private static int TailOf(ReadOnlySpan<char> old, ReadOnlySpan<char> now)
    {
        var same = 0;
        var most = Math.Min(old.Length, now.Length);
        while (same < most && old[^(same + 1)] == now[^(same + 1)]) same++;
        // Both of the lines before end here: whole lines are the same, and the line end that stands before them.
        var end = old[^same..].IndexOf('\n');
        return end < 0 ? 0 : same - end;
    }

    private static string[] Lines(ReadOnlySpan<char> text)
    {
        var lines = new string[text.Count('\n') + 1];
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var end = text.IndexOf('\n');
            lines[i] = text[..end].ToString();
            text = text[(end + 1)..];
        }
        lines[^1] = text.ToString();
        return lines;
    }

    /// <param name="head">Where the compared lines begin.</param>
    /// <param name="compared">How many there are.</param>
    private static string Join(string text, int head, int compared, List<DiffRange> ranges, bool isNew)
    {
        var kept = new StringBuilder();
        var next = 0;
        var number = -1; // of the line, the first that was compared 0
        ReadOnlySpan<char> rest = text;
        ReadOnlySpan<char> before = default;
        for (var (start, isFirst, isLast) = (0, true, false); !isLast; isFirst = false)
        {
            if (start >= head) number++;
            var end = rest.IndexOf('\n');
            isLast = end < 0;
            var line = isLast ? rest : rest[..end];
            rest = isLast ? default : rest[(end + 1)..];
            while (next < ranges.Count && number >= StartOf(ranges[next], isNew) + CountOf(ranges[next], isNew)) next++;
            var isChanged = number >= 0 && number < compared && next < ranges.Count && number >= StartOf(ranges[next], isNew);
            if (isChanged || !IsRow(line, before, isFirst, rest, isLast)) kept.Append(line).Append('\n');
            before = line;
            start += line.Length + 1;
        }
        return kept.ToString();
    }

    private static int StartOf(DiffRange range, bool isNew) => isNew ? range.NewStart : range.OldStart;

    private static int CountOf(DiffRange range, bool isNew) => isNew ? range.NewCount : range.OldCount;

    // A line of a pipe table that is neither its head nor the line below, or an item of a list in one line.
    private static bool IsRow(ReadOnlySpan<char> line, ReadOnlySpan<char> before, bool isFirst, ReadOnlySpan<char> rest, bool isLast)
    {
        if (isFirst || line.IsEmpty) return false;
        if (line[0] == '|') return !isLast && before is ['|', ..] && !IsRule(line) && !IsRule(FirstLine(rest));
        if (!IsItem(line) || !IsItem(before)) return false; // the first item stays: what stands before a list may be no list without it
        var after = FirstLine(rest);
        return isLast || IsItem(after) || after.Trim().IsEmpty;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

    private static bool IsItem(ReadOnlySpan<char> line) => line is ['-' or '*', ' ', '[', ..];

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        if (at == line.Length || line[at] != '|') return false;
        var hasDash = false;
        for (; at < line.Length; at++)
        {
            if (line[at] is not ('|' or '-' or ':' or ' ' or '\t' or '\r')) return false;
            hasDash |= line[at] == '-';
        }
        return hasDash;
    }
}
