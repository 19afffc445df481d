using System.Text;

namespace Gavel.Core.Documents;

/// <summary>Latin letters without their accents (Unicode compatibility decomposition, for the letters of Latin-1 and Latin Extended-A).</summary>
internal static class LatinLetters
{
    private static readonly (char Plain, string Accented)[] Table =
    [
        ('A', "ÀÁÂÃÄÅĀĂĄǍ"), ('C', "ÇĆĈĊČ"), ('D', "Ď"), ('E', "ÈÉÊËĒĔĖĘĚ"), ('G', "ĜĞĠĢ"), ('H', "Ĥ"), ('I', "ÌÍÎÏĨĪĬĮİ"), ('J', "Ĵ"), ('K', "Ķ"),
        ('L', "ĹĻĽ"), ('N', "ÑŃŅŇ"), ('O', "ÒÓÔÕÖŌŎŐ"), ('R', "ŔŖŘ"), ('S', "ŚŜŞŠȘ"), ('T', "ŢŤȚ"), ('U', "ÙÚÛÜŨŪŬŮŰŲ"), ('W', "Ŵ"), ('Y', "ÝŶŸ"), ('Z', "ŹŻŽ"),
        ('a', "àáâãäåāăąǎª"), ('c', "çćĉċč"), ('d', "ď"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģ"), ('h', "ĥ"), ('i', "ìíîïĩīĭį"), ('j', "ĵ"), ('k', "ķ"),
        ('l', "ĺļľ"), ('n', "ñńņň"), ('o', "òóôõöōŏőº"), ('r', "ŕŗř"), ('s', "śŝşšș"), ('t', "ţťț"), ('u', "ùúûüũūŭůűų"), ('w', "ŵ"), ('y', "ýÿŷ"), ('z', "źżž"),
        ('1', "¹"), ('2', "²"), ('3', "³"), (' ', "\u00A0"),
    ];

    /// <summary>Letters that Unicode does not decompose and docutils spells out.</summary>
    private static readonly (string Plain, char Letter)[] Spelt =
    [
        ("o", 'ø'), ("d", 'đ'), ("h", 'ħ'), ("i", 'ı'), ("l", 'ł'), ("t", 'ŧ'), ("sz", 'ß'), ("ae", 'æ'), ("oe", 'œ'),
    ];

    private static readonly Dictionary<char, string> Decomposed = Build([]);
    private static readonly Dictionary<char, string> SpeltOut = Build(Spelt);

    /// <summary>ASCII alone; what has no plain letter is left out.</summary>
    public static string ToAscii(string text, bool spellsOut)
    {
        if (Ascii.IsValid(text)) return text;
        var table = spellsOut ? SpeltOut : Decomposed;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAscii(c)) result.Append(c);
            else if (table.TryGetValue(c, out var plain)) result.Append(plain);
        }
        return result.ToString();
    }

    /// <summary>The plain letters of one that has an accent or is spelt out; null for any other.</summary>
    public static string? Plain(char letter) => SpeltOut.GetValueOrDefault(letter);

    /// <summary>Each letter that has an accent or is spelt out, by code.</summary>
    public static IEnumerable<char> All
    {
        get
        {
            char[] letters = [.. SpeltOut.Keys];
            Array.Sort(letters);
            return letters;
        }
    }

    private static Dictionary<char, string> Build((string Plain, char Letter)[] more)
    {
        var table = new Dictionary<char, string>();
        foreach (var (plain, accented) in Table)
        {
            foreach (var c in accented) table.TryAdd(c, plain.ToString());
        }
        foreach (var (plain, letter) in more) table.TryAdd(letter, plain);
        return table;
    }
}
