using System.Buffers.Binary;

namespace Gavel.Web.Pages;

/// <summary>The size of an image by its first bytes, so that a page can reserve its box.</summary>
internal static class ImageSize
{
    private const int Largest = 100_000;

    /// <returns>Null for a format that is not known here, or a damaged file.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        var size = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
            [(byte)'G', (byte)'I', (byte)'F', ..] when bytes.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
            [0xff, 0xd8, ..] => Jpeg(bytes),
            [(byte)'B', (byte)'M', ..] when bytes.Length >= 26 => (BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), Math.Abs(Math.Max(BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]), -Largest))),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when bytes.Length >= 30 => WebP(bytes),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Avif(bytes),
            _ => SvgSize.Of(bytes) ?? default,
        };
        return size is { Item1: > 0 and < Largest, Item2: > 0 and < Largest } ? size : null;
    }

    // RFC 9649, sections 2.5 to 2.7.
    private static (int, int) WebP(ReadOnlySpan<byte> bytes) => bytes[15] switch
    {
        (byte)'X' => (1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xffffff), 1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[26..]) >> 8 & 0xffffff)),
        (byte)'L' => (1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) & 0x3fff), 1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) >> 14 & 0x3fff)),
        _ => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3fff),
    };

    // ISO/IEC 23008-12, section 6.5.3: the first extent of an image.
    private static (int, int) Avif(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf("ispe"u8);
        return at >= 0 && at + 16 <= bytes.Length ? (BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 12)..])) : default;
    }

    // ITU-T T.81, B.1.1: segments with their length until a start of frame.
    private static (int, int) Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xff)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return default;
    }
}
