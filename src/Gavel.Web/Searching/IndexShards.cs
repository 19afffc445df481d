using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Gavel.Web.Searching;

/// <summary>
/// Cuts the words of an index into files. Where one ends depends on the words around alone, so that an edit of one proposal changes the files of the words that it
/// concerns and no others.
/// </summary>
internal static class IndexShards
{
    private const int Least = 12_000; // bytes
    private const int Most = 48_000;
    private const int Rarity = 256; // one word of so many may be the first of a file

    /// <param name="firsts">Takes the first word of each file.</param>
    public static ImmutableArray<StaticFile> Cut(IndexText text, List<string> firsts)
    {
        var files = ImmutableArray.CreateBuilder<StaticFile>();
        var words = text.Words.AsSpan();
        var places = text.Places.AsSpan();
        var (wordsAt, placesAt) = (0, 0);
        while (wordsAt < words.Length)
        {
            var (wordsEnd, placesEnd) = (wordsAt, placesAt);
            while (wordsEnd < words.Length)
            {
                wordsEnd += words[wordsEnd..].IndexOf((byte)'\n') + 1;
                placesEnd += places[placesEnd..].IndexOf((byte)'\n') + 1;
                var size = wordsEnd - wordsAt;
                if (size >= Most || (size >= Least && MayBegin(words[wordsEnd..]))) break;
            }
            var number = firsts.Count.ToString(CultureInfo.InvariantCulture);
            var shard = words[wordsAt..wordsEnd];
            firsts.Add(Encoding.UTF8.GetString(shard[..shard.IndexOf((byte)'\t')]));
            files.Add(new StaticFile($"words/{number}.txt", shard.ToArray()));
            files.Add(new StaticFile($"places/{number}.txt", places[placesAt..placesEnd].ToArray()));
            (wordsAt, placesAt) = (wordsEnd, placesEnd);
        }
        return files.ToImmutable();
    }

    // FNV-1a over the word.
    private static bool MayBegin(ReadOnlySpan<byte> line)
    {
        var hash = 2166136261u;
        foreach (var b in line)
        {
            if (b == '\t') break;
            hash = unchecked((hash ^ b) * 16777619u);
        }
        return (hash ^ (hash >> 15)) % Rarity == 0;
    }
}
