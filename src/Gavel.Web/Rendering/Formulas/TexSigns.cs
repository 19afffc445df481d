namespace Gavel.Web.Rendering.Formulas;

/// <summary>Single signs of a formula, by their character or their command.</summary>
internal static class TexSigns
{
    /// <returns>Null for a character that stands for nothing in a formula.</returns>
    public static string? OfCharacter(string character) => character switch
    {
        "~" => MathMarkup.Text(" "),
        "-" => MathMarkup.Operator("\u2212"),
        "*" => MathMarkup.Operator("\u2217"),
        "(" or ")" or "[" or "]" or "|" => MathMarkup.Operator(character, " stretchy=\"false\""),
        "." or "/" => MathMarkup.Operator(character, " lspace=\"0\" rspace=\"0\""),
        "#" or "$" => null,
        _ when char.IsLetter(character[0]) || character.Length > 1 => MathMarkup.Identifier(character),
        _ => MathMarkup.Operator(character),
    };

    /// <returns>Null for a command that is no sign of its own.</returns>
    public static string? OfCommand(string name)
    {
        if (TexSymbols.Letter(name) is { } letter) return char.IsUpper(letter[0]) || !char.IsLetter(letter[0]) ? MathMarkup.Upright(letter) : MathMarkup.Identifier(letter);
        if (TexSymbols.Operator(name) is { } sign) return MathMarkup.Operator(sign, name is "colon" ? " lspace=\"0\"" : sign is "∥" or "|" or "‖" or "⌊" or "⌋" or "⌈" or "⌉" or "⟨" or "⟩" or "{" or "}" ? " stretchy=\"false\"" : "");
        if (TexSymbols.IsFunction(name)) return MathMarkup.Operator(name, " lspace=\"0.1em\" rspace=\"0.17em\"");
        if (TexSymbols.Space(name) is { } space) return MathMarkup.Space(space);
        if (TexSymbols.IsSilent(name)) return "";
        return name switch
        {
            "{" or "}" => MathMarkup.Operator(name, " stretchy=\"false\""),
            "|" => MathMarkup.Operator("\u2016", " stretchy=\"false\""),
            " " or "\n" => MathMarkup.Text(" "),
            "%" or "#" or "&" or "_" or "$" => MathMarkup.Upright(name),
            _ => null,
        };
    }

    /// <returns>Empty for the delimiter that is none.</returns>
    public static string DelimiterOf(string character) => character switch { "." => "", "<" => "⟨", ">" => "⟩", _ => character };

    /// <returns>Null for a command that is no delimiter.</returns>
    public static string? DelimiterOfCommand(string name) => name switch { "{" or "}" => name, "|" => "‖", _ => TexSymbols.Operator(name) };

    /// <summary>The attributes of a delimiter that a command gives a size: <c>\big</c>, <c>\Biggl</c>.</summary>
    /// <returns>Null for every other command.</returns>
    public static string? SizeOf(string name)
    {
        if (name is not ['b' or 'B', 'i', 'g', .. ("" or "g" or "l" or "r" or "m" or "gl" or "gr" or "gm")]) return null;
        var ems = name.StartsWith("bigg", StringComparison.Ordinal) ? "2.4" : name.StartsWith("Bigg", StringComparison.Ordinal) ? "3" : name[0] == 'B' ? "1.8" : "1.2";
        var form = name[^1] switch { 'l' => " form=\"prefix\"", 'r' => " form=\"postfix\"", _ => "" };
        return $"{form} stretchy=\"true\" symmetric=\"true\" minsize=\"{ems}em\" maxsize=\"{ems}em\"";
    }
}
