using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>
/// What most proposals of a process do, or did in the time of a proposal, is a custom, whatever the template says today: it is no fault of any one of them.
/// The time of a proposal is the ten before and the ten after it in the order of the catalog.
/// </summary>
internal static class Customs
{
    private const int Fewest = 8; // with fewer proposals nothing is a custom yet
    private const int Neighbours = 10; // on each side
    private const double Most = 0.5;
    private const double NearlyAll = 0.8;

    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "section-missing", "section-empty", "section-level", "section-renamed", "field-missing", "field-empty", "field-format", "licence-missing",
        "link-missing", "diagram-missing", "plan-missing", "prompt-unanswered", "title-format",
    };

    private static readonly HashSet<string> Absences = new(StringComparer.Ordinal) { "section-missing", "field-missing", "licence-missing", "link-missing", "diagram-missing" };

    /// <summary>Faults that more than half have are notes; what four of five lack is not said.</summary>
    public static List<Diagnostic> Soften(Catalog catalog, List<Diagnostic> diagnostics)
    {
        var processes = catalog.Entries.GroupBy(e => e.Process.Name, StringComparer.Ordinal).Where(g => g.Count() >= Fewest).ToList();
        if (processes.Count == 0) return diagnostics;
        var shares = new Dictionary<(string Id, string Rule, string Demand), double>();
        foreach (var process in processes) Measure(catalog, [.. process], shares);
        var result = new List<Diagnostic>(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            var share = IsCounted(diagnostic) ? shares.GetValueOrDefault((diagnostic.Proposal!, diagnostic.Rule, diagnostic.Demand)) : 0;
            if (share > NearlyAll && Absences.Contains(diagnostic.Rule)) continue;
            result.Add(share > Most && diagnostic.Severity > Severity.Info ? diagnostic with { Severity = Severity.Info } : diagnostic);
        }
        return result;
    }

    // Over the whole catalog, also when only one file is checked: its diagnostics are remembered with each entry.
    private static void Measure(Catalog catalog, List<CatalogEntry> entries, Dictionary<(string, string, string), double> shares)
    {
        var failing = new Dictionary<(string Rule, string Demand), List<int>>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (catalog.Worked(entries[i]) is not { } found) continue;
            foreach (var key in found.Where(IsCounted).Select(d => (d.Rule, d.Demand)).Distinct())
            {
                if (!failing.TryGetValue(key, out var at)) failing.Add(key, at = []);
                at.Add(i);
            }
        }
        foreach (var (key, at) in failing)
        {
            var first = 0;
            var last = 0;
            for (var i = 0; i < at.Count; i++)
            {
                while (at[first] < at[i] - Neighbours) first++;
                while (last < at.Count && at[last] <= at[i] + Neighbours) last++;
                var size = Math.Min(entries.Count - 1, at[i] + Neighbours) - Math.Max(0, at[i] - Neighbours) + 1;
                // The proposal itself says nothing about the custom of the others.
                var nearby = (double)(last - first - 1) / Math.Max(1, size - 1);
                var overall = (double)at.Count / entries.Count;
                shares[(entries[at[i]].Id, key.Rule, key.Demand)] = Math.Max(nearby, overall);
            }
        }
    }

    private static bool IsCounted(Diagnostic diagnostic) =>
        diagnostic.Proposal is not null && diagnostic.Demand.Length > 0 && Rules.Contains(diagnostic.Rule);
}
