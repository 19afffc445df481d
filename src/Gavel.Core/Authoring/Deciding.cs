using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>Everything that moves a proposal through its life. The command line and the server go through the same gates.</summary>
/// <param name="catalog">The proposals as they are.</param>
/// <param name="rebuild">The catalog of a tree that was changed.</param>
public sealed class Deciding(Catalog catalog, Func<ITree, Catalog> rebuild, ImmutableArray<ISyntax> syntaxes, IHistory history)
{
    private readonly FactsReader _facts = new(catalog, history, syntaxes);

    /// <summary>Findings that are owed stand in nobody's way.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>Which of some paths have changes that no commit holds; null where there is no git.</summary>
    public Func<IEnumerable<string>, ImmutableArray<string>>? Uncommitted { get; init; }

    /// <summary>What stands between a proposal and a status.</summary>
    /// <param name="target">Null for the next step of the lifecycle.</param>
    public Todo Todo(CatalogEntry entry, Status? target, Moment now, CancellationToken cancellationToken)
    {
        var lifecycle = Lifecycle.Of(entry.Process);
        var from = StatusOf(entry);
        var transition = target is null ? lifecycle.Next(from, () => SeenMoves.Of(catalog, history, entry.Process, cancellationToken)) : lifecycle.Find(from, target);
        target ??= transition?.To;
        var proposal = catalog.Open(entry);
        var conditions = transition is null ? [] : Conditions(entry, transition, now);
        var (then, after) = target is null ? (catalog, entry) : After(entry, target, cancellationToken) ?? (catalog, entry);
        var report = Checker.Check(then, new CheckRequest(now.Day) { Paths = [after.Path], Baseline = Baseline }, cancellationToken);
        var items = TodoList.Of(proposal, then.Open(after), report, conditions);
        Verdict? verdict = target is null ? null
            : transition is null ? new Verdict.NoSuchTransition(entry.Status ?? entry.StatusText ?? "", target.Name, [.. lifecycle.From(from).Select(t => t.To.Name)])
            : Verdict.Of(transition, items.Select(i => new GateCondition(i.Kind, i.Text, i.IsDone, i.IsRequired, i.Who, i.Until)));
        return new Todo(entry.Id, entry.Status ?? entry.StatusText, target, verdict, items);
    }

    /// <summary>The conditions of a transition's policy.</summary>
    public ImmutableArray<GateCondition> Conditions(CatalogEntry entry, Transition transition, Moment now) =>
        Policies.Judge(transition.Policy, FactsOf(entry, transition.Policy), catalog.Decisions.Of(entry.Id), now);

    /// <summary>Objections and holds that nobody has resolved.</summary>
    public ImmutableArray<Concern> OpenConcerns(CatalogEntry entry, Moment now) =>
        Policies.OpenConcerns(PolicyNow(entry), FactsOf(entry, null), catalog.Decisions.Of(entry.Id), now);

    /// <summary>Stands for the texts that a decision of now is about: another text, another word.</summary>
    public string TextsOf(CatalogEntry entry) =>
        Sha256.Hex(string.Join('\n', new Companions(catalog.Tree, history, syntaxes).Of(entry).Select(f => $"{f.Name} {f.Id.Sha}").Prepend(catalog.Tree.IdOf(entry.File).Sha)), 20);

    /// <summary>Moves a proposal through its gate: field or folder, index row, links and the record of the decision together.</summary>
    public Outcome Move(CatalogEntry entry, MoveRequest request, Decider decider, CancellationToken cancellationToken)
    {
        var move = new Moving(this, catalog, entry, request, decider);
        if (move.FindRefusal(cancellationToken) is { } refusal) return refusal;
        var target = MatchOf(entry, request.To)!;
        var (changes, path, no) = new StatusChange(catalog, syntaxes).Run(entry, catalog.Open(entry), target.Status, Written(entry, request.To), cancellationToken);
        if (no is not null) return no;
        var tree = new ChangedTree(catalog.Tree);
        if (!tree.TryApply(changes) || !tree.TryApply(Proposing.RedirectsOf(entry, changes, tree, history))) return Stale;
        var id = rebuild(tree).FindByPath(path)?.Id ?? entry.Id;
        var record = move.Record(id, path);
        if (!tree.TryApply(Following(entry.Id, id)) || !tree.TryApply(new ChangeSet([], [], [DecisionWriter.Write(record).File]))) return Stale;
        var done = new Outcome.Done(id, entry.Number, path, ChangeSet.Empty, []) { Notes = move.Notes };
        return new Proposing(catalog, rebuild, syntaxes).WithIndex(done, tree, decider.Today);
    }

    /// <summary>Records an approval, an objection, a hold or a vote on the text that is committed.</summary>
    public Outcome Decide(CatalogEntry entry, DecideRequest request, Decider decider)
    {
        if ((FindStranger(entry, decider) ?? FindTooEarly(request.Effective, decider)) is { } refused) return refused;
        var companions = new Companions(catalog.Tree, history, syntaxes);
        if (Uncommitted is { } uncommitted && uncommitted([entry.Path, .. companions.FilesOf(entry).Select(f => f.Path)]) is [var open, ..])
            return new Outcome.Refused(RefusalCode.Uncommitted, $"{open} has changes that are not committed, and a decision is about a text that git keeps: commit them first");
        var decision = New(entry, request.Action, decider) with
        {
            At = catalog.Tree.IdOf(entry.File),
            Files = entry.Directory is { Length: > 0 } ? companions.Of(entry) : default,
            Note = request.Note,
            Vote = request.Vote,
            Effective = request.Effective,
        };
        var policy = PolicyNow(entry);
        var notes = ImmutableArray<string>.Empty;
        if (request.Action is DecisionAction.Approve or DecisionAction.Vote && Policies.WhyNotCounted(policy, FactsOf(entry, policy), decider.Person, request.Action) is { } why)
            notes = [$"this is recorded, but does not count: {why}"];
        if (request.Action is DecisionAction.Object or DecisionAction.Hold && string.IsNullOrWhiteSpace(request.Note)) notes = [$"nobody can meet a point that is not named: say what it is about {decider.Inputs.Note}"];
        return Recorded(entry, decision, notes);
    }

    /// <summary>Ends an objection or a hold.</summary>
    /// <param name="concern">Its file name, the beginning of it, or who raised it; null for the one that the person has open.</param>
    public Outcome Resolve(CatalogEntry entry, string? concern, string? note, Decider decider)
    {
        if (FindStranger(entry, decider) is { } stranger) return stranger;
        var open = OpenConcerns(entry, decider.At);
        var own = open.Where(c => Same(c.By, decider.Person)).ToList();
        var meant = concern is not null ? open.Where(c => IsMeant(c, concern, entry)).ToList() : own.Count > 0 ? own : [.. open];
        if (meant.Count != 1)
        {
            var list = string.Join("; ", open.Select(c => c.Raised.Note is { } about ? $"{TreePath.StemOf(c.Raised.FileName)} ({Documents.PlainText.Fold(about)})" : TreePath.StemOf(c.Raised.FileName)));
            return new Outcome.Refused(RefusalCode.NotAllowed, open.IsEmpty ? $"{entry.Id} has no open objection" : meant.Count == 0 ? $"no open objection of {entry.Id} is called '{concern}'; open: {list}" : $"say which objection is meant: {list}");
        }
        var raised = meant[0];
        if (!Same(raised.By, decider.Person))
        {
            if (string.IsNullOrWhiteSpace(note)) return new Outcome.Refused(RefusalCode.NotAllowed, $"{raised.By} raised it: whoever else ends it overrules it, and says why {decider.Inputs.Ending}");
            if (!Policies.MayOverrule(PolicyNow(entry), FactsOf(entry, PolicyNow(entry)), decider.Person)) return new Outcome.Refused(RefusalCode.NotAllowed, $"{decider.Person} may not overrule {raised.By} here: the policy names others");
        }
        return Recorded(entry, New(entry, DecisionAction.Resolve, decider) with { Note = note, Ends = raised.Raised.FileName }, []);
    }

    /// <summary>The day and the people of what a policy asks, for the transitions that come next.</summary>
    internal ProposalFacts FactsOf(CatalogEntry entry, PolicyConfiguration? policy)
    {
        // Only git knows since when it has its status, and only a period that starts with the status asks.
        var asks = policy is not null && policy.Parts.Prepend(policy).Any(p => p.Period.IsSome);
        return _facts.Read(asks ? catalog.WithDates(entry, history) : entry);
    }

    /// <summary>How a move writes a status that somebody said: in the process's spelling, also where it was an alias; with a parameter as it was given.</summary>
    public static string Written(CatalogEntry entry, string status) => MatchOf(entry, status) is { Parameter.Length: 0 } match ? match.Status.Name : status.Trim();

    internal static StatusMatch? MatchOf(CatalogEntry entry, string status) => Lifecycle.Of(entry.Process).Match(status);

    internal static Status? StatusOf(CatalogEntry entry) =>
        entry.Status is { } name ? entry.Process.Statuses.Statuses.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal)) : null;

    /// <summary>What no commit holds is more than fields, white space and slips of the pen.</summary>
    internal bool HasNewSubstance(CatalogEntry entry)
    {
        if (Uncommitted is not { } uncommitted) return false;
        var beside = new Companions(catalog.Tree, history, syntaxes).FilesOf(entry);
        if (!beside.IsEmpty && !uncommitted(beside.Select(f => f.Path)).IsEmpty) return true;
        if (uncommitted([entry.Path]).IsEmpty) return false;
        if (history.Of(entry.Path) is not [.., var last] || history.Read(last.Id, last.Path) is not { } old || syntaxes.FirstOrDefault(s => s.Reads(entry.Path)) is not { } syntax) return true;
        return !Substance.IsSame(syntax.Parse(old), syntax.Parse(catalog.Tree.Read(entry.File)), entry.Process.StatusField);
    }

    internal Outcome.Refused? FindStranger(CatalogEntry entry, Decider decider)
    {
        var people = new PersonDirectory(entry.Process.Life.People);
        if (people.Keys.IsEmpty || people.Find(decider.Person) is not null || Same(decider.Person, decider.RecordedBy)) return null;
        var near = Spelling.Nearest(decider.Person, people.Keys);
        return new Outcome.Refused(RefusalCode.NotAllowed, $"gavel.yml knows nobody called '{decider.Person}'{(near is null ? $"; it knows {string.Join(", ", people.Keys.Take(12))}" : $"; did you mean '{near}'?")}");
    }

    /// <summary>Nothing can have been decided on a day to come; one day is given for the clocks of the world.</summary>
    internal static Outcome.Refused? FindTooEarly(DateOnly? effective, Decider decider) =>
        effective is { } day && day.DayNumber > decider.Today.DayNumber + 1
            ? new Outcome.Refused(RefusalCode.NotAllowed, $"{decider.Inputs.Effective} says when it was decided, and {day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} is still to come")
            : null;

    internal Decision New(CatalogEntry entry, DecisionAction action, Decider decider) =>
        new("", entry.Id, action, decider.Person, decider.RecordedBy, DecisionWriter.After(catalog.Decisions.Of(entry.Id), decider.Now), null, null, null);

    /// <summary>The policy of the next step: the one that people decide under now.</summary>
    private static PolicyConfiguration? PolicyNow(CatalogEntry entry) => Lifecycle.Of(entry.Process).Next(StatusOf(entry))?.Policy;

    /// <summary>The catalog and the proposal as they would be in a status; null where it cannot be written.</summary>
    private (Catalog Catalog, CatalogEntry Entry)? After(CatalogEntry entry, Status target, CancellationToken cancellationToken)
    {
        var (changes, path, refusal) = new StatusChange(catalog, syntaxes).Run(entry, catalog.Open(entry), target, target.Name, cancellationToken);
        var tree = new ChangedTree(catalog.Tree);
        if (refusal is not null || !tree.TryApply(changes)) return null;
        var then = rebuild(tree);
        return then.FindByPath(path) is { } after ? (then, after) : null;
    }

    private Outcome Recorded(CatalogEntry entry, Decision decision, ImmutableArray<string> notes)
    {
        var (file, _) = DecisionWriter.Write(decision);
        return catalog.Tree.Find(file.Path) is not null
            ? new Outcome.Refused(RefusalCode.Exists, $"{file.Path} is already there")
            : new Outcome.Done(entry.Id, entry.Number, entry.Path, new ChangeSet([], [], [file]), [file.Path]) { Notes = notes };
    }

    /// <summary>The decisions of a proposal whose id changes go with it.</summary>
    private ChangeSet Following(string old, string id)
    {
        var folder = DecisionName.FolderOf(old);
        return string.Equals(old, id, StringComparison.Ordinal) || !catalog.Tree.HasFolder(folder) ? ChangeSet.Empty : new ChangeSet([], [new FileMove(folder, DecisionName.FolderOf(id))], []);
    }

    private static bool IsMeant(Concern concern, string name, CatalogEntry entry)
    {
        var stem = TreePath.StemOf(concern.Raised.FileName);
        return stem.StartsWith(TreePath.NameOf(name).Replace(".yml", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || Same(new PersonDirectory(entry.Process.Life.People).Name(name), concern.By);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static Outcome.Refused Stale { get; } = new(RefusalCode.Uncommitted, "the change does not fit the files any more; try again");
}
