using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>What happened to the proposals of a catalog, from git.</summary>
public static class Timelines
{
    /// <summary>One pass over the history for all proposals.</summary>
    /// <exception cref="TreeException">Git cannot be read any more.</exception>
    public static TimelineSet Read(Catalog catalog, IHistory history, CancellationToken cancellationToken)
    {
        if (catalog.Past is not { } reader || history.Head is null) return history.Head is null ? TimelineSet.None : new TimelineSet(new Dictionary<string, ImmutableArray<TimelineEvent>>(StringComparer.Ordinal), history.IsComplete);
        return new TimelineBuilder(catalog, history, reader).Build(cancellationToken);
    }
}

/// <summary>Puts the timelines together: the versions of proposals and indexes, mentions, and what only all of them tell.</summary>
internal sealed class TimelineBuilder(Catalog catalog, IHistory history, EntryReader reader)
{
    private readonly Dictionary<string, List<RawEvent>> _events = new(StringComparer.Ordinal);

    public TimelineSet Build(CancellationToken cancellationToken)
    {
        var proposals = catalog.Entries.Select(e => (Entry: e, Snapshots: Snapshot.Of(history.Of(e.Path), HeaderOf(e)))).ToList();
        var told = new TimelineSources(reader, history).Read(proposals, cancellationToken);
        foreach (var (entry, snapshots) in proposals)
        {
            var own = told[entry.Path];
            if (own is [{ Change.Kind: TimelineEventKind.Created } created, ..] && entry.TemplateRevision.Length > 0)
                own.Add(created with { Change = new VersionChange(TimelineEventKind.Template, entry.TemplatePath, null, entry.TemplateRevision) });
            _events[entry.Id] = own;
        }
        foreach (var process in catalog.Processes) AddIndex(process, proposals);
        AddMentions();
        AddDecisions();
        foreach (var id in _events.Keys.ToList()) _events[id] = [.. _events[id].OrderBy(e => e.Position).ThenBy(e => e.Change.Kind)];
        return new TimelineSet(Finish(), history.IsComplete);
    }

    private ImmutableArray<FileVersion> HeaderOf(CatalogEntry entry) =>
        entry.Process.HeaderFile is { } name && entry.Directory is { } directory && TreePath.Join(directory, name) is var path && !string.Equals(path, entry.Path, StringComparison.Ordinal) ? history.Of(path) : [];

    private void AddIndex(Process process, List<(CatalogEntry Entry, List<Snapshot> Snapshots)> proposals)
    {
        if (process.Index is not { } path || history.Of(path) is not { IsEmpty: false } versions) return;
        var byPath = new Dictionary<string, string>(StringComparer.Ordinal);
        var byNumber = new Dictionary<int, string>();
        foreach (var (entry, snapshots) in proposals)
        {
            if (!ReferenceEquals(entry.Process, process) && !string.Equals(entry.Process.Name, process.Name, StringComparison.Ordinal)) continue;
            if (entry.Number is { } number) byNumber.TryAdd(number, entry.Id);
            byPath[entry.Path] = entry.Id;
            if (entry.Directory is { } directory) byPath[directory] = entry.Id;
            foreach (var snapshot in snapshots)
            {
                byPath.TryAdd(snapshot.Now.Path, entry.Id);
                if (entry.Directory is not null) byPath.TryAdd(TreePath.FolderOf(snapshot.Now.Path), entry.Id);
            }
        }
        var past = new IndexPast(reader, catalog.Tree, process, byPath.GetValueOrDefault, number => byNumber.GetValueOrDefault(number), label => catalog.Find(label)?.Id);
        var wanted = IndexPast.Wanted(versions);
        var texts = new Dictionary<(string, string), SourceText?>();
        foreach (var (text, at) in history.ReadMany(wanted).Select((t, i) => (t, i))) texts[(wanted[at].Id.Sha, wanted[at].Path)] = text;
        foreach (var change in past.Tell(versions, (id, of) => texts.GetValueOrDefault((id.Sha, of))))
        {
            if (!_events.TryGetValue(change.Id, out var own)) continue;
            var told = change.Change;
            if (process.StatusPlace == StatusPlace.Index && told.Name == "status")
                told = new VersionChange(TimelineEventKind.Status, null, NameOf(process, told.From), NameOf(process, told.To));
            own.Add(RawEvent.Of(told, change.By, change.By.Path));
        }
    }

    private void AddMentions()
    {
        if (history.CommitsSince(null) is not { } commits) return;
        var finder = new MentionFinder(catalog.Entries.Select(e => new MentionName(e.Id, e.Process.Name, e.Number)));
        foreach (var commit in commits)
        {
            foreach (var id in finder.Find(commit.Message))
            {
                if (!_events.TryGetValue(id, out var own) || catalog.Find(id) is not { } entry) continue;
                own.Add(new RawEvent(new VersionChange(TimelineEventKind.Mentioned, null, null, null), commit.Id, commit.Recorded, commit.Person, commit.Email, FirstLine(commit.Message), commit.Position, PathThen(own, entry, commit.Position)));
            }
        }
    }

    private void AddDecisions()
    {
        foreach (var decision in DecisionReader.Read(catalog.Tree).All)
        {
            if (catalog.Find(decision.Proposal) is not { } entry || !_events.TryGetValue(entry.Id, out var own)) continue;
            var change = new VersionChange(TimelineEventKind.Decision, decision.Action.ToString().ToLowerInvariant(), decision.From, decision.To ?? decision.Vote)
            {
                Effective = decision.Effective ?? DateOnly.FromDateTime(decision.On.DateTime),
            };
            // Whoever wrote it down is known from git; who decided, from the file.
            own.Add(history.Of(decision.Path) is [{ IsCutOff: false } by, ..]
                ? RawEvent.Of(change, by, decision.Path) with { Person = decision.By, Email = "" }
                : new RawEvent(change, null, decision.On, decision.By, "", "", int.MaxValue, decision.Path));
        }
    }

    // The own events are in the order of the commits while mentions are added behind them.
    private static string PathThen(List<RawEvent> events, CatalogEntry entry, int position)
    {
        string? path = null;
        foreach (var told in events)
        {
            if (told.Change.Kind is TimelineEventKind.Index or TimelineEventKind.Mentioned) continue;
            if (told.Position > position) return path ?? told.Change.From ?? told.Path;
            path = told.Path;
        }
        return path ?? entry.Path;
    }

    private Dictionary<string, ImmutableArray<TimelineEvent>> Finish()
    {
        var bulk = new BulkCounts();
        foreach (var (id, own) in _events) bulk.Add(id, own);
        var people = new KnownPeople(PeopleOf(catalog.Tree));
        var result = new Dictionary<string, ImmutableArray<TimelineEvent>>(_events.Count, StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            if (!_events.TryGetValue(entry.Id, out var own)) continue;
            var events = ImmutableArray.CreateBuilder<TimelineEvent>(own.Count);
            foreach (var told in own)
            {
                var change = told.Change;
                var effective = change.Effective ?? (change.Kind == TimelineEventKind.Status ? Decided(entry.Process, own, told) ?? SaidEarlier(entry.Process, own, told) : null);
                events.Add(new TimelineEvent(change.Kind, told.Recorded, effective, people.KeyOf(told.Person, told.Email), told.Commit, told.Path, change.Name, change.From, change.To, bulk.Of(told.Commit, change.Kind)) { Subject = told.Subject });
            }
            result[entry.Id] = events.MoveToImmutable();
        }
        return result;
    }

    // The last decision to move there that was written down by then; in the same commit too.
    private static DateOnly? Decided(Process process, List<RawEvent> events, RawEvent status)
    {
        DateOnly? decided = null;
        foreach (var told in events)
        {
            if (told.Position > status.Position) break;
            if (told.Change is { Kind: TimelineEventKind.Decision, To: { } to } && string.Equals(NameOf(process, to), status.Change.To, StringComparison.Ordinal)) decided = told.Change.Effective;
            else if (told.Change.Kind == TimelineEventKind.Status && told.Position < status.Position) decided = null;
        }
        return decided;
    }

    // The index knew before the proposal did: since the proposal's last move, so that an older round does not count.
    private static DateOnly? SaidEarlier(Process process, List<RawEvent> events, RawEvent status)
    {
        DateOnly? said = null;
        foreach (var told in events)
        {
            if (told.Position >= status.Position) break;
            if (told.Change.Kind == TimelineEventKind.Status) said = null;
            if (told.Change is { Kind: TimelineEventKind.Index, Name: "status" } change)
                said = string.Equals(NameOf(process, change.To), status.Change.To, StringComparison.Ordinal) ? said ?? DateOnly.FromDateTime(told.Recorded.DateTime) : null;
        }
        return said;
    }

    private static ImmutableArray<PersonConfiguration> PeopleOf(ITree tree) =>
        tree.Find(Configuration.FileName) is { } file && Configuration.Parse(tree.Read(file)).Configuration is { } configuration ? configuration.People : [];

    private static string? NameOf(Process process, string? text) => text is null ? null : process.Statuses.Find(text)?.Status.Name ?? text;

    private static string FirstLine(string message) => message.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? message[..end] : message;
}
