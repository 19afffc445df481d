using System.Collections.Immutable;

namespace Gavel.Core.Timelines;

/// <summary>Finds for each section of a version the one of the version before: under the same heading and parent, else under the same heading.</summary>
internal static class SectionPairs
{
    /// <param name="removed">The old sections that no new one is, in the order of the text.</param>
    /// <returns>For each new section the old one, or null.</returns>
    public static SectionFact?[] Of(ImmutableArray<SectionFact> old, ImmutableArray<SectionFact> now, out List<SectionFact> removed)
    {
        if (IsSameList(old, now))
        {
            removed = [];
            return [.. old];
        }
        var was = new SectionFact?[now.Length];
        var isTaken = new bool[old.Length];
        Pair(old, now, was, isTaken, static s => $"{s.Parent}\n{s.Key}");
        Pair(old, now, was, isTaken, static s => s.Key);
        removed = [];
        for (var i = 0; i < old.Length; i++)
        {
            if (!isTaken[i]) removed.Add(old[i]);
        }
        return was;
    }

    private static bool IsSameList(ImmutableArray<SectionFact> old, ImmutableArray<SectionFact> now)
    {
        if (old.Length != now.Length) return false;
        for (var i = 0; i < old.Length; i++)
        {
            if (!ReferenceEquals(old[i], now[i]) && (!string.Equals(old[i].Key, now[i].Key, StringComparison.Ordinal) || !string.Equals(old[i].Parent, now[i].Parent, StringComparison.Ordinal))) return false;
        }
        return true;
    }

    // The first of a name with the first, the second with the second.
    private static void Pair(ImmutableArray<SectionFact> old, ImmutableArray<SectionFact> now, SectionFact?[] was, bool[] isTaken, Func<SectionFact, string> key)
    {
        var open = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < old.Length; i++)
        {
            if (isTaken[i]) continue;
            if (!open.TryGetValue(key(old[i]), out var queue)) open[key(old[i])] = queue = new Queue<int>();
            queue.Enqueue(i);
        }
        if (open.Count == 0) return;
        for (var i = 0; i < now.Length; i++)
        {
            if (was[i] is not null || !open.TryGetValue(key(now[i]), out var queue) || !queue.TryDequeue(out var at)) continue;
            was[i] = old[at];
            isTaken[at] = true;
        }
    }
}
