using System.Buffers;
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
        var tally = counter.Tally(document);
        var (starts, places) = PlacesIn(tally);
        var text = new StringBuilder(places.Length * 4);
        text.AppendJoin(' ', tally.FactNames).Append('\n').AppendJoin(' ', tally.Facts).Append('\n');
        for (var i = 0; i < tally.Terms.Length; i++)
        {
            text.Append(tally.TermOf(tally.Terms[i].Number)).Append('\t').Append(Digits.One(tally.Terms[i].Level));
            Digits.Write(text, starts[i + 1] - starts[i]);
            var last = 0;
            foreach (var at in places.AsSpan(starts[i]..starts[i + 1]))
            {
                Digits.Write(text, at - last);
                last = at;
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <returns>The places of all terms, one term after the other, and where those of each begin. They are counted from 1 over title and text; a gap takes one.</returns>
    private static (int[] Starts, int[] Places) PlacesIn(TermTally tally)
    {
        var order = ArrayPool<int>.Shared.Rent(tally.Numbers); // of the term with a number
        var starts = new int[tally.Terms.Length + 1];
        for (var i = 0; i < tally.Terms.Length; i++) order[tally.Terms[i].Number] = i;
        foreach (var number in tally.All)
        {
            if (number != TermTally.Gap) starts[order[number] + 1]++;
        }
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var places = new int[starts[^1]];
        var next = starts[..^1];
        for (var i = 0; i < tally.All.Length; i++)
        {
            if (tally.All[i] is var number and not TermTally.Gap) places[next[order[number]]++] = i + 1;
        }
        ArrayPool<int>.Shared.Return(order);
        return (starts, places);
    }
}
