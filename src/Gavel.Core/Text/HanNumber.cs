namespace Gavel.Core.Text;

/// <summary>The number before a heading as Chinese and Japanese write it: <c>三、</c>, <c>十二、</c>, <c>2、</c>.</summary>
internal static class HanNumber
{
    private const int Longest = 3; // digits

    /// <returns>How many characters it takes; 0 where there is none, or nothing behind it.</returns>
    public static int LengthIn(ReadOnlySpan<char> heading)
    {
        var mark = heading.IndexOf('、');
        return mark is > 0 and <= Longest && mark + 1 < heading.Length && !heading[..mark].ContainsAnyExcept("一二三四五六七八九十0123456789") ? mark + 1 : 0;
    }
}
