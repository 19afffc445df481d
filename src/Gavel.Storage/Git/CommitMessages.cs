using System.IO.Compression;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>The messages of many commits in a few bytes, for a cache.</summary>
internal static class CommitMessages
{
    /// <summary>The first line.</summary>
    public static string SubjectOf(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    public static byte[] Pack(IEnumerable<string> messages)
    {
        using var bytes = new MemoryStream();
        using (var squeezed = new DeflateStream(bytes, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(squeezed, Encoding.UTF8))
        {
            foreach (var message in messages) writer.Write(message);
        }
        return bytes.ToArray();
    }

    /// <returns>Null for bytes that do not hold so many messages.</returns>
    public static string[]? Unpack(byte[] bytes, int count)
    {
        try
        {
            using var reader = new BinaryReader(new BufferedStream(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress), 1 << 16), Encoding.UTF8);
            var messages = new string[count];
            for (var i = 0; i < count; i++) messages[i] = reader.ReadString();
            return messages;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            return null;
        }
    }
}
