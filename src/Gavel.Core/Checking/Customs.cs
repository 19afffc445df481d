using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>
/// What the finished proposals of a process show of its demands. Where nothing is known of a template's past, its demands of today are held against
/// proposals of any age: one that many finished proposals do not meet was no demand in their time, or nobody minds.
/// </summary>
internal sealed class Customs
{
    private const int MinFinished = 10; // fewer show nothing

    private readonly Catalog _catalog;
    private readonly Dictionary<string, int> _finished = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Process, string Rule, string Demand), int> _broken = [];

    /// <summary>Looks at what is remembered of all entries, whatever the check reports on.</summary>
    public Customs(Catalog catalog)
    {
        _catalog = catalog;
        foreach (var entry in catalog.Entries)
        {
            if (!IsFinished(entry) || KnowsItsPast(entry.Process) || catalog.Worked(entry) is not { } diagnostics) continue;
            _finished[entry.Process.Name] = _finished.GetValueOrDefault(entry.Process.Name) + 1;
            foreach (var key in diagnostics.Where(d => d.Demand.Length > 0).Select(d => (entry.Process.Name, d.Rule, d.Demand)).Distinct())
                _broken[key] = _broken.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Broken by more than a fifth of the finished: no more than info. By more than half: not asked for.</summary>
    /// <returns>Null when nothing is to be said.</returns>
    public Diagnostic? Soften(Diagnostic diagnostic)
    {
        if (diagnostic.Demand.Length == 0 || diagnostic.Proposal is not { } id || _catalog.Find(id) is not { } entry) return diagnostic;
        var finished = _finished.GetValueOrDefault(entry.Process.Name);
        if (finished < MinFinished) return diagnostic;
        var broken = _broken.GetValueOrDefault((entry.Process.Name, diagnostic.Rule, diagnostic.Demand));
        if (broken * 2 > finished) return null;
        return broken * 5 > finished ? diagnostic with { Ceiling = Severity.Info } : diagnostic;
    }

    private static bool IsFinished(CatalogEntry entry) => entry.Kind is StatusKind.Done or StatusKind.Living or StatusKind.Accepted or StatusKind.Superseded;

    private static bool KnowsItsPast(Process process) => process.Templates.Any(t => t.Since is not null);
}
