namespace Gavel.Rst.Parsing;

/// <summary>The options of a command line at the start of a line: <c>-a, --all=ARG  description</c>.</summary>
internal static class OptionMarker
{
    /// <summary>The length of the options with the white space after them; 0 where there are none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line[0] is not ('-' or '+' or '/')) return 0;
        var end = 0;
        while (true)
        {
            var option = One(line[end..], withArgument: true);
            if (option == 0) return 0;
            if (Ends(line, end + option) is > 0 and var length) return length;
            if (line[(end + option)..].StartsWith(", "))
            {
                end += option + 2;
                continue;
            }

            var bare = One(line[end..], withArgument: false);
            if (bare == option) return 0;
            return Ends(line, end + bare);
        }
    }

    private static int Ends(ReadOnlySpan<char> line, int at)
    {
        if (at == line.Length) return at;
        if (line[at] != ' ') return 0;
        var end = at;
        while (end < line.Length && line[end] == ' ') end++;
        return end - at >= 2 || end == line.Length ? end : 0;
    }

    private static int One(ReadOnlySpan<char> text, bool withArgument)
    {
        if (text.Length < 2) return 0;
        var isLong = text.StartsWith("--") || text[0] == '/';
        var at = text.StartsWith("--") ? 2 : 1;
        if (text[0] is not ('-' or '+' or '/') || at >= text.Length || !char.IsAsciiLetterOrDigit(text[at])) return 0;
        at++;
        while (isLong && at < text.Length && IsNameChar(text[at])) at++;
        if (!withArgument || at >= text.Length) return at;
        var separator = text[at] == ' ' || (isLong && text[at] == '=') ? 1 : 0;
        if (separator == 0 && isLong) return at;
        var argument = Argument(text[(at + separator)..]);
        return argument == 0 ? at : at + separator + argument;
    }

    private static int Argument(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (text[0] == '<')
        {
            var end = text[1..].IndexOfAny('<', '>');
            return end > 0 && text[1 + end] == '>' ? end + 2 : 0;
        }

        if (!char.IsAsciiLetter(text[0])) return 0;
        var length = 1;
        while (length < text.Length && IsNameChar(text[length])) length++;
        return length;
    }

    private static bool IsNameChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
