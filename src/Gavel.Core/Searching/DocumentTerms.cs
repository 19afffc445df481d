namespace Gavel.Core.Searching;

/// <summary>What an index keeps of a proposal.</summary>
/// <param name="Levels">What each word weighs in the proposal, by word: 1 to <see cref="Ranking.TopLevel"/>.</param>
/// <param name="TitleTerms">The different words of the title and its compounds, without stop words unless it has no others, and without the id.</param>
/// <param name="TitleCount">How many of them are no compounds.</param>
/// <param name="Title">Id and title as words, parted by spaces.</param>
/// <param name="Text">All the rest as words, parted by spaces; <see cref="Gap"/> between blocks.</param>
/// <param name="Facts">To be filtered by: <c>name=word</c>, each once.</param>
/// <param name="IdKey">The id's letters and digits.</param>
public sealed record DocumentTerms(
    Dictionary<string, byte> Levels, SortedSet<string> TitleTerms, int TitleCount, string Title, string Text, string Facts, string IdKey)
{
    /// <summary>No word: phrases do not reach over it.</summary>
    public const char Gap = '=';

    public const char FactMark = '=';
}
