using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Templates;

namespace Gavel.Web.Pages;

/// <summary>What a process asks of its proposals, and how well they follow.</summary>
internal sealed class ProcessModel
{
    private readonly Lazy<Dictionary<string, int>> _failing;

    public ProcessModel(SiteModel site, Process process)
    {
        Site = site;
        Process = process;
        Entries = [.. site.Catalog.Entries.Where(e => ReferenceEquals(e.Process, process))];
        // Each proposal counts once for a demand, however many findings it has there.
        _failing = new Lazy<Dictionary<string, int>>(() => Entries.SelectMany(e => site.FindingsOf(e).Select(f => (f.Diagnostic.Demand, e.Id))).Where(p => p.Demand.Length > 0).Distinct()
            .GroupBy(p => p.Demand, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    public SiteModel Site { get; }

    public Process Process { get; }

    public ImmutableArray<CatalogEntry> Entries { get; }

    public string Address => Site.Addresses.Of(Process);

    public string Noun => Words.Noun([Process]);

    /// <summary>Read when the page is made.</summary>
    public Schema Schema => Process.Current;

    /// <summary>Moves between statuses that proposals made, with how many did.</summary>
    public ImmutableArray<(string From, string To, int Count)> Moves => [.. Transitions()];

    /// <summary>The moves that there are: those of gavel.yml with how many proposals made each, else those that were made.</summary>
    /// <returns>With the policy that the move is under; null for none.</returns>
    public IEnumerable<(string From, string To, int Count, string? Policy)> Ways()
    {
        var (life, seen) = (Lifecycle.Of(Process), Moves);
        if (!life.IsConfigured) return seen.Select(m => (m.From, m.To, m.Count, (string?)null));
        return Process.Statuses.Statuses.SelectMany(s => life.From(s))
            .Select(t => (t.From!.Name, t.To.Name, seen.FirstOrDefault(m => m.From == t.From.Name && m.To == t.To.Name).Count, t.Policy?.Title));
    }

    public int CountOf(Status status) => Entries.Count(e => string.Equals(e.Status, status.Name, StringComparison.Ordinal));

    /// <summary>How many proposals fail a demand.</summary>
    public int FailingOf(Demand demand) => _failing.Value.GetValueOrDefault(demand.Key);

    /// <summary>How many proposals have something in a field.</summary>
    public int FilledOf(Demand.Field field) => Entries.Count(e => e.Fields.Any(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal) && f.Value is { Length: > 0 }));

    /// <summary>The line of the template, as a link where the repository can be looked at.</summary>
    public (int Line, string? Address) LineOf(Demand demand) => demand.Source is Reason.TemplateLine line
        ? (line.At.Start.Line, Site.Source.Host is { } host ? $"{host.File(line.At.Path)}#L{line.At.Start.Line}" : null)
        : (0, null);

    /// <summary>Counts nothing: the counts follow from what each proposal is said to have.</summary>
    public string Key()
    {
        var key = new PageKey().Add(Site.ShellKey).Add(Process.Name).Add(Process.Digest).Add(Entries.Length);
        foreach (var status in Process.Statuses.Statuses) key.Add(status.Name).Add((int)status.Kind).Add(Site.FacetOf("status")?.Find(status.Name)?.Slug);
        foreach (var move in Process.Life.Transitions) key.Add(string.Join('\n', move.From)).Add(move.To).Add(move.Policy);
        foreach (var entry in Entries)
        {
            key.Add(entry.Status);
            foreach (var finding in Site.FindingsOf(entry)) if (finding.Diagnostic.Demand.Length > 0) key.Add(finding.Diagnostic.Demand);
            key.Add("");
            foreach (var fact in entry.Fields) if (fact.Value is { Length: > 0 }) key.Add(fact.Name);
            key.Add("");
            foreach (var happened in Site.TimelineOf(entry)?.Events ?? [])
                if (happened.Kind == Core.Timelines.TimelineEventKind.Status) key.Add(happened.From).Add(happened.To);
        }
        return key.Finish();
    }

    private IEnumerable<(string From, string To, int Count)> Transitions() =>
        from entry in Entries
        let timeline = Site.TimelineOf(entry)
        where timeline is not null
        from happened in timeline.Events
        where happened is { Kind: Core.Timelines.TimelineEventKind.Status, From: not null, To: not null }
        let @from = Process.Statuses.Find(happened.From!)?.Status.Name
        let to = Process.Statuses.Find(happened.To!)?.Status.Name
        where @from is not null && to is not null && !string.Equals(@from, to, StringComparison.Ordinal)
        group happened by (@from, to) into move
        orderby move.Key.@from, move.Key.to
        select (move.Key.@from, move.Key.to, move.Count());
}
