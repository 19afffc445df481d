using System.Text;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>What the tables of a store get of a proposal. To forget it, they have to be told the very same again.</summary>
internal readonly record struct IndexedText(string Titled, string Strong, string Words)
{
    public static IndexedText Of(DocumentTerms terms, FrequentWords frequent)
    {
        var text = new StringBuilder(terms.Text.Length + 512);
        text.Append(terms.Title).Append(' ').Append(DocumentTerms.Gap).Append(' ').Append(terms.Text);
        Apart(text, terms.Strong.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        text.Append(' ').Append(terms.Facts);
        frequent.AddPairs(terms.Title, text);
        frequent.AddPairs(terms.Text, text);
        var titled = new StringBuilder(terms.Title);
        Apart(titled, terms.TitleTerms);
        titled.Append(' ').Append(terms.Facts);
        return new IndexedText(titled.ToString(), $"{terms.Title} {string.Join(' ', terms.TitleTerms)} {terms.Strong} {terms.Facts}", text.ToString());
    }

    // No phrase reaches over a gap.
    private static void Apart(StringBuilder text, IEnumerable<string> words)
    {
        foreach (var word in words) text.Append(' ').Append(DocumentTerms.Gap).Append(' ').Append(word);
        text.Append(' ').Append(DocumentTerms.Gap);
    }
}
