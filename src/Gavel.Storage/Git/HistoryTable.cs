using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>
/// The versions of all files in one block of bytes that goes into a cache and is looked up without being unpacked. Four counts (strings, commits,
/// files, versions), then tables of fixed rows: string ends, commits, files by path, versions; then the strings in UTF-8.
/// </summary>
internal sealed class HistoryTable
{
    private const int CountsLength = 16;
    private const int CommitLength = 20 + 8 + 4 + 4 + 4;
    private const int FileLength = 12;
    private const int VersionLength = 4 + 4 + 20;

    private readonly byte[] _bytes;
    private readonly int _commits;
    private readonly int _files;
    private readonly int _versions;
    private readonly int _strings;
    private readonly int _fileCount;

    private HistoryTable(byte[] bytes)
    {
        _bytes = bytes;
        _fileCount = Int(8);
        _commits = CountsLength + 4 * Int(0);
        _files = _commits + CommitLength * Int(4);
        _versions = _files + FileLength * _fileCount;
        _strings = _versions + VersionLength * Int(12);
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <returns>Null for bytes that are no such table.</returns>
    public static HistoryTable? Open(byte[] bytes)
    {
        if (bytes.Length < CountsLength) return null;
        var table = new HistoryTable(bytes);
        return table._strings > 0 && table._strings <= bytes.Length ? table : null;
    }

    public static HistoryTable Build(List<LogEntry> log)
    {
        var files = FileTracks.Of(log);
        var strings = new StringTable();
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        foreach (var entry in log)
        {
            writer.Write(Convert.FromHexString(entry.Commit));
            writer.Write(entry.Recorded.Ticks);
            writer.Write((int)entry.Recorded.Offset.TotalMinutes);
            writer.Write(strings.IndexOf(entry.Person));
            writer.Write(entry.Changes.Count);
        }
        var first = 0;
        foreach (var (path, versions) in files)
        {
            writer.Write(strings.IndexOf(path));
            writer.Write(first);
            writer.Write(versions.Count);
            first += versions.Count;
        }
        foreach (var version in files.Values.SelectMany(v => v))
        {
            writer.Write(version.Entry);
            writer.Write(strings.IndexOf(version.Path));
            writer.Write(Convert.FromHexString(version.Sha));
        }
        writer.Flush();
        using var whole = new MemoryStream();
        using var outer = new BinaryWriter(whole);
        foreach (var count in (int[])[strings.Count, log.Count, files.Count, first, .. strings.Ends]) outer.Write(count);
        outer.Write(body.GetBuffer(), 0, (int)body.Length);
        outer.Write(strings.Bytes);
        outer.Flush();
        return new HistoryTable(whole.ToArray());
    }

    /// <summary>Oldest first; empty for an unknown path.</summary>
    public ImmutableArray<FileVersion> Of(string path)
    {
        var (low, high) = (0, _fileCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(StringAt(Int(_files + middle * FileLength)), path);
            if (order == 0) return VersionsOf(_files + middle * FileLength);
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return [];
    }

    private ImmutableArray<FileVersion> VersionsOf(int file)
    {
        var (first, count) = (Int(file + 4), Int(file + 8));
        var versions = ImmutableArray.CreateBuilder<FileVersion>(count);
        for (var i = first; i < first + count; i++)
        {
            var at = _versions + i * VersionLength;
            var commit = _commits + Int(at) * CommitLength;
            var recorded = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(commit + 20)), TimeSpan.FromMinutes(Int(commit + 28)));
            versions.Add(new FileVersion(Hex(commit), StringAt(Int(at + 4)), new ContentId(Hex(at + 8)), StringAt(Int(commit + 32)), recorded, Int(commit + 36)));
        }
        return versions.MoveToImmutable();
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private string Hex(int at) => Convert.ToHexStringLower(_bytes, at, 20);

    private string StringAt(int index)
    {
        var start = index == 0 ? 0 : Int(CountsLength + 4 * (index - 1));
        return Encoding.UTF8.GetString(_bytes, _strings + start, Int(CountsLength + 4 * index) - start);
    }

    private sealed class StringTable
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
        private readonly List<byte> _bytes = [];

        public int Count => Ends.Count;

        public List<int> Ends { get; } = [];

        public byte[] Bytes => [.. _bytes];

        public int IndexOf(string text)
        {
            if (_indexes.TryGetValue(text, out var index)) return index;
            _bytes.AddRange(Encoding.UTF8.GetBytes(text));
            Ends.Add(_bytes.Count);
            return _indexes[text] = Ends.Count - 1;
        }
    }
}
