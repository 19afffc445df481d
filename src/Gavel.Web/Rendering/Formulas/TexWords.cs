using System.Text;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>Words and letters within formulas.</summary>
internal static class TexWords
{
    /// <summary>Text as it is read: escapes resolved, braces left out.</summary>
    /// <returns>Null for text that holds commands or formulas of its own.</returns>
    public static string? Of(string raw)
    {
        var text = new StringBuilder();
        var reader = new TexReader(raw);
        while (!reader.IsAtEnd)
        {
            if (reader.Next == '$') return null;
            if (reader.Next == '\\')
            {
                if (Escaped(reader.TakeCommand()) is not { } escaped) return null;
                text.Append(escaped);
            }
            else if (reader.TakeCharacter() is var character && character is not ("{" or "}")) text.Append(character is "~" ? " " : character);
        }
        return text.ToString();
    }

    /// <param name="command">Names the alphabet or the weight.</param>
    public static string Letters(string command, string style, string raw)
    {
        var text = Alphabets.Of(command, raw.Trim());
        if (text.Length > 0 && text.All(char.IsAsciiDigit)) return MathMarkup.Number(text, style);
        if (command is "mathnormal") return MathMarkup.Identifier(text);
        return text.All(static c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)) ? MathMarkup.Upright(text, style) : MathMarkup.Text(text, style);
    }

    private static string? Escaped(string command) => command switch
    {
        "_" or "%" or "$" or "#" or "&" or "{" or "}" or " " => command,
        "," or ";" or ":" or "quad" => " ",
        "-" or "!" => "",
        _ => null,
    };
}
