using System.Collections.Immutable;

namespace Gavel.Core.Processes;

/// <summary>A rule's name, or a pattern with <c>*</c> for any characters.</summary>
public static class RulePattern
{
    /// <summary>Linear in the product of both lengths at worst.</summary>
    public static bool Matches(string pattern, string rule)
    {
        var (p, r, star, mark) = (0, 0, -1, 0);
        while (r < rule.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = r;
            }
            else if (p < pattern.Length && pattern[p] == rule[r])
            {
                p++;
                r++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                r = ++mark;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>Whether it names one of some rules.</summary>
    public static bool Matches(string pattern, ImmutableArray<string> rules) => rules.Any(r => Matches(pattern, r));
}
