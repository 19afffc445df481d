namespace Gavel.Core.Text;

/// <summary>Windows-1252 as the WHATWG Encoding Standard has it: every byte is one character and back, the five unassigned ones are C1 controls.</summary>
internal static class Windows1252
{
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) chars[i] = bytes[i] is >= 0x80 and < 0xA0 ? High[bytes[i] - 0x80] : (char)bytes[i];
        return new string(chars);
    }

    /// <returns>Null when a character has no byte.</returns>
    public static byte[]? TryEncode(string chars)
    {
        var bytes = new byte[chars.Length];
        for (var i = 0; i < chars.Length; i++)
        {
            var c = chars[i];
            var high = c < 0x80 || c is >= '\u00A0' and <= '\u00FF' ? -1 : High.IndexOf(c);
            if (high < 0 && c >= 0x80 && c is < '\u00A0' or > '\u00FF') return null;
            bytes[i] = (byte)(high < 0 ? c : 0x80 + high);
        }
        return bytes;
    }
}
