using System.Text;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>Letters of the alphabets of mathematics (Unicode 16, "Mathematical Alphanumeric Symbols"), which stand apart from the others by their code points.</summary>
internal static class Alphabets
{
    /// <returns>The text as it is where a command names no such alphabet.</returns>
    public static string Of(string command, string text)
    {
        var (upper, lower, digits) = command switch
        {
            "mathbb" => (0x1D538, 0x1D552, 0x1D7D8),
            "mathcal" or "mathscr" => (0x1D49C, 0x1D4B6, 0),
            "mathfrak" => (0x1D504, 0x1D51E, 0),
            _ => (0, 0, 0),
        };
        if (upper == 0) return text;
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (Elsewhere(upper, c) is { } known) result.Append(known);
            else if (char.IsAsciiLetterUpper(c)) result.Append(new Rune(upper + c - 'A'));
            else if (char.IsAsciiLetterLower(c)) result.Append(new Rune(lower + c - 'a'));
            else if (char.IsAsciiDigit(c) && digits > 0) result.Append(new Rune(digits + c - '0'));
            else result.Append(c);
        }
        return result.ToString();
    }

    // Those that were there before the others.
    private static char? Elsewhere(int alphabet, char c) => (alphabet, c) switch
    {
        (0x1D538, 'C') => 'ℂ',
        (0x1D538, 'H') => 'ℍ',
        (0x1D538, 'N') => 'ℕ',
        (0x1D538, 'P') => 'ℙ',
        (0x1D538, 'Q') => 'ℚ',
        (0x1D538, 'R') => 'ℝ',
        (0x1D538, 'Z') => 'ℤ',
        (0x1D49C, 'B') => 'ℬ',
        (0x1D49C, 'E') => 'ℰ',
        (0x1D49C, 'F') => 'ℱ',
        (0x1D49C, 'H') => 'ℋ',
        (0x1D49C, 'I') => 'ℐ',
        (0x1D49C, 'L') => 'ℒ',
        (0x1D49C, 'M') => 'ℳ',
        (0x1D49C, 'R') => 'ℛ',
        (0x1D49C, 'e') => 'ℯ',
        (0x1D49C, 'g') => 'ℊ',
        (0x1D49C, 'o') => 'ℴ',
        (0x1D504, 'C') => 'ℭ',
        (0x1D504, 'H') => 'ℌ',
        (0x1D504, 'I') => 'ℑ',
        (0x1D504, 'R') => 'ℜ',
        (0x1D504, 'Z') => 'ℨ',
        _ => null,
    };
}
