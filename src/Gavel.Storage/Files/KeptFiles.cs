using System.Collections.Concurrent;
using Gavel.Core.Text;

namespace Gavel.Storage.Files;

/// <summary>A file that was read. Safe for use by several threads.</summary>
/// <param name="id">The blob id of the bytes.</param>
internal sealed class ReadFile(string path, ContentId id, byte[] bytes)
{
    // Twice as large as the bytes: it stays only as long as somebody has it, or nobody needs the memory.
    private WeakReference<SourceText>? _text;

    public ContentId Id => id;

    /// <summary>In bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>Decoded when it is asked for, and not for everybody who asks.</summary>
    public SourceText Text
    {
        get
        {
            if (_text?.TryGetTarget(out var known) == true) return known;
            var text = SourceText.Decode(path, bytes, id);
            _text = new WeakReference<SourceText>(text);
            return text;
        }
    }
}

/// <summary>What a tree has read of its files, up to a bound, so that a file that is named, mined and checked is read and named once. Safe for use by several threads.</summary>
internal sealed class KeptFiles
{
    private const long Most = 32L << 20; // bytes

    private readonly ConcurrentDictionary<string, ReadFile> _kept = new(StringComparer.Ordinal);
    private long _length;

    public KeptFiles() { }

    private KeptFiles(KeptFiles other, IReadOnlyCollection<string> without)
    {
        foreach (var (path, read) in other._kept)
        {
            if (!without.Contains(path)) Add(path, read);
        }
    }

    /// <summary>What is kept of all other files.</summary>
    public KeptFiles Without(IReadOnlyCollection<string> paths) => new(this, paths);

    /// <returns>Null for a file that is not kept.</returns>
    public ReadFile? Find(string path) => _kept.GetValueOrDefault(path);

    public void Add(string path, ReadFile read)
    {
        if (Volatile.Read(ref _length) + read.Length <= Most && _kept.TryAdd(path, read)) Interlocked.Add(ref _length, read.Length);
    }
}
