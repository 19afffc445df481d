using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>One move of one proposal: whether it may be, and what is recorded of it.</summary>
internal sealed class Moving(Deciding deciding, Catalog catalog, CatalogEntry entry, MoveRequest request, Decider decider)
{
    private bool _passedUnmet;

    /// <summary>What the author should know.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <returns>Null where the proposal may move.</returns>
    public Outcome.Refused? FindRefusal(CancellationToken cancellationToken)
    {
        if (catalog.Unsound is { } fault) return new Outcome.Refused(RefusalCode.NotAllowed, $"{fault.At.Path}:{fault.At.Start.Line}: {fault.Message}; nothing moves before that is mended");
        var statuses = entry.Process.Statuses;
        if (Deciding.MatchOf(entry, request.To)?.Status is not { } to)
        {
            var near = statuses.Nearest(request.To)?.Name;
            return new Outcome.Refused(RefusalCode.NoSuchTransition, $"'{request.To}' is no status of {entry.Process.Name}; {(near is null ? $"there is {Listed(statuses.Statuses.Select(s => s.Name))}" : $"did you mean '{near}'?")}");
        }
        if ((deciding.FindStranger(entry, decider) ?? Deciding.FindTooEarly(request.Effective, decider)) is { } stranger) return stranger;
        if (string.Equals(to.Name, entry.Status, StringComparison.Ordinal)) return new Outcome.Refused(RefusalCode.NoSuchTransition, $"{entry.Id} is '{to.Name}' already");
        var refusal = FindUnmet(to, cancellationToken);
        if (refusal is not null && !request.IsForced) return refusal;
        if (refusal is not null && string.IsNullOrWhiteSpace(request.Reason)) return new Outcome.Refused(RefusalCode.NotAllowed, $"a forced move needs a reason, which is kept: give it {decider.Inputs.Reason}");
        if (refusal is not null)
        {
            _passedUnmet = true;
            Notes = [$"forced: {refusal.Text}"];
        }
        if (PolicyOf(to) is not null && deciding.Uncommitted is { } uncommitted && !uncommitted([Configuration.FileName]).IsEmpty)
            Notes = Notes.Add($"{Configuration.FileName} has changes that no commit holds, and this goes by them; a check of the whole change goes by what was there before");
        return FindUncommitted(to);
    }

    /// <param name="id">After the move.</param>
    public Decision Record(string id, string path) => deciding.New(entry, DecisionAction.Move, decider) with
    {
        Proposal = id,
        From = entry.Status ?? entry.StatusText,
        To = Deciding.Written(entry, request.To),
        Effective = request.Effective,
        Note = request.Reason,
        At = IsCommitted() ? catalog.Tree.IdOf(entry.File) : null,
        IsForced = _passedUnmet,
        Moved = string.Equals(path, entry.Path, StringComparison.Ordinal) ? null : entry.Path,
    };

    private Outcome.Refused? FindUnmet(Status to, CancellationToken cancellationToken)
    {
        var todo = deciding.Todo(entry, to, decider.At, cancellationToken);
        if (todo.Verdict is Verdict.NoSuchTransition no)
        {
            var ways = no.Possible.IsEmpty ? "it may go nowhere from there" : $"it may go to {Listed(no.Possible)}";
            return new Outcome.Refused(RefusalCode.NoSuchTransition, $"{entry.Id} is '{no.From}' and cannot become '{no.To}': {ways}");
        }
        var unmet = todo.Verdict is Verdict.Blocked blocked ? blocked.Unmet : [];
        if (to.Kind is StatusKind.Rejected or StatusKind.Withdrawn && string.IsNullOrWhiteSpace(request.Reason))
            unmet = unmet.Add(new UnmetGate(GateKind.Reason, $"why it is {to.Name}, {decider.Inputs.Reason}", [], null));
        if (unmet.IsEmpty) return null;
        var text = unmet.Length == 1 ? " " + unmet[0].Text : string.Concat(unmet.Select(u => $"\n  - {u.Text}"));
        return new Outcome.Refused(RefusalCode.GateUnmet, $"{entry.Id} cannot become '{to.Name}' yet:{text}") { Unmet = unmet };
    }

    // A decision is about a text that git keeps; moving a draft on to its discussion decides nothing about it yet.
    private Outcome.Refused? FindUncommitted(Status to)
    {
        if (PolicyOf(to) is null && !Lifecycle.IsDecided(to.Kind)) return null;
        return deciding.HasNewSubstance(entry)
            ? new Outcome.Refused(RefusalCode.Uncommitted, $"the text of {entry.Path} has changes that are not committed, and '{to.Name}' would be decided on a text that git does not keep: commit them first")
            : null;
    }

    private PolicyConfiguration? PolicyOf(Status to) => Lifecycle.Of(entry.Process).Find(Deciding.StatusOf(entry), to)?.Policy;

    private bool IsCommitted() => deciding.Uncommitted is { } uncommitted && uncommitted([entry.Path]).IsEmpty;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
