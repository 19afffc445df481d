using System.Buffers.Binary;
using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Files;

/// <summary>The paths that git tracks, read out of its index file without a process (gitformat-index(5), versions 2 to 4).</summary>
internal sealed class IndexFile
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> _foldersLeftOut = new(StringComparer.Ordinal);

    private IndexFile() { }

    public static IndexFile Empty { get; } = new();

    public bool HasFile(string path) => _paths.Contains(path);

    public bool HasFolder(string path) => _folders.Contains(path);

    /// <summary>Files that a sparse check-out leaves out; of a sparse index only those that it names.</summary>
    public IReadOnlyCollection<string> LeftOut => _leftOut;

    /// <summary>Whether a file or a folder is tracked and left out, or lies in a folder of which a sparse index says no more than that.</summary>
    public bool IsLeftOut(string path)
    {
        if (_leftOut.Contains(path) || _foldersLeftOut.Contains(path)) return true;
        for (var folder = path; folder.Length > 0; folder = TreePath.FolderOf(folder))
        {
            if (_leftOut.Contains(folder + "/")) return true;
        }
        return false;
    }

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

    /// <param name="gitFolder">Null where there is no git.</param>
    /// <returns>Empty for a check-out that is not sparse: then nothing is left out.</returns>
    public static IndexFile LoadSparse(string? gitFolder) =>
        gitFolder is not null && File.Exists(Path.Combine(gitFolder, "info", "sparse-checkout")) ? Load(gitFolder) : Empty;

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
            var isExtended = version >= 3 && (flags & 0x4000) != 0 && at + 64 <= bytes.Length;
            var isLeftOut = isExtended && (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 62)..]) & 0x4000) != 0; // skip-worktree
            at += isExtended ? 64 : 62;
            var keep = version == 4 ? previous.Length - ReadOffset(bytes, ref at) : 0;
            var end = at <= bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
            if (end < 0 || keep < 0) break;
            byte[] name = [.. previous.AsSpan(0, version == 4 ? keep : 0), .. bytes.Slice(at, end)];
            at += end + 1;
            if (version < 4) at = start + (at - 1 - start + 8) / 8 * 8; // 1 to 8 NUL bytes up to a multiple of eight
            previous = name;
            index.Add(Encoding.UTF8.GetString(name), isLeftOut);
        }
        return index;
    }

    /// <param name="path">Of a folder with a slash at its end.</param>
    private void Add(string path, bool isLeftOut)
    {
        if (isLeftOut)
        {
            _leftOut.Add(path);
            for (var parent = TreePath.FolderOf(path); parent.Length > 0 && _foldersLeftOut.Add(parent);) parent = TreePath.FolderOf(parent);
        }
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
