namespace Gavel.Core.Searching;

/// <summary>The words of an index.</summary>
public interface IVocabulary
{
    /// <summary>How many proposals there are.</summary>
    int Documents { get; }

    /// <summary>How many proposals have a word; 0 for an unknown one.</summary>
    int CountOf(string term);

    bool IsInTitles(string term);

    /// <summary>The words that begin so with the number of proposals that have them: the most frequent first, then in ordinal order.</summary>
    IEnumerable<(string Term, int Count)> Beginning(string prefix, int limit);

    TitleWords Titles { get; }

    /// <summary>Some proposal has a fact of this name.</summary>
    bool HasFact(string name);
}

/// <summary>A proposal that matches.</summary>
/// <param name="Key">Names it within its index.</param>
public readonly record struct Ranked(long Key, long Score, int? Number, string Id) : IComparable<Ranked>
{
    /// <summary>The best first; among equals by number, then id.</summary>
    public int CompareTo(Ranked other)
    {
        if (Score != other.Score) return other.Score.CompareTo(Score);
        if (Number != other.Number) return (Number ?? int.MaxValue).CompareTo(other.Number ?? int.MaxValue);
        return string.CompareOrdinal(Id, other.Id);
    }
}

/// <summary>Proposals ready to be searched.</summary>
public interface ISearchIndex : IVocabulary
{
    /// <summary>The proposals that match, in no particular order.</summary>
    /// <param name="isRelaxed">True: one word is enough, and each further one counts.</param>
    /// <param name="isCapped">There are more; those that were left out are the weaker ones by a cheap measure.</param>
    List<Ranked> Match(SearchPlan plan, bool isRelaxed, out bool isCapped);

    SearchDocument Open(long key);
}
