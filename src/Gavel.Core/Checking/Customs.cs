using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>What most proposals of a process do is its custom, whatever its template says: it is no fault of any one of them.</summary>
internal static class Customs
{
    /// <summary>With fewer proposals nothing is a custom yet.</summary>
    private const int Fewest = 8;

    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "section-missing", "section-empty", "section-level", "section-renamed", "field-missing", "field-empty", "field-format", "licence-missing",
        "link-missing", "diagram-missing", "plan-missing", "prompt-unanswered", "title-format",
    };

    /// <summary>Faults that more than half of a process's proposals have are notes; what four of five have is not said.</summary>
    public static List<Diagnostic> Soften(Catalog catalog, List<Diagnostic> diagnostics)
    {
        var sizes = catalog.Entries.GroupBy(e => e.Process.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        if (!sizes.Values.Any(s => s >= Fewest)) return diagnostics;
        var counts = Count(catalog);
        var result = new List<Diagnostic>(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            var share = Share(catalog, sizes, counts, diagnostic);
            if (share > 0.8) continue;
            result.Add(share > 0.5 && diagnostic.Severity > Severity.Info ? diagnostic with { Severity = Severity.Info } : diagnostic);
        }
        return result;
    }

    private static double Share(Catalog catalog, Dictionary<string, int> sizes, Dictionary<(string, string, string), int> counts, Diagnostic diagnostic)
    {
        if (!IsCounted(diagnostic) || catalog.Find(diagnostic.Proposal!) is not { } entry || sizes[entry.Process.Name] < Fewest) return 0;
        return (double)counts.GetValueOrDefault((entry.Process.Name, diagnostic.Rule, diagnostic.Demand)) / sizes[entry.Process.Name];
    }

    // Over the whole catalog, also when only one file is checked: its diagnostics are remembered with each entry.
    private static Dictionary<(string, string, string), int> Count(Catalog catalog)
    {
        var counts = new Dictionary<(string, string, string), int>();
        foreach (var entry in catalog.Entries)
        {
            if (catalog.Worked(entry) is not { } found) continue;
            foreach (var key in found.Where(IsCounted).Select(d => (entry.Process.Name, d.Rule, d.Demand)).Distinct())
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }

    private static bool IsCounted(Diagnostic diagnostic) =>
        diagnostic.Proposal is not null && diagnostic.Demand.Length > 0 && Rules.Contains(diagnostic.Rule);
}
