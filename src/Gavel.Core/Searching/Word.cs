namespace Gavel.Core.Searching;

/// <summary>A word of a text as it is searched for.</summary>
/// <param name="Term">Lower case, without accents and plural.</param>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="IsJoined">The parts of a compound (<c>batch_get</c>, <c>BatchGet</c>) as one, besides the parts themselves; it follows them and takes no place among the words of a phrase.</param>
public readonly record struct Word(string Term, int Start, int Length, bool IsJoined)
{
    /// <summary>Of the term, among those of its reader.</summary>
    internal int Number { get; init; }
}
