using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>The words of facts. Proposals share most of theirs, so what was read lately is kept. Not safe for use by several threads at once.</summary>
internal sealed class FactWords(WordReader reader)
{
    private const int MostKept = 10_000;
    private const int LongestKept = 120; // characters

    private readonly Dictionary<SearchFact, (string Name, ImmutableArray<string> Terms)> _known = [];
    private readonly List<Word> _words = [];

    /// <summary>The names of facts, each once, in their order.</summary>
    public ImmutableArray<string> NamesOf(ImmutableArray<SearchFact> facts) =>
        [.. facts.Select(f => Of(f).Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary><c>name=word</c> for each word of each value, each once, in ordinal order.</summary>
    public ImmutableArray<string> TermsOf(ImmutableArray<SearchFact> facts)
    {
        var terms = new List<string>();
        foreach (var fact in facts) terms.AddRange(Of(fact).Terms);
        terms.Sort(StringComparer.Ordinal);
        var different = ImmutableArray.CreateBuilder<string>(terms.Count);
        foreach (var term in terms)
        {
            if (different.Count == 0 || different[^1] != term) different.Add(term);
        }
        return different.DrainToImmutable();
    }

    private (string Name, ImmutableArray<string> Terms) Of(SearchFact fact)
    {
        if (_known.TryGetValue(fact, out var known)) return known;
        var name = reader.Fold(fact.Name);
        if (name.Length == 0) return ("", []);
        reader.Read(fact.Value, _words);
        var read = (name, _words.Select(w => $"{name}{DocumentTerms.FactMark}{w.Term}").ToImmutableArray());
        if (_known.Count >= MostKept) _known.Clear();
        if (fact.Value.Length <= LongestKept) _known.Add(fact, read);
        return read;
    }
}
