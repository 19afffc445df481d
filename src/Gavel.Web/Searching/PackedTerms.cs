using System.Text;
using Gavel.Core.Searching;

namespace Gavel.Web.Searching;

/// <summary>
/// What the index has of one proposal, as text that needs no more work: names of its facts, its facts, then a line for each word with its level and how often
/// and where it stands. Depends on the proposal alone, so it can be remembered.
/// </summary>
internal static class PackedTerms
{
    /// <summary>Changes with the lines.</summary>
    public const string Format = "1";

    public static string Write(SearchDocument document, TermCounter counter)
    {
        var terms = counter.Count(document);
        var places = PlacesIn(terms);
        var text = new StringBuilder();
        text.AppendJoin(' ', counter.FactNames(document)).Append('\n').Append(terms.Facts).Append('\n');
        foreach (var (term, level) in terms.Levels)
        {
            text.Append(term).Append('\t').Append(Digits.One(level));
            var all = places.GetValueOrDefault(term) ?? [];
            Digits.Write(text, all.Count);
            var last = 0;
            foreach (var at in all)
            {
                Digits.Write(text, at - last);
                last = at;
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    // Counted over the words of the title and then of the text; a gap takes a place.
    private static Dictionary<string, List<int>> PlacesIn(DocumentTerms terms)
    {
        var places = new Dictionary<string, List<int>>(terms.Levels.Count, StringComparer.Ordinal);
        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        var place = 0;
        foreach (var stream in (string[])[terms.Title, terms.Text])
        {
            foreach (var range in stream.AsSpan().Split(' '))
            {
                var term = stream.AsSpan()[range];
                if (term.IsEmpty) continue;
                place++;
                if (term is [DocumentTerms.Gap]) continue;
                if (!lookup.TryGetValue(term, out var all)) places.Add(term.ToString(), all = []);
                all.Add(place);
            }
        }
        return places;
    }
}
