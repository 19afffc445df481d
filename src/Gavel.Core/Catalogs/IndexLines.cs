using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Leaves out of two versions of an index the rows that both have: an index of a thousand rows changes by one of them at a time.</summary>
internal static class IndexLines
{
    public static (string Old, string Now) WithoutCommon(string old, string now)
    {
        var (a, b) = (old.Split('\n'), now.Split('\n'));
        var head = 0;
        while (head < a.Length && head < b.Length && string.Equals(a[head], b[head], StringComparison.Ordinal)) head++;
        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && string.Equals(a[^(tail + 1)], b[^(tail + 1)], StringComparison.Ordinal)) tail++;
        var ranges = LineDiff.Of(a.AsSpan(head, a.Length - head - tail), b.AsSpan(head, b.Length - head - tail));
        for (var i = 0; i < ranges.Count; i++) ranges[i] = ranges[i] with { OldStart = ranges[i].OldStart + head, NewStart = ranges[i].NewStart + head };
        return (Join(a, ranges, static r => (r.OldStart, r.OldCount)), Join(b, ranges, static r => (r.NewStart, r.NewCount)));
    }

    private static string Join(string[] lines, List<DiffRange> ranges, Func<DiffRange, (int Start, int Count)> side)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            while (next < ranges.Count && side(ranges[next]) is var (start, count) && i >= start + count) next++;
            var isChanged = next < ranges.Count && side(ranges[next]) is var (first, length) && i >= first && i < first + length;
            if (isChanged || !IsRow(lines, i)) text.Append(lines[i]).Append('\n');
        }
        return text.ToString();
    }

    // A line of a pipe table that is neither its head nor the line below, or an item of a list in one line.
    private static bool IsRow(string[] lines, int at)
    {
        var line = lines[at].AsSpan().TrimEnd();
        if (line.StartsWith("|")) return !IsRule(line) && at + 1 < lines.Length && !IsRule(lines[at + 1]) && at > 0 && lines[at - 1].StartsWith('|');
        if (!IsItem(line)) return false;
        // The first item stays: what stands before a list may be no list without it.
        return at > 0 && IsItem(lines[at - 1]) && (at + 1 == lines.Length || lines[at + 1].AsSpan().Trim().IsEmpty || IsItem(lines[at + 1]));
    }

    private static bool IsItem(ReadOnlySpan<char> line) => line.StartsWith("- [") || line.StartsWith("* [");

    private static bool IsRule(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("|") && !line.ContainsAnyExcept("|-: \t\r") && line.Contains('-');
}
