using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What is remembered of one file: its entry and what was worked out of it; neither for a file that is no proposal.</summary>
internal sealed record StoredEntry(CatalogEntry? Entry, ImmutableArray<Diagnostic> Work)
{
    /// <summary>For a file that only says where a proposal went; null otherwise.</summary>
    public PointerFile? Pointer { get; init; }
}

/// <summary>Entries in the cache. A key says everything that a value was computed from, so nothing is ever invalid.</summary>
internal sealed class EntryStore(ICache cache)
{
    // Changes with the shape of the bytes below.
    private const byte Format = 1;

    /// <returns>Null when it is not remembered.</returns>
    public StoredEntry? Find(string key, Process process, TreeFile file)
    {
        if (cache.Get(key) is not { Length: > 1 } bytes || bytes[0] != Format) return null;
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, 1, bytes.Length - 1, writable: false)) { Path = file.Path };
            var entry = reader.ReadBoolean() ? EntryRecord.Read(reader, process, file) : null;
            var work = reader.ReadMany(reader.ReadDiagnostic);
            if (!reader.ReadBoolean()) return new StoredEntry(entry, work);
            var (id, number) = (reader.ReadString(), reader.ReadInt32());
            return new StoredEntry(entry, work) { Pointer = new PointerFile(process.Name, id, number < 0 ? null : number, file.Path) };
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null; // cut short or written by something else: as if nothing were remembered
        }
    }

    public void Add(string key, StoredEntry stored, TreeFile file)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream) { Path = file.Path };
        writer.Write(Format);
        writer.Write(stored.Entry is not null);
        if (stored.Entry is { } entry) EntryRecord.Write(writer, entry);
        writer.WriteMany(stored.Work, writer.Write);
        writer.Write(stored.Pointer is not null);
        if (stored.Pointer is { } pointer)
        {
            writer.Write(pointer.Id);
            writer.Write(pointer.Number ?? -1);
        }
        writer.Flush();
        cache.Put(key, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public string? FindText(string key) => cache.Get(key) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;

    public void AddText(string key, string text) => cache.Put(key, System.Text.Encoding.UTF8.GetBytes(text));
}
