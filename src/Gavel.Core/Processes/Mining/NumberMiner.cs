using System.Collections.Immutable;
using Gavel.Core.Documents;

namespace Gavel.Core.Processes.Mining;

/// <summary>Where numbers come from and how wide they are written.</summary>
internal static class NumberMiner
{
    private const int WideGap = 8; // numbers between two neighbours; the numbers of issues leave such gaps

    public static (Numbering Numbering, string From) Find(Discovered process, ImmutableArray<FileMatch> matches, Templates.Schema schema, IReadOnlyList<Document> sample)
    {
        var isNamed = process.Files.Any(f => f.Has(PatternPart.Number));
        var inTitles = isNamed ? [] : InTitles(schema, sample);
        if (!isNamed && (inTitles.Count < 2 || inTitles.Count * 4 < sample.Count * 3)) return (Numbering.None, "no number in the file names");
        if (schema.Naming is { NumberIsIssue: true } naming) return (Numbering.Issue, StatusMiner.Where(naming.Source));
        var numbers = (isNamed ? matches.Select(m => m.Value).OfType<int>() : inTitles).Distinct().Order().ToList();
        if (!isNamed && numbers.Count < inTitles.Count) return (Numbering.None, "no number in the file names, and the same one in several titles");
        if (numbers.Count < 4) return (Numbering.Next, numbers.Count == 0 ? "no proposal has one yet" : $"numbers {numbers[0]} to {numbers[^1]}");
        var gaps = numbers.Zip(numbers.Skip(1), (a, b) => b - a).Order().ToList();
        var median = gaps[gaps.Count / 2];
        return median > WideGap
            ? (Numbering.Issue, $"numbers {numbers[0]} to {numbers[^1]} with gaps of {median}")
            : (Numbering.Next, $"numbers {numbers[0]} to {numbers[^1]}");
    }

    // Files that are named by words may have their numbers in their titles, as the template shows it.
    private static List<int> InTitles(Templates.Schema schema, IReadOnlyList<Document> sample)
    {
        if (schema.Title?.Pattern is not { HasNumber: true, Name: not null } pattern) return [];
        return [.. sample.Select(TitleOf).OfType<string>().Select(t => TitleReader.Read(pattern, t).Number).OfType<int>()];
    }

    private static string? TitleOf(Document document) =>
        document.Title?.Text ?? document.Header.FirstOrDefault(f => f.Parent.Length == 0 && string.Equals(f.Name, "title", StringComparison.OrdinalIgnoreCase))?.Value;

    /// <returns>0 for no padding.</returns>
    public static int WidthOf(ImmutableArray<FileMatch> matches, Templates.NamingDemand? naming, IEnumerable<string> templates)
    {
        var digits = matches.Select(m => m.Number).OfType<string>().Where(n => n.All(char.IsAsciiDigit)).ToList();
        if (digits.Count == 0) return naming?.Width ?? PlaceholderWidth(templates);
        var padded = digits.Where(d => d.Length > 1 && d[0] == '0').ToList();
        if (padded.Count == 0) return 0;
        var width = padded.GroupBy(p => p.Length).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        return digits.Count(d => d.Length >= width) * 5 >= digits.Count * 4 ? width : 0;
    }

    private static int PlaceholderWidth(IEnumerable<string> templates)
    {
        foreach (var template in templates)
        {
            var zeros = NameWords.Split(Trees.TreePath.StemOf(template)).FirstOrDefault(w => w.Length >= 3 && w.All(c => c == '0'));
            if (zeros is not null) return zeros.Length;
        }
        return 0;
    }
}
