using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>Backslash escapes: a backslash makes the next character ordinary and vanishes with a space or line end after it.</summary>
internal static class Escapes
{
    public static string Remove(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('\\') < 0) return text.ToString();
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            if (++i < text.Length && text[i] is not (' ' or '\n')) result.Append(text[i]);
        }

        return result.ToString();
    }

    public static ReadOnlyMemory<char> Remove(ReadOnlyMemory<char> text) =>
        text.Span.IndexOf('\\') < 0 ? text : Remove(text.Span).AsMemory();

    /// <summary>White space that is not escaped is left out; where it was escaped, one space stays.</summary>
    public static string WithoutSpaces(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                i++;
                if (text[i] is ' ' or '\n') result.Append(' ');
                else result.Append('\\').Append(text[i]);
            }
            else if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
