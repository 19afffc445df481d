using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>Values as docutils' messages show them.</summary>
internal static class PythonText
{
    public static string Quote(string? text)
    {
        if (text is null) return "None";
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => result.Append("\\n"),
                '\\' => result.Append("\\\\"),
                _ when c == quote => result.Append('\\').Append(c),
                _ => result.Append(c),
            };
        }

        return result.Append(quote).ToString();
    }
}
