using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Gavel.Core.Processes;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>A document as bytes, packed, for excerpts and for taking its words out of the index again.</summary>
internal static class DocumentRecord
{
    // One step above the fastest, which does not look how frequent the letters are.
    private static readonly ZLibCompressionOptions Packing = new() { CompressionLevel = 2 };

    public static byte[] Write(SearchDocument document)
    {
        using var stream = new MemoryStream();
        using var packed = new DeflateStream(stream, Packing);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(document.Id);
        writer.Write(document.Path);
        writer.Write(document.ContentId);
        writer.Write(document.Process);
        writer.Write(document.Title);
        writer.Write7BitEncodedInt(document.TitleLine);
        writer.Write(document.Number ?? -1);
        writer.Write(document.Status is not null);
        writer.Write(document.Status ?? "");
        writer.Write((sbyte)(document.Kind is { } kind ? (int)kind : -1));
        writer.Write(document.Standing);
        writer.Write7BitEncodedInt(document.Facts.Length);
        foreach (var fact in document.Facts)
        {
            writer.Write(fact.Name);
            writer.Write(fact.Value);
        }
        writer.Write7BitEncodedInt(document.Blocks.Length);
        foreach (var block in document.Blocks)
        {
            writer.Write((byte)block.Zone);
            writer.Write7BitEncodedInt(block.Line);
            writer.Write(block.Text);
            writer.Write(block.Anchor is not null);
            if (block.Anchor is not null) writer.Write(block.Anchor);
        }
        writer.Flush();
        packed.Dispose();
        return stream.ToArray();
    }

    public static SearchDocument Read(ReadOnlySpan<byte> bytes)
    {
        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress), Encoding.UTF8);
        var (id, path, content, process, title) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        return new SearchDocument
        {
            Id = id,
            Path = path,
            ContentId = content,
            Process = process,
            Title = title,
            TitleLine = reader.Read7BitEncodedInt(),
            Number = reader.ReadInt32() is var number and >= 0 ? number : null,
            Status = (reader.ReadBoolean(), reader.ReadString()) is (true, var status) ? status : null,
            Kind = reader.ReadSByte() is var kind and >= 0 ? (StatusKind)kind : null,
            Standing = reader.ReadInt32(),
            Facts = ReadMany(reader, () => new SearchFact(reader.ReadString(), reader.ReadString())),
            Blocks = ReadMany(reader, () => new SearchBlock((Zone)reader.ReadByte(), reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadBoolean() ? reader.ReadString() : null)),
        };
    }

    private static ImmutableArray<T> ReadMany<T>(BinaryReader reader, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(reader.Read7BitEncodedInt() is var count ? count : 0, 100_000));
        for (var i = 0; i < count; i++) items.Add(read());
        return items.DrainToImmutable();
    }
}
