using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Processes.Mining;

/// <summary>The questions that mining has for documents, and digests of their answers: equal digests, equal answers.</summary>
internal static class ListingAnswers
{
    public const string Outline = "outline";
    public const string Traits = "traits";
    public const string Headings = "headings";
    public const string Pointer = "pointer";
    public const string Value = "value:"; // and the field's name
    public const string Texts = "texts:"; // and the texts, one a line

    private const int Digits = 24;

    public static string Of(Traits traits) => OfSorted(traits.Keys);

    public static string Of(IReadOnlySet<string> headings) => OfSorted(headings);

    public static string Of(string? value) => value is null ? "-" : Sha256.Hex(value, Digits);

    public static string Of(IReadOnlyList<bool> has) => string.Concat(has.Select(h => h ? '1' : '0'));

    /// <summary>Everything that those see who keep to header fields, headings and the title.</summary>
    public static string OfOutline(Document? document)
    {
        if (document is null) return "-";
        var hash = new Sha256();
        hash.AppendLine(document.Syntax);
        foreach (var field in document.Header)
        {
            hash.AppendLine(field.Style.ToString());
            hash.AppendLine(field.Parent);
            hash.AppendLine(field.Name);
            hash.AppendLine(field.Value);
        }
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is not { } heading) continue;
            hash.AppendLine(ReferenceEquals(heading, document.Title) ? "title" : "heading");
            hash.AppendLine(heading.Level.ToString(System.Globalization.CultureInfo.InvariantCulture));
            hash.AppendLine(heading.Text);
        }
        return hash.FinishHex(Digits);
    }

    public static bool[] HasTexts(string chars, string[] texts)
    {
        var folded = PlainText.Fold(chars);
        return Array.ConvertAll(texts, t => folded.Contains(t, StringComparison.Ordinal));
    }

    private static string OfSorted(IEnumerable<string> keys)
    {
        var hash = new Sha256();
        var sorted = new List<string>(keys);
        sorted.Sort(StringComparer.Ordinal);
        foreach (var key in sorted) hash.AppendLine(key);
        return hash.FinishHex(Digits);
    }
}
