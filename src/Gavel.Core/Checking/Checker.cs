using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking;

/// <summary>From a catalog to a report: rules, then what the project says of them.</summary>
public static class Checker
{
    /// <summary>The same catalog and request give the same report.</summary>
    public static Report Check(Catalog catalog, CheckRequest request, CancellationToken cancellationToken) => Check(catalog, request, null, cancellationToken);

    /// <param name="memory">Of checks of catalogs that came before in the same process; null where there were none.</param>
    public static Report Check(Catalog catalog, CheckRequest request, CheckMemory? memory, CancellationToken cancellationToken)
    {
        var (found, proposals) = Judge(catalog, request, memory, cancellationToken);
        var known = request.Base is { } earlier ? FingerprintsOf(earlier, request, cancellationToken) : null;
        if (known is not null) found.RemoveAll(f => known.Contains(f.Fingerprint));
        return Held([.. found], proposals, request.Baseline);
    }

    /// <summary>Everything that a check of all files finds, whatever the request's paths, base and baseline are.</summary>
    public static Judged JudgeAll(Catalog catalog, CheckRequest request, CancellationToken cancellationToken)
    {
        var (found, _) = Judge(catalog, request with { Paths = [], Base = null }, null, cancellationToken);
        return new Judged([.. catalog.Entries.Select(e => new JudgedProposal(e.Id, e.Path))], [.. found]);
    }

    /// <summary>The report on some findings less those that the baseline holds back.</summary>
    internal static Report Held(ImmutableArray<Finding> found, int proposals, Baseline baseline)
    {
        if (baseline.Entries.IsEmpty) return new Report(proposals, 0, found);
        var owed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in baseline.Entries) owed.Add(entry.Fingerprint);
        var left = found.RemoveAll(f => owed.Contains(f.Fingerprint));
        return new Report(proposals, found.Length - left.Length, left);
    }

    // A fault that moved to another file with its proposal is no new one, so the earlier files are not narrowed down.
    private static HashSet<string> FingerprintsOf(Catalog earlier, CheckRequest request, CancellationToken cancellationToken) =>
        Judge(earlier, request with { Paths = [], Base = null }, null, cancellationToken).Findings.Select(f => f.Fingerprint).ToHashSet(StringComparer.Ordinal);

    private static (List<Finding> Findings, int Proposals) Judge(Catalog catalog, CheckRequest request, CheckMemory? memory, CancellationToken cancellationToken)
    {
        memory?.Begin(catalog);
        var scope = new CheckScope(request.Paths);
        var entries = catalog.Entries.Where(e => scope.Has(e.Path) || (e.Directory is { } directory && scope.Has(directory))).ToList();
        var raw = new List<Diagnostic>();
        foreach (var diagnostics in OfProposals(catalog, entries, request, cancellationToken)) raw.AddRange(diagnostics);
        raw.AddRange(OfCatalog(catalog, request, memory, cancellationToken).Where(d => Concerns(scope, catalog, d)));
        if (request.Base is { } earlier) raw.AddRange(OfTransitions(earlier, catalog, request).Where(d => Concerns(scope, catalog, d)));
        raw.AddRange(catalog.Faults.Where(d => Concerns(scope, catalog, d)));
        raw.AddRange(catalog.Defects.Where(d => Concerns(scope, catalog, d)));
        var (peers, past) = memory is null ? CheckMemory.Fresh(catalog) : memory.For(catalog);
        var customs = new Customs(peers);
        // What gavel.yml asks for is asked of all, whatever most of them do.
        var said = raw.Distinct(SameFault.Instance).Select(d => d.Reason is Reason.Configuration ? d : customs.Soften(d) is { } left ? past.Soften(left) : null).OfType<Diagnostic>();
        var marked = Fingerprints.Of(OtherOutline.Join(Repeats.Merge(said), peers));
        var settings = new Severities(catalog, request.Rules);
        var graded = settings.Apply(marked, request.Base is { } then && then.Tree.Find(Processes.Configuration.FileName) is not null ? new Severities(then, request.Rules) : null);
        var suppressed = new Suppressions(catalog, request.Base is null ? [.. request.Rules.Where(r => r is not ITransitionRule)] : request.Rules, scope).Apply(graded);
        var exempted = new Exemptions(catalog, scope, request.Today).Apply(suppressed, settings);
        var left = Drowned.Remove(exempted);
        left.Sort(static (a, b) => Compare(a.Diagnostic, b.Diagnostic));
        return (left, entries.Count);
    }

    // What the rules over the catalog find depends on the whole tree: as long as nothing in it changes, it is remembered.
    private static ImmutableArray<Diagnostic> OfCatalog(Catalog catalog, CheckRequest request, CheckMemory? memory, CancellationToken cancellationToken)
    {
        var names = new StringBuilder(catalog.Digest).Append('/').Append(request.Today.DayNumber);
        foreach (var rule in request.Rules)
        {
            if (rule is ICatalogRule) names.Append('/').Append(rule.Info.Name);
        }
        foreach (var taken in catalog.TakenElsewhere) names.Append('\n').Append(taken.Process).Append(taken.Number).Append(taken.Branch).Append(taken.Path);
        // What git and the decisions say of a proposal's last day is no part of the digest; it is there only where a rule asks for it.
        foreach (var entry in catalog.Entries)
        {
            if (entry.Updated is { } day) names.Append('\n').Append(entry.Path).Append(day.DayNumber).AppendJoin(' ', catalog.Decisions.Of(entry.Id).Select(d => d.On.UtcTicks));
        }
        var key = string.Concat("catalog/", Sha256.Hex(names.ToString(), 24));
        if ((memory?.FindOfCatalog(key) ?? catalog.Store?.FindWork(key, "")) is { } known && known.All(d => IsFixable(d, catalog.Tree)))
        {
            memory?.KeepOfCatalog(key, known);
            return known;
        }
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var rule in request.Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rule is ICatalogRule over) found.AddRange(over.Check(catalog, request.Today));
        }
        var all = found.ToImmutable();
        if (memory is not { Follows: true }) catalog.Store?.AddWork(key, all, ""); // what holds until the next edit is not worth keeping for long
        memory?.KeepOfCatalog(key, all);
        return all;
    }

    // Where the facts are the same, what a fix edits may still stand elsewhere: it is for one content alone.
    private static bool IsFixable(Diagnostic diagnostic, ITree tree) =>
        diagnostic.Fix is not { Changes.Edits: var edits } || edits.All(e => tree.Find(e.Path) is { } file && tree.IdOf(file) == e.Base);

    private static IEnumerable<Diagnostic> OfTransitions(Catalog earlier, Catalog catalog, CheckRequest request)
    {
        ImmutableArray<ITransitionRule> rules = [.. request.Rules.OfType<ITransitionRule>()];
        var steps = new StatusSteps(earlier, catalog, request.Facts ?? new FactsReader(catalog, new NoHistory(), []));
        foreach (var entry in catalog.Entries)
        {
            var found = Judge(steps.Of(entry));
            foreach (var diagnostic in found) yield return diagnostic;
            foreach (var diagnostic in Judge(steps.ByEarlierRules(entry)))
            {
                if (found.Exists(f => string.Equals(f.Rule, diagnostic.Rule, StringComparison.Ordinal) && string.Equals(f.Message, diagnostic.Message, StringComparison.Ordinal))) continue;
                yield return diagnostic with
                {
                    Message = $"{diagnostic.Message} (by {Processes.Configuration.FileName} as it was before this change)",
                    Help = diagnostic.Severity == Severity.Info ? diagnostic.Help : $"What a change says in {Processes.Configuration.FileName} counts from the next change on: agree on that first, then move.",
                };
            }
        }

        List<Diagnostic> Judge(IEnumerable<StatusStep> moves) => [.. moves.SelectMany(step => rules.SelectMany(r => r.Check(step, request.Now)))];
    }

    private static ImmutableArray<Diagnostic>[] OfProposals(Catalog catalog, List<CatalogEntry> entries, CheckRequest request, CancellationToken cancellationToken)
    {
        ImmutableArray<IProposalRule> rules = [.. request.Rules.OfType<IProposalRule>()];
        var found = new ImmutableArray<Diagnostic>[entries.Count];
        var missing = new List<int>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (catalog.Stored.TryGetValue(entries[i].Path, out var known)) found[i] = known.Work;
            else missing.Add(i);
        }
        if (missing.Count > 0)
        {
            var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(missing, options, i => found[i] = RuleWork.Run(rules, catalog.Open(entries[i])));
        }
        return found;
    }

    // A fault in a file beside its proposal (a header file) goes with the proposal.
    private static bool Concerns(CheckScope scope, Catalog catalog, Diagnostic diagnostic) =>
        scope.Has(diagnostic.At.Path) || (diagnostic.Proposal is { } id && catalog.Find(id) is { } entry && scope.Has(entry.Path));

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = string.CompareOrdinal(a.At.Path, b.At.Path);
        if (order == 0) order = a.At.Start.Line.CompareTo(b.At.Start.Line);
        if (order == 0) order = a.At.Start.Column.CompareTo(b.At.Start.Column);
        if (order == 0) order = string.CompareOrdinal(a.Rule, b.Rule);
        if (order == 0) order = string.CompareOrdinal(a.Demand, b.Demand);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }
}

/// <summary>The files that a check reports on.</summary>
internal sealed class CheckScope(ImmutableArray<string> paths)
{
    private readonly HashSet<string> _paths = paths.Select(p => p.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);

    public bool IsEverything => _paths.Count == 0 || _paths.Contains("") || _paths.Contains(".");

    public bool Has(string path)
    {
        if (IsEverything || _paths.Contains(path)) return true;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_paths.Contains(path[..slash])) return true;
        }
        return false;
    }
}

/// <summary>The same fault from two sources: the same rule, place, message and demand.</summary>
internal sealed class SameFault : IEqualityComparer<Diagnostic>
{
    public static SameFault Instance { get; } = new();

    public bool Equals(Diagnostic? x, Diagnostic? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null
            && string.Equals(x.Rule, y.Rule, StringComparison.Ordinal) && x.At.Span == y.At.Span && string.Equals(x.At.Path, y.At.Path, StringComparison.Ordinal)
            && string.Equals(x.Message, y.Message, StringComparison.Ordinal) && string.Equals(x.Demand, y.Demand, StringComparison.Ordinal));

    public int GetHashCode(Diagnostic obj) => HashCode.Combine(obj.Rule, obj.At.Path, obj.At.Span, obj.Message);
}
