using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>
/// What most proposals of a process do, or did in the time of a proposal, is a custom, whatever the template says today: it is no fault of any one of them.
/// The time of a proposal is the ten before and the ten after it in the order of the catalog.
/// </summary>
internal sealed class Customs
{
    private const int Fewest = 8; // with fewer proposals nothing is a custom yet
    private const int Neighbours = 10; // on each side
    private const double Most = 0.5;
    private const double NearlyAll = 0.8;
    private const int Several = 3;

    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "section-missing", "section-empty", "section-level", "section-renamed", "field-missing", "field-empty", "field-format", "licence-missing",
        "link-missing", "diagram-missing", "plan-missing", "prompt-unanswered", "title-format",
    };

    private static readonly HashSet<string> Absences = new(StringComparer.Ordinal) { "section-missing", "field-missing", "licence-missing", "link-missing", "diagram-missing" };

    private readonly Dictionary<string, List<CatalogEntry>> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Process, int At)> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int[]> _failing = new(StringComparer.Ordinal); // by process and mark: how many entries fail before each place
    private readonly IReadOnlyDictionary<string, StoredEntry> _stored;

    public Customs(Catalog catalog)
    {
        _stored = catalog.Stored;
        foreach (var entry in catalog.Entries)
        {
            if (!_processes.TryGetValue(entry.Process.Name, out var entries)) _processes[entry.Process.Name] = entries = [];
            _places.TryAdd(entry.Id, (entry.Process.Name, entries.Count));
            entries.Add(entry);
        }
    }

    /// <summary>A fault that more than half have is a note; what four of five lack is not said.</summary>
    /// <returns>Null when nothing is to be said.</returns>
    public Diagnostic? Soften(Diagnostic diagnostic)
    {
        var isOwnField = string.Equals(diagnostic.Rule, "field-unknown", StringComparison.Ordinal);
        if (diagnostic.Proposal is null || diagnostic.Demand.Length == 0 || !(isOwnField || Rules.Contains(diagnostic.Rule))) return diagnostic;
        if (!_places.TryGetValue(diagnostic.Proposal, out var place) || _processes[place.Process].Count < Fewest) return diagnostic;
        // A field of several proposals is one of the process, which the template does not show.
        if (isOwnField) return FailingIn(place.Process, _processes[place.Process], StoredEntry.BrokenMark(diagnostic.Rule, diagnostic.Demand))[^1] >= Several ? null : diagnostic;
        var share = ShareAround(place, StoredEntry.BrokenMark(diagnostic.Rule, diagnostic.Demand));
        if (share > NearlyAll && Absences.Contains(diagnostic.Rule)) return null;
        return share > Most && diagnostic.Severity > Severity.Info ? diagnostic with { Severity = Severity.Info } : diagnostic;
    }

    /// <summary>The share that fails among all, or among the neighbours without the proposal itself, whichever is larger: it says nothing about the custom of the others.</summary>
    private double ShareAround((string Process, int At) place, string mark)
    {
        var entries = _processes[place.Process];
        var failing = FailingIn(place.Process, entries, mark);
        var first = Math.Max(0, place.At - Neighbours);
        var last = Math.Min(entries.Count - 1, place.At + Neighbours);
        var self = failing[place.At + 1] - failing[place.At];
        var nearby = (double)(failing[last + 1] - failing[first] - self) / Math.Max(1, last - first);
        return Math.Max(nearby, (double)failing[^1] / entries.Count);
    }

    private int[] FailingIn(string process, List<CatalogEntry> entries, string mark)
    {
        var key = string.Concat(process, mark);
        if (_failing.TryGetValue(key, out var known)) return known;
        var sums = new int[entries.Count + 1];
        for (var i = 0; i < entries.Count; i++)
        {
            var fails = _stored.TryGetValue(entries[i].Path, out var stored) && stored.Broken.Contains(mark, StringComparison.Ordinal);
            sums[i + 1] = sums[i] + (fails ? 1 : 0);
        }
        return _failing[key] = sums;
    }
}
