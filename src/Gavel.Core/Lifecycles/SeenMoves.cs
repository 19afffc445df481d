using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>How many proposals of a process moved from one status to another, by git.</summary>
public sealed class SeenMoves
{
    private const int Usual = 2; // proposals that went the same way

    private readonly Dictionary<(string From, string To), int> _counts = [];

    /// <summary>Nothing was seen.</summary>
    public static SeenMoves None { get; } = new();

    /// <summary>Each proposal counts once for each way that it went.</summary>
    /// <exception cref="TreeException">Git cannot be read any more.</exception>
    public static SeenMoves Of(Catalog catalog, IHistory history, Process process, CancellationToken cancellationToken)
    {
        if (history.Head is null) return None;
        var seen = new SeenMoves();
        var timelines = Catalogs.Timelines.Read(catalog, history, cancellationToken);
        foreach (var entry in catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal)))
        {
            var ways = new HashSet<(string, string)>();
            foreach (var move in timelines.Of(entry.Id).Events)
            {
                // Many that were written down at once tell how somebody tidied up.
                if (move is { Kind: TimelineEventKind.Status, From: { } from, To: { } to } && (move.Bulk is null || move.Effective is not null)) ways.Add((from, to));
            }
            foreach (var way in ways) seen._counts[way] = seen._counts.GetValueOrDefault(way) + 1;
        }
        return seen;
    }

    /// <summary>Where most went on to.</summary>
    /// <param name="among">Where they may go.</param>
    /// <returns>Null where too few went on to tell; the first of <paramref name="among"/> where two are equal.</returns>
    public Status? MostFrom(Status from, IEnumerable<Status> among)
    {
        var (most, count) = ((Status?)null, Usual - 1);
        foreach (var to in among)
        {
            if (_counts.GetValueOrDefault((from.Name, to.Name)) is var seen && seen <= count) continue;
            (most, count) = (to, seen);
        }
        return most;
    }
}
