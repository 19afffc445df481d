using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Gives events what their own commit does not tell: who a person is, how many proposals it was done to, when it was really decided.</summary>
internal sealed class TimelineFinish
{
    private readonly IReadOnlyDictionary<string, List<RawEvent>> _events;
    private readonly BulkCounts _bulk = new();
    private readonly KnownPeople _people;

    /// <param name="events">By id; of the commits that are told of, all that they did.</param>
    public TimelineFinish(ITree tree, IReadOnlyDictionary<string, List<RawEvent>> events)
    {
        _events = events;
        foreach (var (id, own) in events) _bulk.Add(id, own);
        _people = new KnownPeople(tree.Find(Configuration.FileName) is { } file && Configuration.Parse(tree.Read(file)).Configuration is { } configuration ? configuration.People : []);
    }

    /// <param name="earlier">What was finished before; the new events come behind.</param>
    public ImmutableArray<TimelineEvent> Of(CatalogEntry entry, ImmutableArray<TimelineEvent> earlier)
    {
        var own = InOrder(_events.GetValueOrDefault(entry.Id, []));
        var events = ImmutableArray.CreateBuilder<TimelineEvent>(earlier.Length + own.Count);
        events.AddRange(earlier);
        for (var i = 0; i < own.Count; i++)
        {
            var (told, change) = (own[i], own[i].Change);
            var effective = change.Effective;
            if (effective is null && change.Kind == TimelineEventKind.Status) effective = Decided(entry.Process, events, own, i) ?? SaidEarlier(entry.Process, events, change.To);
            events.Add(new TimelineEvent(change.Kind, told.Recorded, effective, _people.KeyOf(told.Person, told.Email), told.Commit, told.Path, change.Name, change.From, change.To, _bulk.Of(told.Commit, change.Kind)) { Subject = told.Subject.Length == 0 ? null : told.Subject });
        }
        return events.MoveToImmutable();
    }

    /// <summary>A status by its name in the process; as written where it is none.</summary>
    public static string? NameOf(Process process, string? text) => text is null ? null : process.Statuses.Find(text)?.Status.Name ?? text;

    // By commit, then by kind; those of one commit and kind stay as they are. A few new events mostly are in order.
    private static List<RawEvent> InOrder(List<RawEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            var (a, b) = (events[i - 1], events[i]);
            if (a.Position > b.Position || (a.Position == b.Position && a.Change.Kind > b.Change.Kind)) return [.. events.OrderBy(e => e.Position).ThenBy(e => (int)e.Change.Kind)];
        }
        return events;
    }

    // The last decision to move there since the status before, in the same commit too.
    private static DateOnly? Decided(Process process, ImmutableArray<TimelineEvent>.Builder events, List<RawEvent> own, int at)
    {
        var to = own[at].Change.To;
        for (var i = at + 1; i < own.Count && own[i].Position == own[at].Position; i++)
        {
            if (own[i].Change is { Kind: TimelineEventKind.Decision, To: not null } move && IsSame(move.To)) return move.Effective;
        }
        for (var i = events.Count - 1; i >= 0 && events[i].Kind != TimelineEventKind.Status; i--)
        {
            if (events[i] is { Kind: TimelineEventKind.Decision, To: { } said, Name: "move" } && IsSame(said)) return events[i].Effective;
        }
        return null;

        bool IsSame(string text) => string.Equals(NameOf(process, text), to, StringComparison.Ordinal);
    }

    // The index knew before the proposal did: since the proposal's last move, so that an older round does not count.
    private static DateOnly? SaidEarlier(Process process, ImmutableArray<TimelineEvent>.Builder events, string? to)
    {
        var start = events.Count;
        while (start > 0 && events[start - 1].Kind != TimelineEventKind.Status) start--;
        DateOnly? said = null;
        for (var i = start; i < events.Count; i++)
        {
            if (events[i] is not { Kind: TimelineEventKind.Index, Name: "status" } row) continue;
            said = string.Equals(NameOf(process, row.To), to, StringComparison.Ordinal) ? said ?? DateOnly.FromDateTime(row.Recorded.DateTime) : null;
        }
        return said;
    }
}
