using System.Buffers.Binary;
using System.Numerics;

namespace Gavel.Core.Text;

/// <summary>SHA-1 (FIPS 180-4) in managed code, for git's names of texts: loading the platform's library costs more than naming hundreds of them. Not for security.</summary>
internal ref struct Sha1
{
    public const int Length = 20;

    private const int BlockLength = 64;

    private readonly Span<uint> _schedule;
    private uint _a = 0x67452301;
    private uint _b = 0xEFCDAB89;
    private uint _c = 0x98BADCFE;
    private uint _d = 0x10325476;
    private uint _e = 0xC3D2E1F0;

    private Sha1(Span<uint> schedule) => _schedule = schedule;

    /// <summary>The hash of two stretches of bytes behind each other, as lower-case hex.</summary>
    /// <param name="head">Shorter than 64 bytes.</param>
    public static string Hex(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        Span<byte> block = stackalloc byte[2 * BlockLength];
        var hash = new Sha1(stackalloc uint[80]);
        var bits = ((ulong)head.Length + (ulong)body.Length) * 8;
        head.CopyTo(block);
        var held = head.Length;
        if (held + body.Length >= BlockLength)
        {
            var taken = BlockLength - held;
            body[..taken].CopyTo(block[held..]);
            hash.Mix(block[..BlockLength]);
            for (body = body[taken..]; body.Length >= BlockLength; body = body[BlockLength..]) hash.Mix(body[..BlockLength]);
            held = 0;
        }
        body.CopyTo(block[held..]);
        held += body.Length;
        var end = held < 56 ? BlockLength : 2 * BlockLength;
        block[held..end].Clear();
        block[held] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(block[(end - 8)..], bits);
        for (var at = 0; at < end; at += BlockLength) hash.Mix(block.Slice(at, BlockLength));
        return hash.ToHex();
    }

    private readonly string ToHex()
    {
        Span<byte> result = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(result, _a);
        BinaryPrimitives.WriteUInt32BigEndian(result[4..], _b);
        BinaryPrimitives.WriteUInt32BigEndian(result[8..], _c);
        BinaryPrimitives.WriteUInt32BigEndian(result[12..], _d);
        BinaryPrimitives.WriteUInt32BigEndian(result[16..], _e);
        return Text.Hex.Of(result);
    }

    private void Mix(ReadOnlySpan<byte> block)
    {
        var w = _schedule;
        for (var i = 0; i < 16; i++) w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (var i = 16; i < w.Length; i++) w[i] = BitOperations.RotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        uint a = _a, b = _b, c = _c, d = _d, e = _e;
        for (var i = 0; i < 20; i++)
        {
            var next = BitOperations.RotateLeft(a, 5) + (d ^ (b & (c ^ d))) + 0x5A827999 + e + w[i];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }
        for (var i = 20; i < 40; i++)
        {
            var next = BitOperations.RotateLeft(a, 5) + (b ^ c ^ d) + 0x6ED9EBA1 + e + w[i];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }
        for (var i = 40; i < 60; i++)
        {
            var next = BitOperations.RotateLeft(a, 5) + ((b & c) | (d & (b | c))) + 0x8F1BBCDC + e + w[i];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }
        for (var i = 60; i < 80; i++)
        {
            var next = BitOperations.RotateLeft(a, 5) + (b ^ c ^ d) + 0xCA62C1D6 + e + w[i];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }
        _a += a;
        _b += b;
        _c += c;
        _d += d;
        _e += e;
    }
}
