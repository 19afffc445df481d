namespace Gavel.Rst.Parsing;

/// <summary>What a line begins with. Each length is that of the marker with the white space after it; 0 where the line has no such marker.</summary>
internal static class Markers
{
    public static int Bullet(ReadOnlySpan<char> line) =>
        line[0] is '-' or '+' or '*' or '\u2022' or '\u2023' or '\u2043' ? WithSpace(line, 1) : 0;

    public static int Explicit(ReadOnlySpan<char> line) => line.StartsWith("..") ? WithSpace(line, 2) : 0;

    public static int Anonymous(ReadOnlySpan<char> line) => line.StartsWith("__") ? WithSpace(line, 2) : 0;

    public static int LineBlock(ReadOnlySpan<char> line) => line[0] == '|' ? WithSpace(line, 1) : 0;

    public static int Doctest(ReadOnlySpan<char> line) => line.StartsWith(">>>") ? WithSpace(line, 3) : 0;

    /// <summary>Whether the line is one punctuation character, repeated.</summary>
    public static bool IsAdornment(ReadOnlySpan<char> line) => TextClasses.IsAdornment(line[0]) && line.IndexOfAnyExcept(line[0]) < 0;

    public static bool IsGridTop(ReadOnlySpan<char> line) =>
        line.Length >= 5 && line.StartsWith("+-") && line.EndsWith("-+") && line.IndexOfAnyExcept('-', '+') < 0;

    public static bool IsSimpleTop(ReadOnlySpan<char> line) =>
        line[0] == '=' && line.IndexOf(' ') > 0 && line.IndexOfAnyExcept('=', ' ') < 0;

    /// <summary>The length of <c>:name: </c>; the name ends at the first colon before a space or the end.</summary>
    public static int Field(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] != ':' || line[1] is ':' or ' ') return 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                continue;
            }

            if (line[i] != ':') continue;
            if (i + 1 == line.Length || line[i + 1] == ' ') return line[i - 1] == ' ' ? 0 : WithSpace(line, i + 1);
            if (line[i + 1] == '`') return 0;
        }

        return 0;
    }

    /// <summary>The length of an RFC 2822 header name with its colon.</summary>
    public static int Header(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && line[i] is (>= '!' and <= '9') or (>= ';' and <= '~')) i++;
        return i > 0 && i < line.Length && line[i] == ':' ? WithSpace(line, i + 1) : 0;
    }

    /// <summary>Whether the line begins with none of the markers, so that it may be a term.</summary>
    public static bool IsPlain(ReadOnlySpan<char> line)
    {
        if (line[0] == ' ' || IsAdornment(line)) return false;
        return Bullet(line) == 0 && Enumerator.Match(line).Length == 0 && Field(line) == 0 && OptionMarker.Length(line) == 0
            && Doctest(line) == 0 && LineBlock(line) == 0 && !IsGridTop(line) && !IsSimpleTop(line) && Explicit(line) == 0 && Anonymous(line) == 0;
    }

    /// <summary>The length with the spaces after; 0 where neither a space nor the end follows.</summary>
    public static int WithSpace(ReadOnlySpan<char> line, int length)
    {
        if (length == line.Length) return length;
        if (line[length] != ' ') return 0;
        while (length < line.Length && line[length] == ' ') length++;
        return length;
    }
}
