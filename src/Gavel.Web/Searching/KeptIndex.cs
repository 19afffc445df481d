using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Web.Searching;

/// <summary>The index that was made last, with what it was made of: where few proposals changed since, it is brought up to them.</summary>
/// <param name="Documents">In the order of the index, with the stamp of the content of each.</param>
internal sealed record KeptIndex(ImmutableArray<(string Id, string Stamp)> Documents, IndexText Text)
{
    private const string Format = "1"; // changes with the bytes

    private static string Key => $"search-whole:{Format}/{PackedTerms.Format}";

    /// <returns>Null where nothing is kept, or not all of it.</returns>
    public static KeptIndex? Read(ICache cache)
    {
        if (cache.Get(Key) is not { } bytes) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            var documents = new (string, string)[reader.ReadInt32()];
            for (var i = 0; i < documents.Length; i++) documents[i] = (reader.ReadString(), reader.ReadString());
            var names = new string[reader.ReadInt32()];
            for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
            return new KeptIndex([.. documents], new IndexText(reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()), [.. names]));
        }
        catch (Exception e) when (e is IOException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    public void Write(ICache cache)
    {
        using var stream = new MemoryStream(Text.Words.Length + Text.Places.Length + Text.Facts.Length + (1 << 16));
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Documents.Length);
        foreach (var (id, stamp) in Documents)
        {
            writer.Write(id);
            writer.Write(stamp);
        }
        writer.Write(Text.FactNames.Length);
        foreach (var name in Text.FactNames) writer.Write(name);
        foreach (var part in (byte[][])[Text.Words, Text.Places, Text.Facts])
        {
            writer.Write(part.Length);
            writer.Write(part);
        }
        writer.Flush();
        cache.Put(Key, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
