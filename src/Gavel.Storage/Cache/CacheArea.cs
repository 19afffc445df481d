using System.Collections.Concurrent;
using Gavel.Storage.Files;

namespace Gavel.Storage.Cache;

/// <summary>An entry that is not in its file yet. A class, compared by reference.</summary>
internal sealed class PendingEntry(string key, byte[] value)
{
    public string Key { get; } = key;

    public byte[] Value { get; } = value;
}

/// <summary>One pack file and what was put since it was read.</summary>
internal sealed class CacheArea(string folder, string name, long limit) : IDisposable
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(2);

    private readonly string _path = Path.Combine(folder, name + ".pack");
    private readonly ConcurrentDictionary<string, PendingEntry> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Pack? _pack;

    public byte[]? Get(string key)
    {
        if (_pending.TryGetValue(key, out var pending)) return (byte[])pending.Value.Clone();
        Pack pack;
        lock (_lock) pack = _pack ??= Pack.Open(_path);
        if (!pack.Entries.TryGetValue(key, out var entry)) return null;
        entry.IsUsed = true;
        try
        {
            return pack.Read(entry);
        }
        catch (ObjectDisposedException)
        {
            return null; // another thread flushes
        }
    }

    public void Put(string key, ReadOnlySpan<byte> value)
    {
        if (value.Length <= limit / 4) _pending[key] = new PendingEntry(key, value.ToArray());
    }

    /// <summary>Appends what is pending, under a lock that dies with its process.</summary>
    public void Flush()
    {
        if (_pending.IsEmpty) return;
        lock (_lock)
        {
            try
            {
                Directory.CreateDirectory(folder);
                using var fileLock = TakeLock();
                if (fileLock is null) return;
                var written = new List<PendingEntry>();
                foreach (var key in _pending.Keys)
                {
                    if (_pending.TryGetValue(key, out var entry)) written.Add(entry);
                }
                written.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
                Write(written);
                // Not what another thread put meanwhile.
                foreach (var entry in written)
                {
                    if (_pending.TryGetValue(entry.Key, out var now) && ReferenceEquals(now, entry)) _pending.TryRemove(entry.Key, out _);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full or read-only disk: the next run computes again.
            }
        }
    }

    public void Dispose()
    {
        lock (_lock) _pack?.Dispose();
    }

    private void Write(List<PendingEntry> pending)
    {
        if (_pack is not null) _used.UnionWith(_pack.Entries.Values.Where(e => e.IsUsed).Select(e => e.Key));
        // Packs only grow: one that is as long as it was, nobody wrote to.
        using var current = _pack is { Length: > 0 } known && new FileInfo(_path) is { Exists: true } file && file.Length == known.Length ? known : Pack.Open(_path);
        if (!ReferenceEquals(current, _pack)) _pack?.Dispose();
        _pack = null;
        var added = pending.FindAll(p => !current.Entries.TryGetValue(p.Key, out var old) || old.Length != p.Value.Length || old.Sum != Digest.Sum(p.Value) || current.Read(old) is null);
        if (added.Count == 0) return;
        var size = 0L;
        foreach (var entry in added) size += entry.Value.Length + Pack.EntryHeaderLength;
        if (current.End == 0 || current.End + size > limit || current.Dead > Math.Max(4 << 20, current.End / 2)) Rewrite(current, added, size);
        else Append(current.End, added);
    }

    private void Append(long end, List<PendingEntry> added)
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        file.Position = end;
        WriteEntries(file, added);
    }

    // Into a new file that then takes the old one's name. What this run used stays longest, then what is newest; half the limit is kept free.
    private void Rewrite(Pack current, List<PendingEntry> added, long size)
    {
        var room = limit / 2 - size;
        var kept = new List<PackEntry>();
        var replaced = added.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in current.Entries.Values.Where(e => !replaced.Contains(e.Key)).OrderByDescending(e => _used.Contains(e.Key)).ThenByDescending(e => e.Offset))
        {
            room -= entry.Length + Pack.EntryHeaderLength;
            if (room < 0) break;
            kept.Add(entry);
        }
        kept.Reverse();
        var temporary = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                file.Write(Pack.FileHeader);
                foreach (var entry in kept)
                {
                    if (current.Read(entry) is { } value) WriteEntries(file, [new PendingEntry(entry.Key, value)]);
                }
                WriteEntries(file, added);
            }
            current.Dispose();
            File.Move(temporary, _path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteEntries(FileStream file, List<PendingEntry> entries)
    {
        foreach (var entry in entries)
        {
            file.Write(Pack.Header(entry.Key, entry.Value));
            file.Write(entry.Value);
        }
    }

    /// <returns>Null when another process held the lock all the time.</returns>
    private FileStream? TakeLock()
    {
        using var pause = new ManualResetEventSlim();
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(5))
        {
            try
            {
                return new FileStream(Path.Combine(folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (HeldFile.IsCauseOf(e))
            {
                if (waited >= LockWait) return null;
                pause.Wait(TimeSpan.FromMilliseconds(5));
            }
        }
    }
}
