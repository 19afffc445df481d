using System.Buffers.Binary;
using System.Numerics;
using Gavel.Core.Text;

namespace Gavel.Storage.Cache;

/// <summary>Names of cache entries, and sums that tell a torn entry from a whole one.</summary>
internal static class Digest
{
    /// <summary>32 hex digits.</summary>
    public static string OfKey(string version, string key)
    {
        var hash = new Sha256();
        hash.Append(version);
        hash.Append("\0"u8);
        hash.Append(key);
        return hash.FinishHex(32);
    }

    /// <summary>Eight bytes a step; against accidents only, not against attackers.</summary>
    public static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        var sum = (ulong)bytes.Length * Prime;
        for (; bytes.Length >= 8; bytes = bytes[8..]) sum = BitOperations.RotateLeft((sum ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Prime, 29);
        foreach (var b in bytes) sum = BitOperations.RotateLeft((sum ^ b) * Prime, 29);
        return sum ^ (sum >> 32);
    }
}
