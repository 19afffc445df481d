using System.Text;
using System.Text.RegularExpressions;
using Core.Tests.Architecture;

namespace Core.Tests.Rewriting;

/// <summary>
/// Other words for headings: each letter becomes another one, vowels vowels and consonants consonants, so that words that are equal, near or share a
/// beginning still are, while none of them means anything. Words that a table of cues names are kept: they are what may be learned from.
/// </summary>
internal static class Cipher
{
    private const string Vowels = "aeiou";
    private const string Consonants = "bcdfghjklmnpqrtvwxz"; // "s" and "y" stay: plurals are told by them
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly HashSet<string> Kept = KeptWords();

    /// <summary>All words of a heading, or of an anchor.</summary>
    public static string Of(string text) => Regex.Replace(text, @"[A-Za-z]+", m => Kept.Contains(m.Value.ToLowerInvariant()) ? m.Value : Word(m.Value), RegexOptions.None, Patience);

    private static string Word(string word)
    {
        var ending = word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? 3 : word.EndsWith("es", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        var result = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var lower = char.ToLowerInvariant(word[i]);
            var other = i >= word.Length - ending ? lower : Next(Vowels, lower) ?? Next(Consonants, lower) ?? lower;
            result.Append(char.IsAsciiLetterUpper(word[i]) ? char.ToUpperInvariant(other) : other);
        }
        return result.ToString();
    }

    private static char? Next(string letters, char letter) => letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? letters[(at + 1) % letters.Length] : null;

    /// <summary>Every word in a string of the product's tables of English words, in the singular and as it stands.</summary>
    private static HashSet<string> KeptWords()
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CheckoutFolder.Root, "src", "Gavel.Core"), "*.Data.cs", SearchOption.AllDirectories))
        {
            foreach (Match literal in Regex.Matches(File.ReadAllText(file), "\"([^\"\n]*)\"", RegexOptions.None, Patience))
            {
                foreach (Match word in Regex.Matches(literal.Groups[1].Value, "[A-Za-z]+", RegexOptions.None, Patience))
                {
                    var lower = word.Value.ToLowerInvariant();
                    kept.Add(lower);
                    kept.Add(lower + "s");
                    if (lower.EndsWith('s')) kept.Add(lower[..^1]);
                    if (lower.EndsWith("ies", StringComparison.Ordinal)) kept.Add(lower[..^3] + "y");
                    if (lower.EndsWith('y')) kept.Add(lower[..^1] + "ies");
                }
            }
        }
        return kept;
    }
}
