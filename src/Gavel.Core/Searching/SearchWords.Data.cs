namespace Gavel.Core.Searching;

/// <summary>What the searcher knows of words. The static site's script reads the same tables out of its index.</summary>
internal static class SearchWords
{
    /// <summary>Words that a query may hold without demanding them.</summary>
    public static readonly string[] Stop =
    [
        "a", "an", "and", "are", "as", "at", "be", "by", "do", "for", "from", "how", "if", "in", "into", "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "what", "when", "which", "will", "with",
    ];

    /// <summary>Endings of the plural and what stands in their place; the first that fits is taken. Without a replacement the ending stays.</summary>
    public static readonly (string Ending, string? Instead)[] Endings =
    [
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ss", null), ("us", null), ("is", null), ("s", ""),
    ];

    /// <summary>Shorter words are left as they are.</summary>
    public const int ShortestWithEnding = 4;

    /// <summary>Characters above ASCII that part words: first and last of each range of UTF-16 units. All others are letters.</summary>
    public static readonly (char First, char Last)[] Breaks =
    [
        ('\u0080', '\u00A9'), ('\u00AB', '\u00B1'), ('\u00B4', '\u00B4'), ('\u00B6', '\u00B8'), ('\u00BB', '\u00BF'), ('\u00D7', '\u00D7'), ('\u00F7', '\u00F7'),
        ('\u2000', '\u206F'), ('\u20A0', '\u20CF'), ('\u2190', '\u2BFF'), ('\u2E00', '\u2E7F'), ('\u3000', '\u303F'), ('\uD800', '\uF8FF'),
        ('\uFE00', '\uFE6F'), ('\uFEFF', '\uFEFF'), ('\uFF00', '\uFF0F'), ('\uFF1A', '\uFF20'), ('\uFF3B', '\uFF40'), ('\uFF5B', '\uFF65'), ('\uFFF0', '\uFFFF'),
    ];

    /// <summary>Scripts without spaces between words: each character is a word.</summary>
    public static readonly (char First, char Last)[] Singles =
    [
        ('\u0E00', '\u0E7F'), ('\u3040', '\u30FF'), ('\u3400', '\u9FFF'), ('\uAC00', '\uD7A3'), ('\uF900', '\uFAFF'),
    ];

    private static readonly HashSet<string> StopSet = new(Stop, StringComparer.Ordinal);

    private static readonly string LastLetters = string.Concat(Endings.Select(e => e.Ending[^1]).Distinct());

    /// <summary>Some ending has this for its last letter.</summary>
    public static bool IsEndOfEnding(char c) => LastLetters.Contains(c, StringComparison.Ordinal);

    public static bool IsStop(string term) => StopSet.Contains(term);
}
