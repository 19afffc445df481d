using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>Characters by their codes: <c>0x2014</c>, <c>U+2014</c>, <c>\u2014</c>, <c>&amp;#x2014;</c>, or in decimal.</summary>
internal static class CharacterCodes
{
    /// <summary>The character; null if the text is no code, and then a fault if it is the code of no character.</summary>
    public static string? Read(string text, out string? fault)
    {
        fault = null;
        var isDecimal = text.Length > 0 && text.All(char.IsAsciiDigit);
        var digits = isDecimal ? text : HexDigits(text);
        if (digits is null) return null;
        var style = isDecimal ? NumberStyles.None : NumberStyles.AllowHexSpecifier;
        if (digits.TrimStart('0').Length > 8 || !long.TryParse(digits, style, CultureInfo.InvariantCulture, out var code))
        {
            fault = "ValueError: code too large (Python int too large to convert to C int)";
            return null;
        }

        if (code is >= 0 and <= 0x10ffff) return code is >= 0xd800 and <= 0xdfff ? ((char)code).ToString() : char.ConvertFromUtf32((int)code);
        fault = code > int.MaxValue
            ? "ValueError: code too large (Python int too large to convert to C int)"
            : "ValueError: chr() arg not in range(0x110000)";
        return null;
    }

    private static string? HexDigits(string text)
    {
        string? digits = null;
        if (text.StartsWith("&#x", StringComparison.OrdinalIgnoreCase) && text.EndsWith(';')) digits = text[3..^1];
        else if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("U+", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("\\x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("\\u", StringComparison.OrdinalIgnoreCase)) digits = text[2..];
        else if (text.Length > 1 && text[0] is 'x' or 'u' or 'X' or 'U') digits = text[1..];
        return digits is { Length: > 0 } && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
