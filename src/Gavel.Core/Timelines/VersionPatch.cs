using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <summary>
/// Takes a version's facts over to the next where only prose within one section differs: nothing in the changed lines or beside them can begin, end
/// or move a heading, a field or a comment, in Markdown or reStructuredText. Most steps of a history are of this kind, and parsing costs much more.
/// </summary>
internal static class VersionPatch
{
    /// <returns>Null where only parsing tells.</returns>
    public static VersionFacts? Apply(VersionFacts old, string was, string now)
    {
        var head = was.AsSpan().CommonPrefixLength(now);
        if (head == was.Length && head == now.Length) return old;
        var tail = 0;
        var most = Math.Min(was.Length, now.Length) - head;
        while (tail < most && was[^(tail + 1)] == now[^(tail + 1)]) tail++;
        // Whole lines.
        var start = head == 0 ? 0 : was.LastIndexOf('\n', head - 1) + 1;
        var wasEnd = EndOfLine(was, was.Length - tail);
        var nowEnd = wasEnd + now.Length - was.Length;
        if (nowEnd < start || start < old.HeaderEnd) return null;
        var at = SectionAt(old.Sections, start);
        if (at < 0) return null;
        var section = old.Sections[at];
        var (first, end) = (section.Start, section.Start + section.Text.Length);
        if (start < first || wasEnd > end || nowEnd == start || (start == first && !char.IsLetter(now[start]))) return null;
        if (!IsSafeBehind(was, wasEnd) || !IsProse(was.AsSpan(start, wasEnd - start)) || !IsProse(now.AsSpan(start, nowEnd - start)) || HasFrame(section.Text)) return null;
        var shift = now.Length - was.Length;
        var sections = ImmutableArray.CreateBuilder<SectionFact>(old.Sections.Length);
        for (var i = 0; i < old.Sections.Length; i++)
        {
            var other = old.Sections[i];
            sections.Add(i == at ? other with { Text = now.Substring(first, end + shift - first) } : i > at && shift != 0 ? other with { Start = other.Start + shift } : other);
        }
        return old with { Sections = sections.MoveToImmutable() };
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static int SectionAt(ImmutableArray<SectionFact> sections, int offset)
    {
        var (low, high) = (0, sections.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sections[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    // The line behind is prose, or empty: no underline that would make a heading of the changed line.
    private static bool IsSafeBehind(string text, int end) => end + 1 >= text.Length || text[end + 1] is '\n' or '\r' || char.IsLetter(text[end + 1]);

    // Each line is empty or begins with a letter, and holds no mark of a comment, a fence or a literal block.
    // One plain loop: the platform's searches for several characters are compiled at start, and slow until they are compiled again.
    internal static bool IsProse(ReadOnlySpan<char> lines)
    {
        var isAtStart = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var c = lines[i];
            if (c is '\n' or '\r')
            {
                // Lone carriage returns end lines too, but not everywhere.
                if (c == '\r' && i + 1 < lines.Length && lines[i + 1] != '\n') return false;
                if (i > 1 && lines[i - 1] == ':' && lines[i - 2] == ':') return false;
                isAtStart = true;
                continue;
            }
            if (c is '\f' or '\u0085' or '\u2028' or '\u2029') return false;
            if (isAtStart && !char.IsLetter(c)) return false;
            if (c == '-' && !isAtStart && lines[i - 1] == '-') return false;
            if (c is '`' or '~' && i > 1 && lines[i - 1] == c && lines[i - 2] == c) return false;
            isAtStart = false;
        }
        return lines is not [.., ':', ':'];
    }

    // Blocks that an empty line ends.
    private static bool HasFrame(string section) => section.StartsWith('<') || section.Contains("\n<", StringComparison.Ordinal);
}
