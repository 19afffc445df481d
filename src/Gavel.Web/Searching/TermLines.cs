using System.Text;

namespace Gavel.Web.Searching;

/// <summary>The parts of <see cref="PackedTerms"/>.</summary>
/// <param name="Terms">For each word its level and its places.</param>
/// <param name="Facts">For each fact the same empty text.</param>
internal sealed record TermLines(string FactNames, SortedDictionary<string, string> Terms, SortedDictionary<string, string> Facts)
{
    public static TermLines Of(string packed)
    {
        var lines = packed.Split('\n');
        var terms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 2; i < lines.Length; i++)
        {
            var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0) terms[lines[i][..tab]] = lines[i][(tab + 1)..];
        }
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in lines.Length > 1 ? lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : []) facts[fact] = "";
        return new TermLines(string.Join(' ', lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), terms, facts);
    }
}

/// <summary>A word, or a fact, that a proposal has otherwise than before.</summary>
/// <param name="Term">In UTF-8.</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="Now">Null where it is there no more.</param>
internal sealed record TermChange(byte[] Term, string? Before, string? Now)
{
    /// <summary>In ordinal order.</summary>
    public static List<TermChange> Between(SortedDictionary<string, string> before, SortedDictionary<string, string> now)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (term, says) in before)
        {
            if (!now.TryGetValue(term, out var own) || !string.Equals(own, says, StringComparison.Ordinal)) terms.Add(term);
        }
        foreach (var term in now.Keys)
        {
            if (!before.ContainsKey(term)) terms.Add(term);
        }
        return terms.Select(t => new TermChange(Encoding.UTF8.GetBytes(t), before.GetValueOrDefault(t), now.GetValueOrDefault(t))).ToList();
    }
}
