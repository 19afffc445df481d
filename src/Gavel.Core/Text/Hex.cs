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
        for (var i = 0; i < 2 * bytes.Length; i++)
        {
            var value = char.IsAsciiHexDigit(digits[i]) ? (digits[i] & 15) + (digits[i] > '9' ? 9 : 0) : throw new FormatException($"'{digits}' is not hex");
            bytes[i / 2] = (byte)((bytes[i / 2] << 4) | value);
        }
        return bytes;
    }
}
