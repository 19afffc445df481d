using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>The moves between two catalogs: recorded ones one by one, where they lead from the one status to the other; else the move as the two texts show it.</summary>
/// <param name="facts">Of the catalog of now.</param>
internal sealed class StatusSteps(Catalog before, Catalog now, FactsReader facts)
{
    private readonly FactsReader _factsBefore = facts.OwnedBy(before.Tree);

    /// <summary>By the process as it is now.</summary>
    public IEnumerable<StatusStep> Of(CatalogEntry entry)
    {
        var earlier = EarlierOf(entry);
        var to = StatusOf(entry.Process, entry.Status);
        var from = StatusOf(entry.Process, earlier?.Status ?? earlier?.StatusText);
        if (to is null || (earlier?.StatusText is not null && from is null)) return []; // from a word that is no status: mended, not moved
        return Steps(entry, earlier, from, to, facts);
    }

    /// <summary>By the process as it was before: nobody opens their own gate by changing its rules. None where gavel.yml named no moves then.</summary>
    public IEnumerable<StatusStep> ByEarlierRules(CatalogEntry entry)
    {
        var earlier = EarlierOf(entry);
        var process = earlier?.Process ?? before.Processes.FirstOrDefault(p => string.Equals(p.Name, entry.Process.Name, StringComparison.Ordinal));
        if (process is null || ReferenceEquals(process, entry.Process) || !Lifecycle.Of(process).IsConfigured) return [];
        var from = StatusOf(process, earlier?.Status ?? earlier?.StatusText);
        if (earlier?.StatusText is not null && from is null) return [];
        var known = StatusOf(process, entry.StatusText) ?? StatusOf(process, entry.Status);
        if ((known ?? StatusOf(entry.Process, entry.Status)) is not { } to) return [];
        // A status that got another name, and nothing was decided.
        if (known is null && from is not null && from.Kind == to.Kind && StatusOf(entry.Process, from.Name) is null) return [];
        return Steps(entry with { Process = process, Status = to.Name }, earlier, from, to, _factsBefore);
    }

    private IEnumerable<StatusStep> Steps(CatalogEntry entry, CatalogEntry? earlier, Status? from, Status to, FactsReader reader)
    {
        if (from is not null && string.Equals(from.Name, to.Name, StringComparison.Ordinal)) yield break;
        var then = before.Decisions.Of(earlier?.Id ?? entry.Id);
        var all = WithRemoved(then, now.Decisions.Of(entry.Id));
        var known = then.Select(d => d.FileName).ToHashSet(StringComparer.Ordinal);
        var moves = all.Where(d => d.Action == DecisionAction.Move && !known.Contains(d.FileName)).ToList();
        foreach (var (start, end, move) in Chain(entry.Process, from, to, moves))
            yield return new StatusStep(entry, start, end, earlier is null, move, reader.ReadIn(entry, start), move is null ? all : [.. all.TakeWhile(d => !ReferenceEquals(d, move))]);
    }

    private CatalogEntry? EarlierOf(CatalogEntry entry) => before.Find(entry.Id) ?? before.FindByPath(entry.Path);

    // Whoever takes away the file of an objection together with the move, or writes another word into it, has not resolved it.
    private static ImmutableArray<Decision> WithRemoved(ImmutableArray<Decision> before, ImmutableArray<Decision> now)
    {
        if (before.IsEmpty) return now;
        var kept = now.Select(WordOf).ToHashSet();
        var removed = before.Where(d => d.Action is DecisionAction.Object or DecisionAction.Hold or DecisionAction.Resolve && !kept.Contains(WordOf(d))).ToList();
        return removed.Count == 0 ? now : [.. now.Concat(removed).Order(DecisionOrder.Instance)];
    }

    private static (string, DecisionAction, string, string?) WordOf(Decision decision) => (decision.FileName, decision.Action, decision.By, decision.Ends);

    private static List<(Status? From, Status To, Decision? Move)> Chain(Process process, Status? from, Status to, List<Decision> moves)
    {
        var steps = new List<(Status? From, Status To, Decision? Move)>();
        var at = from;
        foreach (var move in moves)
        {
            if (StatusOf(process, move.To) is not { } next) break;
            if (at is not null && string.Equals(at.Name, next.Name, StringComparison.Ordinal)) continue;
            steps.Add((at, next, move));
            at = next;
        }
        return at is not null && string.Equals(at.Name, to.Name, StringComparison.Ordinal) && steps.Count > 0 ? steps : [(from, to, null)];
    }

    // By the vocabulary of the process: an old name of a status is the status.
    private static Status? StatusOf(Process process, string? name) => name is null ? null : process.Statuses.Find(name)?.Status;
}
