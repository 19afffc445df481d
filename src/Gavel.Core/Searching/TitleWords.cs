using System.Collections.Immutable;
using System.Numerics;
using Gavel.Core.Text;

namespace Gavel.Core.Searching;

/// <summary>Every word of a title, in ordinal order: what misspelt words are compared with.</summary>
public sealed class TitleWords
{
    private const int ShortestNear = 4; // letters; of fewer too many words differ in one
    private const int ShortestFar = 8;

    private readonly uint[] _letters; // a bit for each letter that a word has

    private readonly ImmutableArray<(string Term, int Titles)> _terms;

    /// <param name="terms">Each with the number of titles that have it.</param>
    public TitleWords(IEnumerable<(string Term, int Titles)> terms)
    {
        _terms = [.. terms.OrderBy(t => t.Term, StringComparer.Ordinal)];
        _letters = [.. _terms.Select(t => LettersOf(t.Term))];
    }

    /// <summary>Words that begin so: those of most titles first, then in ordinal order.</summary>
    public IEnumerable<string> Beginning(string prefix) =>
        _terms.Where(t => t.Term.StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(t => t.Titles).Select(t => t.Term);

    /// <summary>Words that a misspelt one may mean, with the number of letters that differ: the nearest first, then those of most titles, then in ordinal order.</summary>
    public IEnumerable<(string Term, int Distance)> Near(string word)
    {
        if (word.Length < ShortestNear || char.IsAsciiDigit(word[0])) return [];
        var near = new List<(string Term, int Titles, int Distance)>();
        var most = word.Length < ShortestFar ? 1 : 2;
        var letters = LettersOf(word);
        for (var i = 0; i < _letters.Length; i++)
        {
            // One slip changes two letters at most.
            if (BitOperations.PopCount(_letters[i] ^ letters) > 2 * most) continue;
            var (term, titles) = _terms[i];
            if (term.Length < ShortestNear || Math.Abs(term.Length - word.Length) > most) continue;
            var distance = Spelling.Distance(word, term, most);
            if (distance is > 0 && distance <= most) near.Add((term, titles, distance));
        }
        return near.OrderBy(n => n.Distance).ThenByDescending(n => n.Titles).Select(n => (n.Term, n.Distance));
    }

    private static uint LettersOf(string term)
    {
        var letters = 0U;
        foreach (var c in term) letters |= 1U << (c & 31);
        return letters;
    }
}
