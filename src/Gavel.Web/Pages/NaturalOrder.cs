namespace Gavel.Web.Pages;

/// <summary>As people sort: 3.9 before 3.10, without case; texts that are the same but for case or zeros by their characters.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var left = Take(ref a);
            var right = Take(ref b);
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]) ? Numbers(left, right) : left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
            if (order != 0) return order;
        }
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    // Digits, or what stands before the next digit.
    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]) == char.IsAsciiDigit(text[0])) length++;
        var taken = text[..length];
        text = text[length..];
        return taken;
    }

    // Of any length.
    private static int Numbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
