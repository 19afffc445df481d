using System.Text;

namespace Gavel.Rst.Parsing;

/// <summary>Roman numbers from I to MMMMCMXCIX.</summary>
internal static class RomanNumbers
{
    private static readonly (string Text, int Value)[] Parts =
    [
        ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5),
        ("IV", 4), ("I", 1),
    ];

    /// <summary>The value of a number in either case; -1 if it is not in its one right form.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        if (text.Length > 16) return -1;
        var upper = text.ToString().ToUpperInvariant();
        var value = 0;
        var at = 0;
        foreach (var (part, worth) in Parts)
        {
            while (string.CompareOrdinal(upper, at, part, 0, part.Length) == 0)
            {
                value += worth;
                at += part.Length;
            }
        }

        return at == upper.Length && Write(value) == upper ? value : -1;
    }

    /// <summary>Null for a number that cannot be written.</summary>
    public static string? Write(int value)
    {
        if (value is < 1 or > 4999) return null;
        var text = new StringBuilder();
        foreach (var (part, worth) in Parts)
        {
            for (; value >= worth; value -= worth) text.Append(part);
        }

        return text.ToString();
    }
}
