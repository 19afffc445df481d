using Gavel.Core.Decisions;
using Gavel.Core.Timelines;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Puts all timelines together: the versions of proposals and indexes, mentions, decisions, and what only all of them tell.</summary>
internal sealed class TimelineBuilder(Catalog catalog, IHistory history, EntryReader reader)
{
    private readonly Dictionary<string, List<RawEvent>> _events = new(StringComparer.Ordinal);

    /// <summary>How many texts of proposals the repository lacks.</summary>
    public int Missing { get; private set; }

    /// <returns>One for each entry, by id.</returns>
    public List<KeptTimeline> Build(CancellationToken cancellationToken)
    {
        var sources = new TimelineSources(reader, history);
        var proposals = catalog.Entries.Select(e => new EntryPast(e, sources.SnapshotsOf(e))).ToList();
        var ids = new PastIds(catalog, proposals);
        // Beside the versions of proposals: both wait for git now and then.
        var rows = Task.Run(() => catalog.Processes.SelectMany(p => new IndexPast(reader, history, catalog.Tree, p, ids).Tell(0)).ToList(), cancellationToken);
        var told = sources.Read(proposals, static (_, _) => (null, null), cancellationToken);
        Missing = sources.Missing;
        foreach (var (entry, _) in proposals)
        {
            var own = told[entry.Path];
            if (own is [{ Change.Kind: TimelineEventKind.Created } created, ..] && entry.TemplateRevision.Length > 0)
                own.Add(created with { Change = new VersionChange(TimelineEventKind.Template, entry.TemplatePath, null, entry.TemplateRevision) });
            _events[entry.Id] = own;
        }
        foreach (var (id, raw) in rows.GetAwaiter().GetResult()) Add(id, raw);
        foreach (var (id, raw) in Mentions.In(history.CommitsSince(null) ?? [], catalog)) Add(id, raw with { Path = ids.PathThen(id, raw.Position) });
        AddDecisions();
        return Finish();
    }

    private void Add(string id, RawEvent raw)
    {
        if (_events.TryGetValue(id, out var own)) own.Add(raw);
    }

    private void AddDecisions()
    {
        foreach (var decision in DecisionReader.Read(catalog.Tree).All)
        {
            if (catalog.Find(decision.Proposal) is not { } entry) continue;
            var change = new VersionChange(TimelineEventKind.Decision, decision.Action.ToString().ToLowerInvariant(), decision.From, decision.To ?? decision.Vote)
            {
                Effective = decision.Effective ?? DateOnly.FromDateTime(decision.On.DateTime),
            };
            // When it was written down is known from git; who decided, from the file.
            Add(entry.Id, history.Of(decision.Path) is [{ IsCutOff: false } by, ..]
                ? RawEvent.Of(change, by, decision.Path) with { Person = decision.By, Email = "" }
                : new RawEvent(change, null, decision.On, decision.By, "", "", int.MaxValue, decision.Path));
        }
    }

    private List<KeptTimeline> Finish()
    {
        var finishing = new TimelineFinish(catalog.Tree, _events);
        return [.. catalog.Entries.Select(e => new KeptTimeline(e.Id, e.Path, TimelineStore.TemplateOf(e), finishing.Of(e, []))).OrderBy(t => t.Id, StringComparer.Ordinal)];
    }
}
