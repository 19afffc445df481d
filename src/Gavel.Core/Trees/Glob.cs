namespace Gavel.Core.Trees;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>.</summary>
internal static class Glob
{
    /// <summary>Ordinal. Without a wildcard, a folder's name matches all below it too. Linear for one star, at worst the product of the lengths.</summary>
    /// <param name="slashes">A single <c>*</c> may stand for slashes too.</param>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, bool slashes)
    {
        int p = 0, t = 0, star = -1, mark = 0, deep = -1, deepMark = 0;
        while (t < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (p + 1 < pattern.Length && pattern[p + 1] == '*')
                {
                    p += 2;
                    if (p < pattern.Length && pattern[p] == '/') p++; // "**/x" is "x" too
                    (deep, deepMark, star) = (p, t, -1);
                }
                else
                {
                    (star, mark) = (++p, t);
                }
            }
            else if (p < pattern.Length && (pattern[p] == path[t] || (pattern[p] == '?' && path[t] != '/')))
            {
                p++;
                t++;
            }
            else if (star >= 0 && (slashes || path[mark] != '/'))
            {
                (p, t) = (star, ++mark);
            }
            else if (deep >= 0)
            {
                (p, t, star) = (deep, ++deepMark, -1);
            }
            else
            {
                return p == pattern.Length && p > 0 && path[t] == '/'; // a folder
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
