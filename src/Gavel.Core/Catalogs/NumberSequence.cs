namespace Gavel.Core.Catalogs;

/// <summary>Numbers that were given one after the other, and those that stand far above them: reserved ranges, years, slips.</summary>
/// <param name="Top">The largest that follows the others; 0 for none.</param>
/// <param name="Apart">The smallest and the largest of those above it that do not count on; null for none.</param>
public sealed record NumberSequence(int Top, (int First, int Last)? Apart)
{
    private const int FewestBelow = 8; // fewer show no sequence
    private const int SmallestGap = 100;
    private const int Share = 4; // what stands apart is less than one part in so many

    /// <summary>
    /// From the top down: numbers above a gap that is wider than all that lies below it stand apart, where they are less than a quarter of all.
    /// </summary>
    /// <param name="taken">In any order, with repetitions.</param>
    public static NumberSequence Of(IEnumerable<int> taken)
    {
        int[] numbers = [.. taken.Where(n => n > 0).Distinct().Order()];
        if (numbers.Length == 0) return new NumberSequence(0, null);
        var count = numbers.Length;
        for (var i = numbers.Length - 1; i >= FewestBelow && (numbers.Length - i) * Share < numbers.Length; i--)
        {
            var gap = numbers[i] - numbers[i - 1];
            if (gap >= SmallestGap && gap > numbers[i - 1] - numbers[0]) count = i;
        }
        return new NumberSequence(numbers[count - 1], count < numbers.Length ? (numbers[count], numbers[^1]) : null);
    }
}
