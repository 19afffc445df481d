namespace Gavel.Core.Text;

/// <summary>A stretch of items that differs: so many of the old ones stand where so many of the new ones do.</summary>
public readonly record struct DiffRange(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>
/// Finds what differs between two sequences: common ends first, then items that occur once in both (patience), then E. W. Myers' shortest edit
/// script between those (An O(ND) Difference Algorithm, 1986). Stretches that share too little count as replaced whole: the cost stays near linear.
/// </summary>
public static class LineDiff
{
    private const int MaxEdits = 512;

    /// <returns>In order, never touching each other.</returns>
    public static List<DiffRange> Of(ReadOnlySpan<string> old, ReadOnlySpan<string> @new)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Of(Number(old, numbers), Number(@new, numbers));
    }

    private static int[] Number(ReadOnlySpan<string> items, Dictionary<string, int> numbers)
    {
        var result = new int[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!numbers.TryGetValue(items[i], out result[i])) numbers[items[i]] = result[i] = numbers.Count;
        }
        return result;
    }

    private static List<DiffRange> Of(int[] old, int[] @new)
    {
        var ranges = new List<DiffRange>();
        var open = new Stack<DiffRange>();
        open.Push(new DiffRange(0, old.Length, 0, @new.Length));
        while (open.TryPop(out var range))
        {
            range = WithoutCommonEnds(old, @new, range);
            if (range.OldCount == 0 && range.NewCount == 0) continue;
            if (range.OldCount == 0 || range.NewCount == 0) Add(ranges, range);
            else if (Anchors(old, @new, range) is { Count: > 0 } anchors) PushBetween(open, range, anchors);
            else Myers(old.AsSpan(range.OldStart, range.OldCount), @new.AsSpan(range.NewStart, range.NewCount), range, ranges);
        }
        return ranges;
    }

    private static void Add(List<DiffRange> ranges, DiffRange range)
    {
        if (ranges.Count > 0 && ranges[^1] is var last && last.OldStart + last.OldCount == range.OldStart && last.NewStart + last.NewCount == range.NewStart)
            ranges[^1] = new DiffRange(last.OldStart, last.OldCount + range.OldCount, last.NewStart, last.NewCount + range.NewCount);
        else
            ranges.Add(range);
    }

    private static DiffRange WithoutCommonEnds(int[] old, int[] @new, DiffRange range)
    {
        var a = old.AsSpan(range.OldStart, range.OldCount);
        var b = @new.AsSpan(range.NewStart, range.NewCount);
        var head = a.CommonPrefixLength(b);
        a = a[head..];
        b = b[head..];
        var tail = 0;
        while (tail < a.Length && tail < b.Length && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return new DiffRange(range.OldStart + head, a.Length - tail, range.NewStart + head, b.Length - tail);
    }

    // Last first onto the stack, so that ranges come out in order.
    private static void PushBetween(Stack<DiffRange> open, DiffRange range, List<(int Old, int New)> anchors)
    {
        var (oldEnd, newEnd) = (range.OldStart + range.OldCount, range.NewStart + range.NewCount);
        for (var i = anchors.Count - 1; i >= 0; i--)
        {
            var (o, n) = anchors[i];
            open.Push(new DiffRange(o + 1, oldEnd - o - 1, n + 1, newEnd - n - 1));
            (oldEnd, newEnd) = (o, n);
        }
        open.Push(new DiffRange(range.OldStart, oldEnd - range.OldStart, range.NewStart, newEnd - range.NewStart));
    }

    // The longest rising run of items that occur once on each side.
    private static List<(int Old, int New)> Anchors(int[] old, int[] @new, DiffRange range)
    {
        var places = new Dictionary<int, (int Old, int New)>();
        for (var i = range.OldStart; i < range.OldStart + range.OldCount; i++) places[old[i]] = places.ContainsKey(old[i]) ? (-2, -1) : (i, -1);
        for (var i = range.NewStart; i < range.NewStart + range.NewCount; i++)
        {
            if (places.TryGetValue(@new[i], out var place)) places[@new[i]] = (place.Old, place.New == -1 ? i : -2);
        }
        var pairs = new List<(int Old, int New)>();
        for (var i = range.OldStart; i < range.OldStart + range.OldCount; i++)
        {
            if (places[old[i]] is { Old: >= 0, New: >= 0 } pair) pairs.Add(pair);
        }
        return LongestRising(pairs);
    }

    private static List<(int Old, int New)> LongestRising(List<(int Old, int New)> pairs)
    {
        var ends = new List<int>(); // the pair that ends the best run of each length
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].New < pairs[i].New) low = middle + 1;
                else high = middle;
            }
            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }
        var run = new List<(int Old, int New)>();
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = before[at]) run.Add(pairs[at]);
        run.Reverse();
        return run;
    }

    private static void Myers(ReadOnlySpan<int> a, ReadOnlySpan<int> b, DiffRange range, List<DiffRange> ranges)
    {
        var reached = new int[2 * MaxEdits + 3]; // the furthest old item on each diagonal, shifted by MaxEdits + 1
        var trace = new List<int[]>();
        for (var edits = 0; edits <= MaxEdits; edits++)
        {
            trace.Add(reached[(MaxEdits + 1 - edits - 1)..(MaxEdits + 1 + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var at = MaxEdits + 1 + diagonal;
                var x = diagonal == -edits || (diagonal != edits && reached[at - 1] < reached[at + 1]) ? reached[at + 1] : reached[at - 1] + 1;
                while (x < a.Length && x - diagonal < b.Length && x - diagonal >= 0 && a[x] == b[x - diagonal]) x++;
                reached[at] = x;
                if (x < a.Length || x - diagonal < b.Length) continue;
                AddEdits(trace, edits, a.Length, b.Length, range, ranges);
                return;
            }
        }
        Add(ranges, range);
    }

    private static void AddEdits(List<int[]> trace, int edits, int x, int y, DiffRange range, List<DiffRange> ranges)
    {
        var found = new List<DiffRange>();
        for (; edits > 0; edits--)
        {
            var reached = trace[edits]; // index 0 is diagonal -edits-1
            var diagonal = x - y;
            var at = diagonal + edits + 1;
            var isInsertion = diagonal == -edits || (diagonal != edits && reached[at - 1] < reached[at + 1]);
            x = isInsertion ? reached[at + 1] : reached[at - 1];
            y = x - (isInsertion ? diagonal + 1 : diagonal - 1);
            found.Add(new DiffRange(range.OldStart + x, isInsertion ? 0 : 1, range.NewStart + y, isInsertion ? 1 : 0));
        }
        for (var i = found.Count - 1; i >= 0; i--) Add(ranges, found[i]);
    }
}
