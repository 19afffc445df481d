using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using Gavel.Core.Text;
using Microsoft.Win32.SafeHandles;

namespace Gavel.Storage.Cache;

/// <param name="Offset">Of the value in the file.</param>
internal sealed record PackEntry(string Key, long Offset, int Length, ulong Sum)
{
    /// <summary>Whether this run asked for it.</summary>
    public bool IsUsed { get; set; }
}

/// <summary>
/// One file of many entries, found through memory mapping: a file header, then entries one after another, each a header
/// with its own sum and the value. A file that is cut off or overwritten reads as the entries that are whole; it is never shortened
/// in place, so that a mapping of another process stays valid.
/// </summary>
internal sealed class Pack : IDisposable
{
    public const int EntryHeaderLength = 40;

    private readonly SafeFileHandle? _handle;
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly Dictionary<string, PackEntry> _entries = new(StringComparer.Ordinal);

    private Pack(SafeFileHandle? handle, MemoryMappedFile? file, MemoryMappedViewAccessor? view, long length)
    {
        _handle = handle;
        _file = file;
        _view = view;
        Length = length;
        if (view is not null) Scan(length);
    }

    public static ReadOnlySpan<byte> FileHeader => "GVPACK\0\u0001"u8;

    /// <summary>The newest entry of each key.</summary>
    public Dictionary<string, PackEntry> Entries => _entries;

    /// <summary>Of the file when it was opened, in bytes.</summary>
    public long Length { get; }

    /// <summary>Where the next entry goes: behind the last whole one; 0 for a file that is no pack.</summary>
    public long End { get; private set; }

    /// <summary>Bytes of entries that a newer one replaced.</summary>
    public long Dead { get; private set; }

    /// <summary>Empty where there is no such file, or none that is a pack.</summary>
    public static Pack Open(string path)
    {
        MemoryMappedFile? file = null;
        try
        {
            var length = new FileInfo(path) is { Exists: true } info ? info.Length : 0;
            if (length < FileHeader.Length) return new Pack(null, null, null, 0);
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            var view = file.CreateViewAccessor(0, Math.Min(length, stream.Length), MemoryMappedFileAccess.Read);
            return new Pack(stream.SafeFileHandle, file, view, Math.Min(length, view.Capacity));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            file?.Dispose();
            return new Pack(null, null, null, 0);
        }
    }

    /// <returns>Null for a torn value.</returns>
    public byte[]? Read(PackEntry entry)
    {
        // Not through the mapping: reading it goes byte by byte, and every page is a fault.
        var value = GC.AllocateUninitializedArray<byte>(entry.Length);
        for (var at = 0; at < value.Length;)
        {
            var read = RandomAccess.Read(_handle!, value.AsSpan(at), entry.Offset + at);
            if (read == 0) return null;
            at += read;
        }
        return Digest.Sum(value) == entry.Sum ? value : null;
    }

    public static byte[] Header(string key, ReadOnlySpan<byte> value)
    {
        var header = new byte[EntryHeaderLength];
        Hex.Parse(key).CopyTo(header, 0);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), value.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(24), Digest.Sum(value));
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(32), Digest.Sum(header.AsSpan(0, 32)));
        return header;
    }

    public void Dispose()
    {
        _view?.Dispose();
        _file?.Dispose();
    }

    private void Scan(long length)
    {
        Span<byte> header = stackalloc byte[EntryHeaderLength];
        ReadBytes(0, header[..FileHeader.Length]);
        if (!header[..FileHeader.Length].SequenceEqual(FileHeader)) return;
        var at = (long)FileHeader.Length;
        while (at + EntryHeaderLength <= length)
        {
            ReadBytes(at, header);
            var size = BinaryPrimitives.ReadInt64LittleEndian(header[16..]);
            if (Digest.Sum(header[..32]) != BinaryPrimitives.ReadUInt64LittleEndian(header[32..])) break;
            if (size is < 0 or > int.MaxValue || at + EntryHeaderLength + size > length) break;
            var key = Hex.Of(header[..16]);
            if (_entries.TryGetValue(key, out var old)) Dead += old.Length + EntryHeaderLength;
            _entries[key] = new PackEntry(key, at + EntryHeaderLength, (int)size, BinaryPrimitives.ReadUInt64LittleEndian(header[24..]));
            at += EntryHeaderLength + size;
        }
        End = at;
    }

    private void ReadBytes(long at, Span<byte> into) => _view!.SafeMemoryMappedViewHandle.ReadSpan((ulong)(_view.PointerOffset + at), into);
}
