using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Gavel.Core.Text;

/// <summary>The text of one file, decoded such that <see cref="ToBytes()"/> gives the file's bytes back for every input.</summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private LineMap? _lines;

    private SourceText(string path, string chars, TextEncoding encoding, ContentId? id)
    {
        Path = path;
        Chars = chars;
        Encoding = encoding;
        Id = id ?? ContentId.Of(ToBytes());
    }

    /// <summary>Relative to the root, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The characters, without a byte order mark. Line endings are as in the file.</summary>
    public string Chars { get; }

    public TextEncoding Encoding { get; }

    public ContentId Id { get; }

    public LineMap Lines => _lines ??= new LineMap(Chars);

    /// <summary>The terminator that the file uses first; LF where it has none.</summary>
    public string NewLine
    {
        get
        {
            var at = Chars.AsSpan().IndexOfAny('\r', '\n');
            if (at < 0 || Chars[at] == '\n') return "\n";
            return at + 1 < Chars.Length && Chars[at + 1] == '\n' ? "\r\n" : "\r";
        }
    }

    /// <summary>Text that is in memory alone; UTF-8.</summary>
    public static SourceText From(string path, string chars) => new(path, chars, TextEncoding.Utf8, id: null);

    /// <summary>UTF-8 (with or without mark), UTF-16 with a mark, else Windows-1252. Never throws.</summary>
    /// <param name="id">The blob id where it is already known; else null, and it is computed.</param>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes, ContentId? id = null)
    {
        var known = id ?? ContentId.Of(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && TryUtf8(bytes[3..], out var marked))
            return new SourceText(path, marked, TextEncoding.Utf8WithBom, known);
        if (bytes.Length % 2 == 0 && bytes.Length >= 2)
        {
            if (bytes is [0xFF, 0xFE, ..]) return new SourceText(path, Utf16(bytes[2..], little: true), TextEncoding.Utf16LittleEndian, known);
            if (bytes is [0xFE, 0xFF, ..]) return new SourceText(path, Utf16(bytes[2..], little: false), TextEncoding.Utf16BigEndian, known);
        }
        return TryUtf8(bytes, out var plain)
            ? new SourceText(path, plain, TextEncoding.Utf8, known)
            : new SourceText(path, Windows1252.Decode(bytes), TextEncoding.Windows1252, known);
    }

    /// <summary>The same file with other characters, in the same encoding.</summary>
    /// <returns>Null when the encoding lacks one of the characters.</returns>
    public SourceText? With(string chars) =>
        Encode(chars) is { } bytes ? new SourceText(Path, chars, Encoding, ContentId.Of(bytes)) : null;

    public byte[] ToBytes() => Encode(Chars) ?? throw new InvalidOperationException("A decoded text always encodes.");

    /// <returns>Null when the encoding lacks one of the characters.</returns>
    public byte[]? Encode(string chars)
    {
        switch (Encoding)
        {
            case TextEncoding.Windows1252:
                return Windows1252.TryEncode(chars);
            case TextEncoding.Utf16LittleEndian:
                return [0xFF, 0xFE, .. Utf16Bytes(chars, little: true)];
            case TextEncoding.Utf16BigEndian:
                return [0xFE, 0xFF, .. Utf16Bytes(chars, little: false)];
            default:
                try
                {
                    var bytes = StrictUtf8.GetBytes(chars);
                    return Encoding == TextEncoding.Utf8WithBom ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes;
                }
                catch (EncoderFallbackException)
                {
                    return null; // a lone surrogate: UTF-8 has no bytes for it
                }
        }
    }

    public ReadOnlySpan<char> Slice(TextSpan span) => Chars.AsSpan(span.Start, span.Length);

    public string Substring(TextSpan span) => Chars.Substring(span.Start, span.Length);

    public override string ToString() => Path;

    private static bool TryUtf8(ReadOnlySpan<byte> bytes, out string chars)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            chars = StrictUtf8.GetString(bytes);
            return true;
        }
        chars = "";
        return false;
    }

    // Code units as they are: a lone surrogate survives, which Encoding.Unicode would replace.
    private static string Utf16(ReadOnlySpan<byte> bytes, bool little)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(bytes);
        var chars = new char[units.Length];
        for (var i = 0; i < units.Length; i++)
            chars[i] = (char)(little == BitConverter.IsLittleEndian ? units[i] : BinaryPrimitives.ReverseEndianness(units[i]));
        return new string(chars);
    }

    private static byte[] Utf16Bytes(string chars, bool little)
    {
        var bytes = new byte[chars.Length * 2];
        for (var i = 0; i < chars.Length; i++)
        {
            if (little) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), chars[i]);
            else BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), chars[i]);
        }
        return bytes;
    }
}
