using System.Globalization;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Plans;

/// <summary>Names of alternatives that stand in running text.</summary>
internal static class AlternativeProse
{
    private const int LongestName = 90; // characters
    private const int LongestBold = 80;

    /// <summary>Bold words that a paragraph begins with, and more behind them; null for another paragraph.</summary>
    public static string? BoldName(Block.Paragraph paragraph)
    {
        if (paragraph.Inlines is not [Inline.Styled { Strength: 2 } bold, _, ..]) return null;
        var name = PlainText.Of(bold.Children).TrimEnd(':', '.', ' ');
        var words = WordText.Of(name);
        return name.Length is 0 or > LongestBold || AlternativeWords.Aspects.Is(words) || AlternativeWords.NoAlternative.Is(words) || words.Count < 2 ? null : name;
    }

    /// <summary>The first sentence of a paragraph where it speaks of an alternative, cut where it is long; null for another paragraph.</summary>
    public static string? SentenceName(Block.Paragraph paragraph)
    {
        var text = PlainText.Of(paragraph.Inlines);
        if (Sentences.Of(text.Length > 2000 ? text[..2000] : text).FirstOrDefault() is not { } first || first.EndsWith(':')) return null;
        var words = WordText.Of(first);
        if (words.Count < 4 || !AlternativeWords.Prose.IsIn(words) || AlternativeWords.ProseOfNone.IsIn(words)) return null;
        var name = first.TrimEnd('.', ' ');
        if (name.Length <= LongestName) return name;
        var end = name.LastIndexOf(' ', LongestName);
        return string.Create(CultureInfo.InvariantCulture, $"{Letters.Beginning(name, end > 0 ? end : LongestName).TrimEnd(",;: ")} …");
    }
}
