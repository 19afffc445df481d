namespace Gavel.Core.Text;

/// <summary>How near two words are, for "did you mean".</summary>
public static class Spelling
{
    private const int LongestWord = 64; // longer texts are no misspelled names, and the cost is quadratic in the length

    /// <summary>The candidate that is nearest to a word, without case: a third of its length may differ.</summary>
    /// <returns>Null when none is near; the first of several that are equally near.</returns>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(Allowed(word, candidate), least - 1);
            if (limit < 0) continue;
            var distance = Distance(word, candidate, limit);
            if (distance > limit) continue;
            best = candidate;
            least = distance;
        }
        return best;
    }

    /// <summary>One transposition, insertion, removal or replacement for every third character begun, at least one from three characters on.</summary>
    public static bool IsNear(string a, string b) => Distance(a, b, Allowed(a, b)) <= Allowed(a, b);

    /// <summary>Damerau-Levenshtein (optimal string alignment), without case.</summary>
    /// <param name="limit">A distance above it is reported as <paramref name="limit"/> + 1.</param>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit = LongestWord)
    {
        if (a.Length > LongestWord || b.Length > LongestWord || Math.Abs(a.Length - b.Length) > limit)
            return a.Equals(b, StringComparison.OrdinalIgnoreCase) ? 0 : limit + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > limit) return limit + 1;
            above.CopyTo(before);
            row.CopyTo(above);
        }
        return Math.Min(above[b.Length], limit + 1);
    }

    private static int Allowed(string a, string b) => Math.Min(Math.Min(a.Length, b.Length) / 3, 4);

    private static bool Same(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
