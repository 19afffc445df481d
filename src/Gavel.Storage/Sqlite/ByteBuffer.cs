namespace Gavel.Storage.Sqlite;

/// <summary>Bytes that grow at their end. Numbers are SQLite's varints: groups of seven bits, the highest first, all but the last with the top bit set.</summary>
internal sealed class ByteBuffer
{
    private const int LongestNumber = 9;

    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        values.CopyTo(_bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <param name="number">From 0 to below 2^56.</param>
    public void AddNumber(long number)
    {
        Reserve(LongestNumber);
        if (number < 0x80)
        {
            _bytes[Length++] = (byte)number;
            return;
        }
        var groups = 1;
        while (number >> (7 * groups) != 0) groups++;
        while (groups-- > 0) _bytes[Length++] = (byte)((number >> (7 * groups) & 0x7F) | (groups > 0 ? 0x80L : 0L));
    }

    /// <summary>UTF-8.</summary>
    public void Add(string text)
    {
        Reserve(text.Length * 3);
        Length += System.Text.Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    /// <summary>Sets two bytes, the higher first.</summary>
    public void Set(int at, int value) => System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(at), (ushort)value);

    public byte[] Taken()
    {
        var taken = _bytes[..Length];
        Length = 0;
        return taken;
    }

    /// <param name="at">Where the number begins; afterwards where it ends.</param>
    public static long NumberAt(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0L;
        while (bytes[at] >= 0x80) number = (number << 7) | (bytes[at++] & 0x7FL);
        return (number << 7) | bytes[at++];
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
