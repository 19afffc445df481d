using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>Sections whose headings are not those demanded but near: other words for the same, a part of the words, a slip of the pen.</summary>
internal static class NearHeadings
{
    /// <summary>Below this a heading is another one.</summary>
    public const double Threshold = 0.6;

    // A word in more headings than this tells nothing; also the bound of the work for one word.
    private const int MaxCandidates = 60;

    private static readonly Dictionary<string, int> GroupOf = Groups();

    public static void Take(
        ImmutableArray<Demand.Section> demands, HeadingKey[] keys, SectionList sections, SectionMatch?[] matches, bool[] taken)
    {
        var open = new List<int>();
        for (var i = 0; i < demands.Length; i++)
        {
            if (matches[i] is null && !demands[i].IsRepeatable && !demands[i].IsOffered) open.Add(i);
        }
        if (open.Count == 0) return;
        var byWord = WordsOf(sections, taken);
        if (byWord.Count == 0) return;
        var found = new List<(double Likeness, int Demand, int Section)>();
        foreach (var i in open) Collect(i, demands[i], keys[i], sections, byWord, matches, demands, found);

        // The surest first; ties in the order of the template, then of the text.
        found.Sort(static (a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Demand != b.Demand ? a.Demand.CompareTo(b.Demand) : a.Section.CompareTo(b.Section));
        foreach (var (likeness, demand, section) in found)
        {
            if (matches[demand] is not null || taken[section]) continue;
            matches[demand] = new SectionMatch(section, likeness);
            taken[section] = true;
        }
    }

    /// <summary>How alike two headings are, from 0 to 1, by their words alone.</summary>
    public static double Likeness(HeadingKey demand, HeadingKey heading)
    {
        var a = demand.Words;
        var b = heading.Words;
        if (a.Length == 0 || b.Length == 0) return 0;
        var weightA = a.Sum(Weight);
        var weightB = b.Sum(Weight);
        var shared = 0.0;
        var used = new bool[b.Length];
        foreach (var word in a)
        {
            var best = 0.0;
            var at = -1;
            for (var j = 0; j < b.Length; j++)
            {
                if (used[j]) continue;
                var same = Same(word, b[j]);
                if (same <= best) continue;
                best = same;
                at = j;
            }
            if (at < 0) continue;
            used[at] = true;
            shared += best * Weight(word);
        }
        var dice = 2 * shared / (weightA + weightB);
        // All the words of one stand in the other: "Motivation" and "Motivation of the change".
        var contained = shared / Math.Min(weightA, weightB);
        return Math.Min(0.99, Math.Max(dice, contained >= 0.99 && Math.Max(a.Length, b.Length) <= 5 ? 0.7 : 0));
    }

    private static void Collect(
        int index, Demand.Section demand, HeadingKey key, SectionList sections, Dictionary<string, List<int>> byWord,
        SectionMatch?[] matches, ImmutableArray<Demand.Section> demands, List<(double Likeness, int Demand, int Section)> found)
    {
        var seen = new HashSet<int>();
        foreach (var word in key.Words)
        {
            foreach (var probe in Probes(word))
            {
                if (!byWord.TryGetValue(probe, out var at) || at.Count > MaxCandidates) continue;
                foreach (var section in at)
                {
                    if (!seen.Add(section)) continue;
                    var item = sections[section];
                    if (item.IsSlot && !demand.IsSlot) continue;
                    var likeness = Likeness(key, item.Key);
                    if (Math.Abs(item.Level - demand.Level) > 1) likeness -= 0.1;
                    if (!FitsOrder(index, section, matches)) likeness -= 0.15;
                    if (likeness >= Threshold) found.Add((likeness, index, section));
                }
            }
        }
    }

    // Between the nearest demands before and after that are found.
    private static bool FitsOrder(int demand, int section, SectionMatch?[] matches)
    {
        for (var i = demand - 1; i >= 0 && i > demand - 20; i--)
        {
            if (matches[i] is not { Likeness: 1 } before) continue;
            if (before.Section > section) return false;
            break;
        }
        for (var i = demand + 1; i < matches.Length && i < demand + 20; i++)
        {
            if (matches[i] is not { Likeness: 1 } after) continue;
            return after.Section > section;
        }
        return true;
    }

    private static Dictionary<string, List<int>> WordsOf(SectionList sections, bool[] taken)
    {
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            if (taken[i]) continue;
            foreach (var word in sections[i].Key.Words)
            {
                foreach (var probe in Probes(word))
                {
                    if (!byWord.TryGetValue(probe, out var at)) byWord[probe] = at = [];
                    if (at.Count <= MaxCandidates && (at.Count == 0 || at[^1] != i)) at.Add(i);
                }
            }
        }
        return byWord;
    }

    // The word, its group, and its beginning, which survives most slips and endings.
    private static IEnumerable<string> Probes(string word)
    {
        if (HeadingWords.Weak.Contains(word)) yield break;
        yield return word;
        if (GroupOf.TryGetValue(word, out var group)) yield return "#" + group;
        if (word.Length >= 5) yield return word[..4] + "*";
    }

    private static double Same(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return 1;
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter >= 5 && IsSlip(a, b)) return 0.95;
        // "implement" and "implementation", "test" and "testing".
        if (shorter >= 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))) return 0.85;
        return GroupOf.TryGetValue(a, out var x) && GroupOf.TryGetValue(b, out var y) && x == y ? 0.7 : 0;
    }

    // One letter more, less or other, or two neighbours swapped.
    private static bool IsSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (restA.Length == restB.Length)
        {
            return restA[1..].SequenceEqual(restB[1..])
                || (restA.Length >= 2 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
        }
        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restB[1..].SequenceEqual(restA);
    }

    private static double Weight(string word) => HeadingWords.Weak.Contains(word) ? 0.2 : 1;

    private static Dictionary<string, int> Groups()
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < HeadingWords.Groups.Length; i++)
        {
            foreach (var word in HeadingWords.Groups[i]) groups.TryAdd(HeadingKey.Singular(word), i);
        }
        return groups;
    }
}
