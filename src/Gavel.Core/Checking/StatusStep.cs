using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>One move of one proposal between two catalogs.</summary>
/// <param name="Entry">As it is now.</param>
/// <param name="From">Null for a proposal that is new, or had no known status.</param>
/// <param name="IsNew">The earlier catalog has no such proposal.</param>
/// <param name="Move">The record of the move; null where somebody changed the status without one.</param>
/// <param name="Facts">As of before the move.</param>
/// <param name="Decisions">Those made before the move.</param>
public sealed record StatusStep(CatalogEntry Entry, Status? From, Status To, bool IsNew, Decision? Move, ProposalFacts Facts, ImmutableArray<Decision> Decisions)
{
    /// <summary>Where the status stands; the title where it stands in no text.</summary>
    public Place At => Entry.StatusAt ?? Entry.TitleAt;
}

internal static class StatusSteps
{
    /// <summary>Recorded moves one by one, where they lead from the one status to the other; else the move as the two texts show it.</summary>
    public static IEnumerable<StatusStep> Between(Catalog before, Catalog now, Func<CatalogEntry, ProposalFacts> facts)
    {
        foreach (var entry in now.Entries)
        {
            if (StatusOf(entry) is not { } to) continue;
            var earlier = before.Find(entry.Id) ?? before.FindByPath(entry.Path);
            var from = earlier is null ? null : StatusOf(entry.Process, earlier.Status ?? earlier.StatusText);
            if (from is not null && string.Equals(from.Name, to.Name, StringComparison.Ordinal)) continue;
            if (earlier?.StatusText is not null && from is null) continue; // from a word that is no status: mended, not moved
            var then = before.Decisions.Of(earlier?.Id ?? entry.Id);
            var all = WithRemoved(then, now.Decisions.Of(entry.Id));
            var known = then.Select(d => d.FileName).ToHashSet(StringComparer.Ordinal);
            var moves = all.Where(d => d.Action == DecisionAction.Move && !known.Contains(d.FileName)).ToList();
            foreach (var (start, end, move) in Chain(entry.Process, from, to, moves))
                yield return new StatusStep(entry, start, end, earlier is null, move, facts(entry) with { Status = start }, move is null ? all : [.. all.TakeWhile(d => !ReferenceEquals(d, move))]);
        }
    }

    // Whoever takes away the file of an objection together with the move has not resolved it.
    private static ImmutableArray<Decision> WithRemoved(ImmutableArray<Decision> before, ImmutableArray<Decision> now)
    {
        if (before.IsEmpty) return now;
        var kept = now.Select(d => d.FileName).ToHashSet(StringComparer.Ordinal);
        var removed = before.Where(d => d.Action is DecisionAction.Object or DecisionAction.Hold or DecisionAction.Resolve && !kept.Contains(d.FileName)).ToList();
        return removed.Count == 0 ? now : [.. now.Concat(removed).Order(DecisionOrder.Instance)];
    }

    private static IEnumerable<(Status? From, Status To, Decision? Move)> Chain(Process process, Status? from, Status to, List<Decision> moves)
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

    private static Status? StatusOf(CatalogEntry entry) => StatusOf(entry.Process, entry.Status);

    // By the vocabulary of now: an old name of a status is the status.
    private static Status? StatusOf(Process process, string? name) => name is null ? null : process.Statuses.Find(name)?.Status;
}
