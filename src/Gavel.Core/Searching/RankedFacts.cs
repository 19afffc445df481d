namespace Gavel.Core.Searching;

/// <summary>What ranking looks at of one proposal whatever the query.</summary>
/// <param name="TitleCount">How many different words its title has.</param>
/// <param name="IdKey">The id's letters and digits.</param>
/// <param name="Standing">See <see cref="Searching.Standing"/>.</param>
public readonly record struct RankedFacts(int TitleCount, int? Number, string IdKey, int Standing);
