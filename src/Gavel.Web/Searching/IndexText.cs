using System.Collections.Immutable;

namespace Gavel.Web.Searching;

/// <summary>All words of the index with their proposals and places, and all facts, a line each in ordinal order of UTF-16; before they are cut into files.</summary>
/// <param name="Words">For each proposal that has the word the difference to the one before, and the level.</param>
/// <param name="Places">The same words; for each of the same proposals the number of places, and the differences.</param>
/// <param name="Facts">For each proposal that has the fact the difference to the one before.</param>
internal sealed record IndexText(byte[] Words, byte[] Places, byte[] Facts, ImmutableArray<string> FactNames)
{
    public static IndexText Of(Postings postings)
    {
        var terms = postings.Words();
        var middle = terms.Length / 2;
        var facts = new ByteBuffer();
        var (words, places, laterWords, laterPlaces) = (new ByteBuffer(), new ByteBuffer(), new ByteBuffer(), new ByteBuffer());
        Parallel.Invoke(
            () => postings.Write(terms.AsSpan(..middle), words, places),
            () => postings.Write(terms.AsSpan(middle..), laterWords, laterPlaces),
            () => postings.WriteFacts(facts));
        return new IndexText([.. words.Bytes, .. laterWords.Bytes], [.. places.Bytes, .. laterPlaces.Bytes], facts.ToArray(), [.. postings.FactNames]);
    }
}
