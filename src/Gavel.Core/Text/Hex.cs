namespace Gavel.Core.Text;

/// <summary>Hex digits of bytes, in plain loops: the platform's are vector code that is compiled when a process starts.</summary>
public static class Hex
{
    private const int MostBytes = 32; // of a hash

    private const string Digits = "0123456789abcdef";

    /// <summary>Lower case.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[2 * MostBytes];
        if (bytes.Length > MostBytes) digits = new char[2 * bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = Digits[bytes[i] >> 4];
            digits[(2 * i) + 1] = Digits[bytes[i] & 15];
        }
        return digits[..(2 * bytes.Length)].ToString();
    }

    /// <exception cref="FormatException">The text is not pairs of hex digits.</exception>
    public static byte[] Parse(string digits)
    {
        var bytes = new byte[digits.Length / 2];
        Parse(digits, bytes);
        return bytes;
    }

    /// <param name="into">As long as half the digits.</param>
    /// <exception cref="FormatException">The text is not pairs of hex digits.</exception>
    public static void Parse(string digits, Span<byte> into)
    {
        for (var i = 0; i < into.Length; i++) into[i] = (byte)((ValueOf(digits, 2 * i) << 4) | ValueOf(digits, (2 * i) + 1));
    }

    private static int ValueOf(string digits, int at)
    {
        var c = digits[at];
        if (c is >= '0' and <= '9') return c - '0';
        var letter = c | 0x20;
        return letter is >= 'a' and <= 'f' ? letter - 'a' + 10 : throw new FormatException($"'{digits}' is not hex");
    }
}
