using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>A part of a query. What is negated must not be there.</summary>
public abstract record QueryPart(bool IsNegated)
{
    /// <summary>A word, or several written as one (<c>batch_get</c>).</summary>
    /// <param name="Terms">Its parts in their order.</param>
    /// <param name="Joined">The parts as one; null where it is one word.</param>
    /// <param name="Prefix">The letters that a word may begin with as well; null where the word is complete.</param>
    public sealed record Word(ImmutableArray<string> Terms, string? Joined, string? Prefix, bool IsNegated) : QueryPart(IsNegated)
    {
        /// <summary>Only the title counts.</summary>
        public bool InTitle { get; init; }
    }

    /// <summary>Words that must follow each other.</summary>
    public sealed record Phrase(ImmutableArray<string> Terms, bool IsNegated) : QueryPart(IsNegated);

    /// <summary>A field with one of several values; each value is words that must all be there.</summary>
    /// <param name="Name">Letters and digits in lower case.</param>
    /// <param name="Plain">What the part reads as where no proposal has such a field.</param>
    public sealed record Field(string Name, ImmutableArray<ImmutableArray<string>> Values, ImmutableArray<QueryPart> Plain, bool IsNegated) : QueryPart(IsNegated);
}

/// <summary>What somebody searches for.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">Its letters and digits, for comparing with ids.</param>
public sealed record SearchQuery(string Text, string Folded, ImmutableArray<QueryPart> Parts)
{
    public bool IsEmpty => Parts.IsEmpty;

    /// <summary>Reads any text: what does not fit the grammar is words.</summary>
    public static SearchQuery Parse(string text) => QueryParser.Parse(text);

    /// <summary>The same with a field that must have one of some values.</summary>
    public SearchQuery Where(string name, IEnumerable<string> values)
    {
        var reader = new WordReader();
        var words = new List<Searching.Word>();
        ImmutableArray<ImmutableArray<string>> wishes = [.. values.Select(v => QueryParser.TermsOf(reader, v, words)).Where(v => !v.IsEmpty)];
        return wishes.IsEmpty ? this : this with { Parts = Parts.Add(new QueryPart.Field(reader.Fold(name), wishes, [], IsNegated: false) { }) };
    }
}
