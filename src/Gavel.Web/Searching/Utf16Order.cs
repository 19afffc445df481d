namespace Gavel.Web.Searching;

/// <summary>Compares texts in UTF-8 as their UTF-16 would compare: what UTF-16 writes as pairs stands before U+E000.</summary>
internal static class Utf16Order
{
    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length) return a.Length - b.Length;
        return Rank(a[same]) - Rank(b[same]);
    }

    // Bytes from 0xEE on begin a character: 0xEE and 0xEF from U+E000 on, 0xF0 to 0xF4 the pairs.
    private static int Rank(byte value) => value switch { >= 0xF0 => value - 2, >= 0xEE => value + 5, _ => value };
}
