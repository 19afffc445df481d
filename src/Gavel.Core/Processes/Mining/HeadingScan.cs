using Gavel.Core.Text;

namespace Gavel.Core.Processes.Mining;

/// <summary>Reads the headings of a text without parsing it: lines with <c>#</c>, and lines over a line of one repeated character. One in a code block counts too, which is rare enough for a count.</summary>
internal static class HeadingScan
{
    private const int LongestHeading = 160; // characters

    /// <returns>Folded as <see cref="Traits.Fold"/> does.</returns>
    public static HashSet<string> Of(string chars)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        var cursor = new LineCursor(chars);
        var before = default(TextSpan);
        while (cursor.MoveNext())
        {
            var line = chars.AsSpan(cursor.Span.Start, cursor.Span.Length).TrimEnd();
            if (line.Length is > 1 and < LongestHeading && line[0] == '#' && line.TrimStart('#') is [' ', ..]) headings.Add(Traits.Fold(line.Trim('#').Trim().ToString()));
            else if (IsAdornment(line) && before.Length is > 0 and < LongestHeading && line.Length * 2 >= before.Length)
                headings.Add(Traits.Fold(chars.Substring(before.Start, before.Length)));
            before = cursor.Span;
        }
        return headings;
    }

    private static bool IsAdornment(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is ('=' or '-' or '~' or '^' or '"' or '\'' or '+' or '*' or '`' or '#' or '.' or ':' or '_') && line.TrimStart(line[0]).IsEmpty;
}
