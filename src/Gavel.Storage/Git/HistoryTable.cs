using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>
/// The versions of all files in one block of bytes that goes into a cache and is looked up without being unpacked. Five counts (strings, commits,
/// files, versions, paths that were left), then tables of fixed rows: string ends, commits newest first, files by path, versions, left paths; then the strings in UTF-8.
/// </summary>
internal sealed class HistoryTable
{
    private const int CountsLength = 20;
    private const int CommitLength = 20 + 8 + 6 * 4;
    private const int FileLength = 12;
    private const int VersionLength = 3 * 4 + 3 * 20;

    private readonly byte[] _bytes;
    private readonly int _commits;
    private readonly int _files;
    private readonly int _versions;
    private readonly int _left;
    private readonly int _strings;
    private readonly int _fileCount;
    private readonly int _leftCount;

    private HistoryTable(byte[] bytes)
    {
        _bytes = bytes;
        Count = Int(4);
        _fileCount = Int(8);
        _leftCount = Int(16);
        _commits = CountsLength + 4 * Int(0);
        _files = _commits + CommitLength * Count;
        _versions = _files + FileLength * _fileCount;
        _left = _versions + VersionLength * Int(12);
        _strings = _left + 4 * _leftCount;
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>How many commits there are.</summary>
    public int Count { get; }

    /// <returns>Null for bytes that are no such table.</returns>
    public static HistoryTable? Open(byte[] bytes)
    {
        if (bytes.Length < CountsLength) return null;
        var table = new HistoryTable(bytes);
        return table._strings > 0 && table._strings <= bytes.Length ? table : null;
    }

    public static HistoryTable Build(List<LogEntry> log)
    {
        var files = FileTracks.Of(log, out var left);
        using var strings = new StringTable(log.Count);
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        for (var i = 0; i < log.Count; i++)
        {
            var entry = log[i];
            WriteId(writer, entry.Commit);
            writer.Write(entry.Recorded.Ticks);
            writer.Write((int)entry.Recorded.Offset.TotalMinutes);
            writer.Write(strings.IndexOf(entry.Person));
            writer.Write(strings.IndexOf(entry.Email));
            writer.Write(strings.IndexOf(CommitMessages.SubjectOf(entry.Message)));
            writer.Write(entry.Changes.Count);
            writer.Write(i + 1 < log.Count && string.Equals(entry.Parents, log[i + 1].Commit, StringComparison.Ordinal) ? 1 : 0);
        }
        var first = 0;
        foreach (var (path, versions) in files)
        {
            writer.Write(strings.IndexOf(path));
            writer.Write(first);
            writer.Write(versions.Count);
            first += versions.Count;
        }
        foreach (var versions in files.Values)
        {
            foreach (var version in versions) WriteVersion(writer, version, strings);
        }
        foreach (var path in left) writer.Write(strings.IndexOf(path));
        writer.Flush();
        using var whole = new MemoryStream();
        using var outer = new BinaryWriter(whole);
        foreach (var count in (int[])[strings.Count, log.Count, files.Count, first, left.Count, .. strings.Ends]) outer.Write(count);
        outer.Write(body.GetBuffer(), 0, (int)body.Length);
        outer.Write(strings.Bytes);
        outer.Flush();
        return new HistoryTable(whole.ToArray());
    }

    /// <summary>Oldest first; empty for an unknown path.</summary>
    public ImmutableArray<FileVersion> Of(string path)
    {
        var file = Search(path, _files, FileLength, _fileCount);
        return file < 0 ? [] : VersionsOf(_files + file * FileLength);
    }

    public bool Has(string path) => Search(path, _files, FileLength, _fileCount) >= 0;

    /// <summary>A file had this path once, and none has it now.</summary>
    public bool WasLeft(string path) => Search(path, _left, 4, _leftCount) >= 0;

    /// <summary>A commit without the rest of its message.</summary>
    /// <param name="position">From the oldest, 0.</param>
    public HistoryCommit CommitAt(int position)
    {
        var at = _commits + (Count - 1 - position) * CommitLength;
        return new HistoryCommit(Hex(at), DateOf(at), StringAt(Int(at + 32)), StringAt(Int(at + 36)), StringAt(Int(at + 40)), position);
    }

    /// <summary>The commits since one of them, where these are exactly those that it does not know.</summary>
    /// <returns>The position after it; -1 where they are not, or the commit is unknown.</returns>
    public int After(string commit)
    {
        var id = Core.Text.Hex.Parse(commit);
        for (var i = 0; i < Count; i++)
        {
            var at = _commits + i * CommitLength;
            if (_bytes.AsSpan(at, 20).SequenceEqual(id)) return Count - i;
            if (Int(at + 48) == 0) return -1;
        }
        return -1;
    }

    private ImmutableArray<FileVersion> VersionsOf(int file)
    {
        var (first, count) = (Int(file + 4), Int(file + 8));
        var versions = ImmutableArray.CreateBuilder<FileVersion>(count);
        for (var i = first; i < first + count; i++)
        {
            var at = _versions + i * VersionLength;
            var commit = _commits + Int(at) * CommitLength;
            versions.Add(new FileVersion(Hex(commit), StringAt(Int(at + 4)), new ContentId(Hex(at + 12)), StringAt(Int(commit + 32)), DateOf(commit), Int(commit + 44))
            {
                From = StringAt(Int(at + 8)),
                Before = BlobAt(at + 32),
                BeforeMerged = BlobAt(at + 52),
                Email = StringAt(Int(commit + 36)),
                Subject = StringAt(Int(commit + 40)),
                Position = Count - 1 - Int(at),
            });
        }
        return versions.MoveToImmutable();
    }

    private ContentId? BlobAt(int at) => _bytes.AsSpan(at, 20).IndexOfAnyExcept((byte)0) < 0 ? null : new ContentId(Hex(at));

    private DateTimeOffset DateOf(int commit) => new(BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(commit + 20)), TimeSpan.FromMinutes(Int(commit + 28)));

    // Rows begin with the string that they are sorted by.
    private int Search(string text, int rows, int length, int count)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(StringAt(Int(rows + middle * length)), text);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private static void WriteVersion(BinaryWriter writer, in TrackedVersion version, StringTable strings)
    {
        writer.Write(version.Entry);
        writer.Write(strings.IndexOf(version.Change.Path));
        writer.Write(strings.IndexOf(version.Change.From));
        WriteId(writer, version.Change.Sha);
        WriteId(writer, version.Change.Before);
        WriteId(writer, version.Change.Before2);
    }

    private static void WriteId(BinaryWriter writer, string sha)
    {
        Span<byte> id = stackalloc byte[20];
        id.Clear();
        if (sha.Length == 40) Core.Text.Hex.Parse(sha, id);
        writer.Write(id);
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private string Hex(int at) => Core.Text.Hex.Of(_bytes.AsSpan(at, 20));

    private string StringAt(int index)
    {
        var start = index == 0 ? 0 : Int(CountsLength + 4 * (index - 1));
        return Encoding.UTF8.GetString(_bytes, _strings + start, Int(CountsLength + 4 * index) - start);
    }

    /// <param name="count">About how many there will be.</param>
    private sealed class StringTable(int count) : IDisposable
    {
        private readonly Dictionary<string, int> _indexes = new(count, StringComparer.Ordinal);
        private readonly MemoryStream _bytes = new();
        private byte[] _piece = new byte[256];

        public int Count => Ends.Count;

        public List<int> Ends { get; } = [];

        public byte[] Bytes => _bytes.ToArray();

        public int IndexOf(string text)
        {
            if (_indexes.TryGetValue(text, out var index)) return index;
            if (_piece.Length < 3 * text.Length) _piece = new byte[3 * text.Length];
            _bytes.Write(_piece, 0, Encoding.UTF8.GetBytes(text, _piece));
            Ends.Add((int)_bytes.Length);
            return _indexes[text] = Ends.Count - 1;
        }

        public void Dispose() => _bytes.Dispose();
    }
}
