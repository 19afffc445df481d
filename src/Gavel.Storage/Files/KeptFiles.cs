using System.Collections.Concurrent;
using Gavel.Core.Text;

namespace Gavel.Storage.Files;

/// <summary>A file that was read. Safe for use by several threads.</summary>
/// <param name="id">The blob id of the bytes.</param>
internal sealed class ReadFile(string path, ContentId id, byte[] bytes)
{
    private object _content = bytes; // or the text, once somebody asked for it

    public ContentId Id => id;

    /// <summary>In bytes.</summary>
    public int Length { get; } = bytes.Length;

    /// <summary>Decoded once, whoever asks.</summary>
    public SourceText Text
    {
        get
        {
            if (_content is byte[] raw) _content = SourceText.Decode(path, raw, id);
            return (SourceText)_content;
        }
    }
}

/// <summary>What a tree has read of its files, up to a bound, so that a file that is named, mined and checked is read, named and decoded once. Safe for use by several threads.</summary>
internal sealed class KeptFiles
{
    private const long Most = 32L << 20; // bytes of files; a text takes up to twice as many

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
