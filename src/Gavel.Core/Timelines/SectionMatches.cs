namespace Gavel.Core.Timelines;

/// <summary>Which section of a version is which of another: by title, by heading and parent, by heading, then by what stands in it.</summary>
internal static class SectionMatches
{
    private const double SameText = 0.5; // of the words of the longer one
    private const int FewestWords = 6;
    private const int MaxPairs = 200;

    /// <returns>For each new section the place of the old one; -1 where it is new.</returns>
    public static int[] Of(List<ComparedSection> old, List<ComparedSection> now)
    {
        var pairs = new int[now.Count];
        Array.Fill(pairs, -1);
        var isTaken = new bool[old.Count];
        if (old.FindIndex(s => s.IsTitle) is >= 0 and var title && now.FindIndex(s => s.IsTitle) is >= 0 and var titleNow) Take(titleNow, title);
        // Parents come before what is below them, so theirs are known.
        Pair((section, list) => section.Parent < 0 ? $"\n{section.Key}" : $"{list[section.Parent].Key}\n{section.Key}");
        Pair((section, _) => section.Key);
        PairByText(old, now, pairs, isTaken);
        return pairs;

        void Take(int at, int was)
        {
            pairs[at] = was;
            isTaken[was] = true;
        }

        void Pair(Func<ComparedSection, List<ComparedSection>, string> key)
        {
            var open = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
            for (var i = 0; i < old.Count; i++)
            {
                if (isTaken[i]) continue;
                if (!open.TryGetValue(key(old[i], old), out var queue)) open[key(old[i], old)] = queue = new Queue<int>();
                queue.Enqueue(i);
            }
            for (var i = 0; i < now.Count; i++)
            {
                if (pairs[i] < 0 && open.TryGetValue(key(now[i], now), out var queue) && queue.TryDequeue(out var was) && old[was].IsIntroduction == now[i].IsIntroduction) Take(i, was);
            }
        }
    }

    private static void PairByText(List<ComparedSection> old, List<ComparedSection> now, int[] pairs, bool[] isTaken)
    {
        var left = Enumerable.Range(0, old.Count).Where(i => !isTaken[i] && !old[i].IsIntroduction).Take(MaxPairs).Select(i => (At: i, Words: new WordBag(old[i].Text))).ToList();
        if (left.Count == 0) return;
        var tried = 0;
        for (var i = 0; i < now.Count && tried < MaxPairs; i++)
        {
            if (pairs[i] >= 0 || now[i].IsIntroduction) continue;
            tried++;
            var words = new WordBag(now[i].Text);
            var best = (Share: SameText, At: -1);
            foreach (var (at, then) in left)
            {
                if (isTaken[at] || Math.Max(then.Count, words.Count) < FewestWords) continue;
                var share = then.Common(words) / (double)Math.Max(then.Count, words.Count);
                if (share >= best.Share && (best.At < 0 || share > best.Share)) best = (share, at);
            }
            // A group without a text of its own is the same where what it holds is.
            if (best.At < 0) best.At = GroupOf(old, now, pairs, isTaken, i);
            if (best.At < 0) continue;
            pairs[i] = best.At;
            isTaken[best.At] = true;
        }
    }

    private static int GroupOf(List<ComparedSection> old, List<ComparedSection> now, int[] pairs, bool[] isTaken, int at)
    {
        var group = -1;
        for (var i = at + 1; i < now.Count && now[i].Level > now[at].Level; i++)
        {
            if (now[i].Parent != at || pairs[i] < 0) continue;
            var parent = old[pairs[i]].Parent;
            if (parent < 0 || isTaken[parent] || (group >= 0 && group != parent)) return -1;
            group = parent;
        }
        return group;
    }
}
