using System.Security.Cryptography;
using System.Text;

namespace Gavel.Core.Text;

/// <summary>The identity of some bytes: git's blob id, also for text that git has never seen. 40 lower-case hex digits.</summary>
public readonly record struct ContentId(string Sha)
{
    /// <summary>Git's blob id: SHA-1 over <c>blob LENGTH\0</c> and the content (git-hash-object(1)).</summary>
    public static ContentId Of(ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5350 // Not for security: git names blobs by SHA-1.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length}\0"));
        hash.AppendData(content);
        return new ContentId(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Sha;
}
