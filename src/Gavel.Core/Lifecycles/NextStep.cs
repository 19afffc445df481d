using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>Where a proposal goes next, and what people have still to decide for it.</summary>
public sealed record NextStep(Transition Transition, ImmutableArray<GateCondition> Conditions);

/// <summary>The next steps of the proposals of a catalog. Cheap where nobody decided anything: no text is read.</summary>
public sealed class NextSteps(Catalog catalog, IHistory history, ImmutableArray<ISyntax> syntaxes, Moment now)
{
    private readonly FactsReader _facts = new(catalog, history, syntaxes);
    private readonly Dictionary<string, SeenMoves> _seen = new(StringComparer.Ordinal);

    /// <summary>Null for a proposal at its end.</summary>
    /// <param name="entry">With its dates.</param>
    public NextStep? Of(CatalogEntry entry)
    {
        return Lifecycle.Of(entry.Process).Next(StatusOf(entry), () => SeenOf(entry.Process)) is { } next ? new NextStep(next, Policies.Judge(next.Policy, _facts.Read(entry), catalog.Decisions.Of(entry.Id), now)) : null;
    }

    /// <summary>The comment periods and votes that run, each with the day on which it ends, and the instant where it is counted in hours; by day, id and title.</summary>
    public ImmutableArray<(CatalogEntry Entry, string Title, DateOnly End, DateTimeOffset? Instant)> Periods()
    {
        var periods = new List<(CatalogEntry Entry, string Title, DateOnly End, DateTimeOffset? Instant)>();
        foreach (var entry in catalog.Entries.Where(e => e.Kind is StatusKind.Draft or StatusKind.Open or StatusKind.Accepted && HasPeriods(e.Process)))
        {
            foreach (var condition in Of(entry)?.Conditions ?? [])
            {
                if (condition is { Kind: GateKind.Period, Until: { } end }) periods.Add((entry, condition.Title, end, condition.Instant));
            }
        }
        return [.. periods.OrderBy(p => p.End).ThenBy(p => p.Entry.Id, StringComparer.Ordinal).ThenBy(p => p.Title, StringComparer.Ordinal)];
    }

    /// <summary>Objections and holds that nobody has resolved, oldest first. Safe for use by several threads.</summary>
    public ImmutableArray<Concern> OpenConcerns(CatalogEntry entry)
    {
        var decisions = catalog.Decisions.Of(entry.Id);
        if (!decisions.Any(d => d.Action is DecisionAction.Object or DecisionAction.Hold)) return [];
        return Policies.OpenConcerns(Lifecycle.Of(entry.Process).Next(StatusOf(entry))?.Policy, _facts.Read(entry), decisions, now);
    }

    private static Status? StatusOf(CatalogEntry entry) => entry.Status is { } name ? entry.Process.Statuses.Statuses.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal)) : null;

    private static bool HasPeriods(Process process) =>
        process.Life.Policies.Any(p => p.HasPeriod);

    private SeenMoves SeenOf(Process process) => _seen.TryGetValue(process.Name, out var seen) ? seen : _seen[process.Name] = SeenMoves.Of(catalog, history, process, CancellationToken.None);
}
