using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Gavel.Core.Text;

/// <summary>
/// SHA-256 (FIPS 180-4) in managed code, for keys and names of a few hundred bytes: loading the platform's library costs more than all the keys of a check.
/// </summary>
public sealed class Sha256
{
    public const int Length = 32;

    private const int BlockLength = 64;

    private static ReadOnlySpan<uint> Rounds =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] _state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
    private readonly uint[] _schedule = new uint[BlockLength];
    private readonly byte[] _rest = new byte[BlockLength];
    private int _held;
    private ulong _bytes;

    /// <summary>The hash of some bytes as lower-case hex.</summary>
    /// <param name="digits">At most 64.</param>
    public static string Hex(ReadOnlySpan<byte> bytes, int digits = 2 * Length)
    {
        var hash = new Sha256();
        hash.Append(bytes);
        return hash.FinishHex(digits);
    }

    public static string Hex(string text, int digits = 2 * Length)
    {
        var hash = new Sha256();
        hash.Append(text);
        return hash.FinishHex(digits);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _bytes += (ulong)bytes.Length;
        if (_held > 0)
        {
            var taken = Math.Min(BlockLength - _held, bytes.Length);
            bytes[..taken].CopyTo(_rest.AsSpan(_held));
            _held += taken;
            bytes = bytes[taken..];
            if (_held < BlockLength) return;
            Mix(_rest);
            _held = 0;
        }
        for (; bytes.Length >= BlockLength; bytes = bytes[BlockLength..]) Mix(bytes);
        bytes.CopyTo(_rest);
        _held = bytes.Length;
    }

    /// <summary>As UTF-8.</summary>
    public void Append(string text)
    {
        Span<byte> small = stackalloc byte[512];
        if (text.Length * 3 <= small.Length) Append(small[..Encoding.UTF8.GetBytes(text, small)]);
        else Append(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Text and a line break, so that two texts behind each other differ from one.</summary>
    public void AppendLine(string text)
    {
        Append(text);
        Append("\n"u8);
    }

    /// <summary>Ends the hash; nothing can be appended after it.</summary>
    public string FinishHex(int digits = 2 * Length)
    {
        Span<byte> end = stackalloc byte[2 * BlockLength];
        end.Clear();
        end[0] = 0x80;
        var padding = (_held < 56 ? 56 : 120) - _held;
        BinaryPrimitives.WriteUInt64BigEndian(end[padding..], _bytes * 8);
        Append(end[..(padding + 8)]);
        Span<byte> result = stackalloc byte[Length];
        for (var i = 0; i < _state.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(result[(4 * i)..], _state[i]);
        return Text.Hex.Of(result)[..digits];
    }

    private void Mix(ReadOnlySpan<byte> block)
    {
        var w = _schedule;
        for (var i = 0; i < 16; i++) w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (var i = 16; i < w.Length; i++)
        {
            var (x, y) = (w[i - 15], w[i - 2]);
            var s0 = BitOperations.RotateRight(x, 7) ^ BitOperations.RotateRight(x, 18) ^ (x >> 3);
            var s1 = BitOperations.RotateRight(y, 17) ^ BitOperations.RotateRight(y, 19) ^ (y >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        var s = _state;
        uint a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
        for (var i = 0; i < w.Length; i++)
        {
            var one = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + Rounds[i] + w[i];
            var two = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + two;
        }
        s[0] += a;
        s[1] += b;
        s[2] += c;
        s[3] += d;
        s[4] += e;
        s[5] += f;
        s[6] += g;
        s[7] += h;
    }
}
