namespace Gavel.Core.Text;

/// <summary>How a file's bytes become characters; each reads every byte sequence it is chosen for and writes it back unchanged.</summary>
public enum TextEncoding
{
    Utf8,
    Utf8WithBom,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>What is not UTF-8: each byte maps to one character and back.</summary>
    Windows1252,
}
