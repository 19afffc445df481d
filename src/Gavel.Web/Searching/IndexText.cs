using System.Collections.Immutable;
using System.Text;

namespace Gavel.Web.Searching;

/// <summary>All words of the index with their proposals and places, and all facts, a line each in ordinal order of UTF-16; before they are cut into files.</summary>
/// <param name="Words">For each proposal that has the word the difference to the one before, and the level.</param>
/// <param name="Places">The same words; for each of the same proposals the number of places, and the differences.</param>
/// <param name="Facts">For each proposal that has the fact the difference to the one before.</param>
internal sealed record IndexText(byte[] Words, byte[] Places, byte[] Facts, ImmutableArray<string> FactNames)
{
    public static IndexText Of(Postings postings)
    {
        var (words, places, facts) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (term, posting) in postings.Words)
        {
            words.Append(term).Append('\t').Append(posting.Documents).Append('\n');
            places.Append(term).Append('\t').Append(posting.Places).Append('\n');
        }
        foreach (var (fact, posting) in postings.Facts) facts.Append(fact).Append('\t').Append(posting.Documents).Append('\n');
        return new IndexText(Utf8(words), Utf8(places), Utf8(facts), [.. postings.FactNames]);
    }

    private static byte[] Utf8(StringBuilder text) => Encoding.UTF8.GetBytes(text.ToString());
}
