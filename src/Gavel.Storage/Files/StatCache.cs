using System.Collections.Concurrent;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>Remembers the blob id of a file by its path, length and time, so that an unchanged file is not read again to name it.</summary>
internal sealed class StatCache(string key, ICache cache, TimeProvider clock)
{
    private const int Part = 32; // of the files: fewer are named again sooner than all names are written

    private readonly ConcurrentDictionary<string, Stamp> _stamps = new(StringComparer.Ordinal);
    private readonly Lock _loading = new();
    private bool _isLoaded;
    private int _added;

    public ContentId? Find(ListedFile file)
    {
        Load();
        return _stamps.TryGetValue(file.Path, out var stamp) && stamp.Length == file.Length && stamp.Modified == file.Modified ? new ContentId(stamp.Sha) : null;
    }

    /// <summary>
    /// Takes an id that was computed from the file after it was listed. A file that changed so lately that it could change
    /// once more within the same tick of its file system's clock is not taken.
    /// </summary>
    public void Add(ListedFile file, ContentId id)
    {
        Load();
        if (!IsSettled(file.Modified, clock.GetUtcNow().UtcTicks)) return;
        _stamps[file.Path] = new Stamp(file.Length, file.Modified, id.Sha);
        Interlocked.Increment(ref _added);
    }

    /// <summary>Whether a file that changed at one time and is looked at at another shows every later change in its time. Both in UTC ticks.</summary>
    public static bool IsSettled(long modified, long now)
    {
        var isCoarse = modified % TimeSpan.TicksPerSecond == 0;
        return modified < now - (isCoarse ? 2 * TimeSpan.TicksPerSecond : TimeSpan.TicksPerSecond / 20);
    }

    /// <summary>Puts what was learned into the cache, without the files that are gone; not what only few files taught.</summary>
    public void Save(Func<string, bool> exists)
    {
        if (_added == 0 || _added < _stamps.Count / Part) return;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var path in _stamps.Keys.Where(exists).Order(StringComparer.Ordinal))
        {
            var stamp = _stamps[path];
            writer.Write(path);
            writer.Write(stamp.Length);
            writer.Write(stamp.Modified);
            writer.Write(Hex.Parse(stamp.Sha));
        }
        writer.Flush();
        cache.Put(key, bytes.ToArray());
        _added = 0;
    }

    private void Load()
    {
        if (Volatile.Read(ref _isLoaded)) return;
        lock (_loading)
        {
            if (_isLoaded) return;
            if (cache.Get(key) is { } bytes) Read(bytes);
            Volatile.Write(ref _isLoaded, true);
        }
    }

    private void Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            while (reader.BaseStream.Position < bytes.Length)
                _stamps[reader.ReadString()] = new Stamp(reader.ReadInt64(), reader.ReadInt64(), Hex.Of(reader.ReadBytes(20)));
        }
        catch (EndOfStreamException)
        {
            // Written by something else: what was read so far is as good as any.
        }
    }

    /// <param name="Modified">UTC ticks.</param>
    private sealed record Stamp(long Length, long Modified, string Sha);
}
