using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>One way in which a word of a query may be there.</summary>
/// <param name="Terms">Numbers of terms of the plan that must all be there.</param>
/// <param name="Weight">What the weakest of them is multiplied by.</param>
public sealed record Alternative(ImmutableArray<int> Terms, int Weight);

/// <summary>A word of a query with all the ways in which it may be there, the best first.</summary>
/// <param name="IsDemanded">False for stop words beside others.</param>
/// <param name="InTitle">Only the title counts.</param>
public sealed record PlannedWord(ImmutableArray<Alternative> Alternatives, bool IsDemanded, bool InTitle);

/// <summary>A wish about a fact.</summary>
/// <param name="Values">One of them is enough; of each all terms must be there, whole or as a beginning.</param>
public sealed record PlannedFact(string Name, ImmutableArray<ImmutableArray<string>> Values, bool IsNegated);

/// <summary>A query made ready for one index: what is looked for, and what each part of it weighs there.</summary>
public sealed record SearchPlan
{
    /// <summary>The different terms that weigh something; at most <see cref="Ranking.MaxTerms"/>.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    public required ImmutableArray<PlannedWord> Words { get; init; }

    public ImmutableArray<ImmutableArray<string>> Phrases { get; init; } = [];

    /// <summary>Each must not be there; several terms are a phrase.</summary>
    public ImmutableArray<ImmutableArray<string>> Unwanted { get; init; } = [];

    public ImmutableArray<PlannedFact> Facts { get; init; } = [];

    /// <summary>The query's letters and digits.</summary>
    public string Folded { get; init; } = "";

    /// <summary>Neighbouring words of the query as one, and compounds: an id among them names its proposal.</summary>
    public ImmutableHashSet<string> Ids { get; init; } = [];

    /// <summary>The number that the query is; null when it is something else.</summary>
    public int? Number { get; init; }

    /// <summary>Words that are nowhere.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>Nothing can match: nothing was asked, or no word of the query is anywhere.</summary>
    public bool IsHopeless { get; init; }
}
