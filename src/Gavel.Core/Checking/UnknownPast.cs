using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>
/// What the finished proposals of a process show of its demands. Where nothing is known of a template's past, its demands of today are held against
/// proposals of any age: one that many finished proposals do not meet was no demand in their time, or nobody minds. One that several of many
/// do not meet is not held against a finished one. What is still worked on is held to what is usual now.
/// </summary>
internal sealed class UnknownPast
{
    private const int MinFinished = 10; // fewer show nothing
    private const int Many = 40; // the finished of so many come from several ages
    private const int Several = 2; // so many of the finished are no slip
    private const int Ordinary = 10; // so many of the finished show that nobody minds
    private const double HardlyAny = 0.1;
    private const double Few = 0.2;
    private const double Most = 0.5;

    private readonly Catalog _catalog;
    private readonly Peers _peers;
    private readonly Dictionary<string, List<StoredEntry>> _finished = new(StringComparer.Ordinal); // by process
    private readonly Dictionary<string, Dictionary<string, int>> _broken = new(StringComparer.Ordinal); // by process, then by rule and demand

    /// <summary>Looks at what is remembered of all entries, whatever the check reports on.</summary>
    public UnknownPast(Catalog catalog, Peers peers)
    {
        _peers = peers;
        _catalog = catalog;
        foreach (var entry in catalog.Entries)
        {
            if (!IsFinished(entry) || KnowsItsPast(entry.Process) || !catalog.Stored.TryGetValue(entry.Path, out var stored)) continue;
            if (!_finished.TryGetValue(entry.Process.Name, out var finished)) _finished[entry.Process.Name] = finished = [];
            finished.Add(stored);
        }
    }

    /// <summary>Takes over what was counted of the catalog before a few edits, where they changed nothing of it.</summary>
    public UnknownPast(Catalog catalog, Peers peers, UnknownPast before, List<EntryEdit> edits)
        : this(catalog, peers)
    {
        if (edits.Exists(e => IsFinished(e.Before) != IsFinished(e.After))) return;
        foreach (var (process, counts) in before._broken)
            _broken[process] = counts.Where(c => !edits.Exists(e => e.Turns(c.Key))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Broken by more than a fifth of the finished: a note, and what was a note is not said. By more than half, or by several of many and the proposal is finished itself: not asked for.</summary>
    /// <returns>Null when nothing is to be said.</returns>
    public Diagnostic? Soften(Diagnostic diagnostic)
    {
        if (diagnostic.Demand.Length == 0 || diagnostic.Proposal is not { } id || _catalog.Find(id) is not { } entry) return diagnostic;
        if (!_finished.TryGetValue(entry.Process.Name, out var finished) || finished.Count < MinFinished) return diagnostic;
        // Which section moves is chance: another order than the template's is counted whatever it moves.
        if (diagnostic.Rule is "section-order" && CountBroken(entry.Process.Name, finished, StoredEntry.BrokenMark(diagnostic.Rule)) >= Ordinary) return null;
        var mark = StoredEntry.BrokenMark(diagnostic.Rule, diagnostic.Demand);
        var broken = CountBroken(entry.Process.Name, finished, mark);
        var now = Customs.IsAbsence(diagnostic.Rule) ? _peers.ShareNow(id, mark) : null;
        var share = now ?? (double)broken / finished.Count;
        if (share > Most) return null;
        if (!(now < HardlyAny) && finished.Count >= Many && broken >= Several && IsFinished(entry) && IsAbout(diagnostic)) return null;
        // What is only a note is worth saying where it stands out.
        if (diagnostic.Severity > Severity.Info || now is null ? share <= Few : share < HardlyAny) return diagnostic;
        return diagnostic.Severity > Severity.Info ? diagnostic with { Ceiling = Severity.Info } : null;
    }

    // A heading with nothing under it was written and left, whatever was asked for then.
    private static bool IsAbout(Diagnostic diagnostic) =>
        diagnostic.Rule is "field-missing" || (Concluded.IsOfText(diagnostic.Rule) && diagnostic is not { Rule: "section-empty", Severity: Severity.Error });

    private int CountBroken(string process, List<StoredEntry> finished, string mark)
    {
        if (!_broken.TryGetValue(process, out var counts)) _broken[process] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (counts.TryGetValue(mark, out var count)) return count;
        foreach (var stored in finished)
        {
            if (stored.Broken.Contains(mark, StringComparison.Ordinal)) count++;
        }
        return counts[mark] = count;
    }

    private static bool IsFinished(CatalogEntry entry) => entry.Kind is StatusKind.Done or StatusKind.Living or StatusKind.Accepted or StatusKind.Superseded;

    private static bool KnowsItsPast(Process process) => process.Templates.Any(t => t.Since is not null);
}
