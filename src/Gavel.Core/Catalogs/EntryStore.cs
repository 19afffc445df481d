using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What is remembered of one file: its entry and what was worked out of it; neither for a file that is no proposal.</summary>
internal sealed class StoredEntry
{
    private readonly TreeFile _file;
    private readonly string? _id;
    private ImmutableArray<Diagnostic> _work;
    private byte[] _bytes = [];

    public StoredEntry(TreeFile file, CatalogEntry? entry, ImmutableArray<Diagnostic> work)
    {
        _file = file;
        Entry = entry;
        _work = work;
        Broken = BrokenOf(work);
    }

    /// <param name="bytes">The work, read when it is asked for.</param>
    public StoredEntry(TreeFile file, CatalogEntry? entry, string broken, byte[] bytes)
    {
        _file = file;
        Entry = entry;
        Broken = broken;
        _bytes = bytes;
    }

    private StoredEntry(StoredEntry other, string id)
        : this(other._file, other.Entry, other.Broken, other._bytes)
    {
        _work = other._work;
        _id = id;
    }

    public CatalogEntry? Entry { get; }

    /// <summary>The file that it is of.</summary>
    public TreeFile File => _file;

    /// <summary>For a file that only says where a proposal went; null otherwise.</summary>
    public PointerFile? Pointer { get; init; }

    /// <summary>Nothing was worked out of it.</summary>
    public bool IsBare { get; private init; }

    /// <summary>A digest of all that the catalog knows of the file, what was worked out of it aside; empty before it is stored.</summary>
    public string Facts { get; set; } = "";

    /// <summary>Rule and demand of each diagnostic that judges a demand, each between line feeds: to be counted without reading the work.</summary>
    public string Broken { get; }

    public ImmutableArray<Diagnostic> Work
    {
        get
        {
            if (_work.IsDefault)
            {
                using var reader = new RecordReader(new MemoryStream(_bytes, writable: false)) { Path = _file.Path };
                _work = reader.ReadMany(reader.ReadDiagnostic);
                _bytes = [];
            }
            return _id is null ? _work : [.. _work.Select(d => d with { Proposal = _id })];
        }
    }

    /// <summary>The same, of which nothing was worked out.</summary>
    public StoredEntry Bare() => new(_file, Entry, []) { IsBare = true, Pointer = Pointer, Facts = Facts };

    /// <summary>The same, said of another id.</summary>
    public StoredEntry Under(string id) => new(this, id) { Pointer = Pointer, Facts = Facts };

    /// <summary>The same in another reading of the same file.</summary>
    public StoredEntry For(Process process, TreeFile file) => new(file, Entry is null ? null : Entry with { Process = process, File = file }, Broken, _bytes) { _work = _work, Pointer = Pointer, Facts = Facts };

    /// <summary>The same with other dates in its entry.</summary>
    public StoredEntry With(CatalogEntry entry) => new(_file, entry, Broken, _bytes) { _work = _work, IsBare = IsBare, Pointer = Pointer, Facts = Facts };

    /// <summary>How <see cref="Broken"/> has a diagnostic.</summary>
    public static string BrokenMark(string rule, string demand) => $"\n{rule} {demand}\n";

    /// <summary>How <see cref="Broken"/> has any diagnostic of a rule.</summary>
    public static string BrokenMark(string rule) => $"\n{rule} ";

    /// <summary>How <see cref="Broken"/> has the name that a diagnostic is about, whatever demand it stands for.</summary>
    public static string NamedMark(Diagnostic diagnostic) => $"\n{diagnostic.Rule} ={diagnostic.Subject.ToLowerInvariant()}\n";

    private static string BrokenOf(ImmutableArray<Diagnostic> work)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in work)
        {
            if (diagnostic.Demand.Length == 0) continue;
            text.Append(BrokenMark(diagnostic.Rule, diagnostic.Demand));
            if (diagnostic.Rule is "section-renamed" or "field-value") text.Append(NamedMark(diagnostic));
        }
        return text.ToString();
    }
}

/// <summary>Entries in the cache. A key says everything that a value was computed from, so nothing is ever invalid.</summary>
internal sealed class EntryStore(ICache cache, EntryMemory? memory = null)
{
    // Changes with the shape of the bytes below.
    private const byte Format = 4;

    /// <returns>Null when it is not remembered.</returns>
    public StoredEntry? Find(string key, Process process, TreeFile file)
    {
        if (memory?.Find(key, process, file) is { } known) return known;
        var stored = Read(key, process, file);
        if (stored is not null) memory?.Add(key, stored);
        return stored;
    }

    private StoredEntry? Read(string key, Process process, TreeFile file)
    {
        if (cache.Get(key) is not { Length: > 1 } bytes || bytes[0] != Format) return null;
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, 1, bytes.Length - 1, writable: false)) { Path = file.Path };
            var entry = reader.ReadBoolean() ? EntryRecord.Read(reader, process, file) : null;
            var pointer = reader.ReadBoolean() ? new PointerFile(process.Name, reader.ReadString(), reader.ReadInt32() is var number and >= 0 ? number : null, file.Path) : null;
            var facts = reader.ReadString();
            var broken = reader.ReadString();
            return new StoredEntry(file, entry, broken, reader.ReadBytes(reader.ReadInt32())) { Facts = facts, Pointer = pointer };
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null; // cut short or written by something else: as if nothing were remembered
        }
    }

    public void Add(string key, StoredEntry stored)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream) { Path = stored.File.Path };
        writer.Write(Format);
        writer.Write(stored.Entry is not null);
        if (stored.Entry is { } entry) EntryRecord.Write(writer, entry);
        writer.Write(stored.Pointer is not null);
        if (stored.Pointer is { } pointer)
        {
            writer.Write(pointer.Id);
            writer.Write(pointer.Number ?? -1);
        }
        writer.Flush();
        stored.Facts = Sha256.Hex(stream.GetBuffer().AsSpan(0, (int)stream.Length), 24);
        writer.Write(stored.Facts);
        writer.Write(stored.Broken);
        var work = BytesOf(stored.Work, stored.File.Path);
        writer.Write(work.Length);
        writer.Write(work);
        writer.Flush();
        cache.Put(key, stream.GetBuffer().AsSpan(0, (int)stream.Length));
        memory?.Add(key, stored);
    }

    /// <summary>Diagnostics under a key of their own.</summary>
    /// <returns>Null when they are not remembered.</returns>
    public ImmutableArray<Diagnostic>? FindWork(string key, string path)
    {
        if (cache.Get(key) is not { Length: > 0 } bytes) return null;
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, writable: false)) { Path = path };
            return reader.ReadMany(reader.ReadDiagnostic);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public void AddWork(string key, ImmutableArray<Diagnostic> work, string path) => cache.Put(key, BytesOf(work, path));

    public IndexPage? FindIndex(string key, string path)
    {
        if (cache.Get(key) is not { Length: > 0 } bytes) return null;
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, writable: false)) { Path = path };
            return IndexRecord.Read(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public void AddIndex(string key, IndexPage page, string path)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream) { Path = path };
        IndexRecord.Write(writer, page);
        writer.Flush();
        cache.Put(key, stream.ToArray());
    }

    public string? FindText(string key) => cache.Get(key) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public void AddText(string key, string text) => cache.Put(key, Encoding.UTF8.GetBytes(text));

    public byte[]? FindBytes(string key) => cache.Get(key);

    public void AddBytes(string key, ReadOnlySpan<byte> bytes) => cache.Put(key, bytes);

    private static byte[] BytesOf(ImmutableArray<Diagnostic> work, string path)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream) { Path = path };
        writer.WriteMany(work, writer.Write);
        writer.Flush();
        return stream.ToArray();
    }
}
