using System.Buffers.Binary;
using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>The paths that git tracks, read out of its index file without a process (gitformat-index(5), versions 2 to 4).</summary>
internal sealed class IndexFile
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private IndexFile() { }

    public static IndexFile Empty { get; } = new();

    public bool HasFile(string path) => _paths.Contains(path);

    public bool HasFolder(string path) => _folders.Contains(path);

    /// <summary>Empty where there is no index, and what was understood of one that is cut off.</summary>
    public static IndexFile Load(string gitFolder)
    {
        try
        {
            var path = Path.Combine(gitFolder, "index");
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Empty;
        }
    }

    public static IndexFile Parse(ReadOnlySpan<byte> bytes)
    {
        var index = new IndexFile();
        if (bytes.Length < 12 || !bytes.StartsWith("DIRC"u8)) return index;
        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        var at = 12;
        var previous = Array.Empty<byte>();
        while (count-- > 0 && at + 62 <= bytes.Length)
        {
            var start = at;
            var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 60)..]);
            at += version >= 3 && (flags & 0x4000) != 0 ? 64 : 62;
            var keep = version == 4 ? previous.Length - ReadOffset(bytes, ref at) : 0;
            var end = at <= bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
            if (end < 0 || keep < 0) break;
            byte[] name = [.. previous.AsSpan(0, version == 4 ? keep : 0), .. bytes.Slice(at, end)];
            at += end + 1;
            if (version < 4) at = start + (at - 1 - start + 8) / 8 * 8; // 1 to 8 NUL bytes up to a multiple of eight
            previous = name;
            index.Add(Encoding.UTF8.GetString(name));
        }
        return index;
    }

    private void Add(string path)
    {
        _paths.Add(path);
        var folder = TreePath.FolderOf(path);
        while (folder.Length > 0 && _folders.Add(folder)) folder = TreePath.FolderOf(folder);
    }

    // The "offset encoding" of pack files: seven bits a byte, one added for each that follows.
    private static int ReadOffset(ReadOnlySpan<byte> bytes, ref int at)
    {
        long value = 0;
        for (var isFirst = true; at < bytes.Length; isFirst = false)
        {
            var b = bytes[at++];
            if (!isFirst) value++;
            value = (value << 7) | (uint)(b & 0x7F);
            if ((b & 0x80) == 0) return value <= int.MaxValue ? (int)value : int.MaxValue;
            if (value > int.MaxValue) break;
        }
        return int.MaxValue;
    }
}
