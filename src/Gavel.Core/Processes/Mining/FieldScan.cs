using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Processes.Mining;

/// <summary>Reads one header field of a text without parsing it, in every header style. Looks at the beginning only, so that hundreds of documents cost milliseconds.</summary>
internal static class FieldScan
{
    private const int MostLines = 120; // a header stands at the beginning
    private const int MostChars = 16_384;

    /// <returns>The value with its markup; null when the field is not there or has none.</returns>
    public static string? ValueOf(string chars, string field)
    {
        var cursor = new LineCursor(chars.AsSpan(0, Math.Min(chars.Length, MostChars)));
        var awaitsValue = false;
        for (var line = 0; line < MostLines && cursor.MoveNext(); line++)
        {
            var text = chars.AsSpan(cursor.Span.Start, cursor.Span.Length).Trim();
            if (text is ['<', ..] && CellsOf(text) is { } cells) text = cells;
            if (text.IsEmpty) continue;
            if (awaitsValue)
            {
                if (IsAdornment(text) || text.StartsWith("<!--")) continue;
                if (text[0] == '#') return null;
                if (Match(text, field, out var below) == Found.Value) return below;
                return text.TrimStart("-*+> ").ToString();
            }
            if (text[0] == '|' && BelowIn(chars, cursor, text, field) is { } cell) return cell.Length > 0 ? cell : null;
            switch (Match(text, field, out var value))
            {
                case Found.Value: return value;
                case Found.Heading: awaitsValue = true; break;
            }
        }
        return null;
    }

    // "<tr><td> Status </td><td> Draft </td></tr>" as "Status | Draft"; null for a line without a cell.
    private static string? CellsOf(ReadOnlySpan<char> html)
    {
        if (!html.Contains("<td", StringComparison.OrdinalIgnoreCase) && !html.Contains("<th", StringComparison.OrdinalIgnoreCase)) return null;
        var cells = new StringBuilder();
        while (!html.IsEmpty)
        {
            var open = html.IndexOf('<');
            cells.Append(open < 0 ? html : html[..open]);
            if (open < 0 || html[open..].IndexOf('>') is not (> 0 and var length)) break;
            var tag = html.Slice(open, length);
            if (cells.Length > 0 && (tag.StartsWith("<td", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<th", StringComparison.OrdinalIgnoreCase))) cells.Append('|');
            html = html[(open + length + 1)..];
        }
        return cells.ToString().Trim();
    }

    // A row of names over one row of values: the cell below the name, empty where nothing is in it; null for every other line.
    private static string? BelowIn(string chars, LineCursor cursor, ReadOnlySpan<char> names, string field)
    {
        var column = ColumnOf(names, field);
        if (column < 0 || !Next(chars, ref cursor, out var delimiter) || delimiter.ContainsAnyExcept("|-: \t") || !Next(chars, ref cursor, out var values) || values.IsEmpty || values[0] != '|') return null;
        if (Next(chars, ref cursor, out var more) && more is ['|', ..]) return null;
        return Cell(values, column).Trim().ToString();
    }

    private static bool Next(string chars, ref LineCursor cursor, out ReadOnlySpan<char> line)
    {
        var isThere = cursor.MoveNext();
        line = isThere ? chars.AsSpan(cursor.Span.Start, cursor.Span.Length).Trim() : default;
        return isThere;
    }

    private static int ColumnOf(ReadOnlySpan<char> row, string field)
    {
        for (var column = 0; Cell(row, column) is { IsEmpty: false } cell; column++)
        {
            if (cell.Trim("*_` \t").Equals(field, StringComparison.OrdinalIgnoreCase)) return column;
        }
        return -1;
    }

    // With the space around it; empty where the row is over.
    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> row, int column)
    {
        row = row[1..];
        for (; column > 0 && row.IndexOf('|') is >= 0 and var bar; column--) row = row[(bar + 1)..];
        var end = row.IndexOf('|');
        return column > 0 ? default : end < 0 ? row : row[..end];
    }

    private enum Found
    {
        Nothing,
        Value,

        /// <summary>The name alone: the value is on a line below.</summary>
        Heading,
    }

    private static Found Match(ReadOnlySpan<char> text, string field, out string? value)
    {
        value = null;
        var isHeading = text[0] == '#';
        // Several fields may share a line, joined by pipes: each part is tried.
        while (!text.IsEmpty)
        {
            var part = text.TrimStart("#-*+>|:_ \t`0123456789.");
            if (part.StartsWith(field, StringComparison.OrdinalIgnoreCase))
            {
                var rest = part[field.Length..].TrimStart("*_` \t");
                if (rest.IsEmpty) return isHeading || part.Length == text.Length ? Found.Heading : Found.Nothing;
                if (rest[0] is ':' or '|')
                {
                    rest = rest.TrimStart(":|*_ \t");
                    var pipe = EndOfValue(rest);
                    value = rest[..pipe].Trim().ToString();
                    return value.Length > 0 ? Found.Value : Found.Nothing;
                }
            }
            var next = text[1..].IndexOf('|');
            if (next < 0) return Found.Nothing;
            text = text[(next + 1)..].TrimStart('|').TrimStart();
        }
        return Found.Nothing;
    }

    private static int EndOfValue(ReadOnlySpan<char> rest)
    {
        var pipe = rest.IndexOf('|');
        var comment = rest.IndexOf(" #");
        var end = pipe < 0 ? rest.Length : pipe;
        return comment >= 0 && comment < end ? comment : end;
    }

    private static bool IsAdornment(ReadOnlySpan<char> text) => text.Length > 1 && !char.IsLetterOrDigit(text[0]) && text.TrimStart(text[0]).IsEmpty;
}
