using System.Collections.Concurrent;
using Gavel.Core.Text;

namespace Gavel.Storage.Files;

/// <param name="Id">The blob id of the bytes.</param>
internal sealed record ReadBytes(ContentId Id, byte[] Bytes);

/// <summary>What a tree has read of its files, up to a bound, so that a file that is named, mined and checked is read and named once. Safe for use by several threads.</summary>
internal sealed class KeptBytes
{
    private const long Most = 32L << 20; // bytes

    private readonly ConcurrentDictionary<string, ReadBytes> _kept = new(StringComparer.Ordinal);
    private long _length;

    public KeptBytes() { }

    private KeptBytes(KeptBytes other, IReadOnlyCollection<string> without)
    {
        foreach (var (path, read) in other._kept)
        {
            if (!without.Contains(path)) Add(path, read);
        }
    }

    /// <summary>What is kept of all other files.</summary>
    public KeptBytes Without(IReadOnlyCollection<string> paths) => new(this, paths);

    /// <returns>Null for a file that is not kept.</returns>
    public ReadBytes? Find(string path) => _kept.GetValueOrDefault(path);

    public void Add(string path, ReadBytes read)
    {
        if (Volatile.Read(ref _length) + read.Bytes.Length <= Most && _kept.TryAdd(path, read)) Interlocked.Add(ref _length, read.Bytes.Length);
    }
}
