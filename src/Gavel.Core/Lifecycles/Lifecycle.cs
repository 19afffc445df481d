using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>
/// Which moves a process allows: those of gavel.yml; where it names none, every move but those that skip a new discussion of something that was
/// given up, and those that unmake something finished.
/// </summary>
public sealed class Lifecycle
{
    private readonly Vocabulary _statuses;
    private readonly LifeConfiguration _life;
    private readonly Process _process;

    private Lifecycle(Process process)
    {
        _process = process;
        _statuses = process.Statuses;
        _life = process.Life;
    }

    public bool IsConfigured => !_life.Transitions.IsEmpty;

    public static Lifecycle Of(Process process) => new(process);

    /// <summary>The status that a text names. Where nobody wrote down which there are, a word that says its kind is one that no proposal had yet.</summary>
    /// <returns>Null when it names none.</returns>
    public StatusMatch? Match(string text)
    {
        if (_statuses.Find(text) is { } known) return known;
        if (IsConfigured || HasOrder() || StatusText.KindOf(text) is not { } kind) return null;
        var head = StatusText.HeadOf(StatusText.Clean(text));
        return head.Length is 0 or > 40 ? null : new StatusMatch(new Status(head, kind, []), ByAlias: false, StatusText.Clean(text)[head.Length..].Trim());
    }

    /// <param name="from">Null for a proposal without a known status.</param>
    /// <returns>Null where the process does not allow it.</returns>
    public Transition? Find(Status? from, Status to)
    {
        if (from is not null && Is(from, to)) return null;
        if (!IsConfigured) return from is null || IsSensible(from.Kind, to.Kind) ? new Transition(from, to, null, null) : null;
        foreach (var transition in _life.Transitions)
        {
            if (!Names(transition.To, to) || !transition.From.Any(f => f is "*" || (from is not null && Names(f, from)))) continue;
            return new Transition(from, to, transition.Policy is { } name ? _life.FindPolicy(name) ?? PolicyConfiguration.Missing(name, transition.At) : null, transition.At);
        }
        // A life may begin with the first status, and with any in which nothing is decided yet.
        return from is null && ((_statuses.Initial is { } initial && Is(initial, to)) || to.Kind is StatusKind.Draft or StatusKind.Open) ? new Transition(null, to, null, null) : null;
    }

    /// <summary>Where a proposal may go, in the order of gavel.yml, else of the statuses.</summary>
    public ImmutableArray<Transition> From(Status? from)
    {
        var targets = IsConfigured && from is not null ? _life.Transitions.Select(t => StatusOf(t.To)).OfType<Status>().Distinct() : _statuses.Statuses;
        return [.. targets.Select(to => Find(from, to)).OfType<Transition>()];
    }

    /// <summary>The next step towards the end; null where there is none.</summary>
    /// <param name="seen">What proposals did before: it decides where nobody wrote the statuses down in their order. Asked for only then; null for nothing.</param>
    public Transition? Next(Status? from, Func<SeenMoves>? seen = null)
    {
        if (from is null) return _statuses.Initial is { } initial ? Find(null, initial) : null;
        var onwards = From(from).Where(t => IsOnwards(from, t.To)).ToList();
        if (IsConfigured) return onwards.FirstOrDefault();
        if (!HasOrder() && seen?.Invoke().MostFrom(from, onwards.Select(t => t.To)) is { } usual) return onwards.Find(t => Is(t.To, usual));
        var nearest = onwards.OrderBy(t => RankOf(t.To.Kind)).ThenBy(t => _statuses.OrderOf(t.To) < _statuses.OrderOf(from)).ThenBy(t => _statuses.OrderOf(t.To)).ToList();
        // Statuses that were counted together have no order among those of one kind: the next step leads to another kind.
        return nearest.Find(t => RankOf(t.To.Kind) > RankOf(from.Kind) || from.Kind == StatusKind.Deferred) is { } further && !HasOrder() ? further : nearest.FirstOrDefault();
    }

    /// <summary>True for a status in which something was decided about the proposal.</summary>
    public static bool IsDecided(StatusKind kind) => kind is StatusKind.Accepted or StatusKind.Done or StatusKind.Living or StatusKind.Rejected;

    /// <summary>True for a status in which nobody works on the text any more.</summary>
    public static bool IsGivenUp(StatusKind kind) => kind is StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Deferred or StatusKind.Superseded;

    /// <summary>The proposal went back to an earlier step: what was agreed upon has to be agreed upon again.</summary>
    public static bool IsBackwards(StatusKind from, StatusKind to) => RankOf(to) < RankOf(from) && !IsGivenUp(to);

    // Somebody wrote them down one after the other: in gavel.yml, as folders or headings, or as the values that the template allows.
    private bool HasOrder() =>
        _life.HasStatuses || _process.StatusPlace != StatusPlace.Field || _process.Templates.IsEmpty
        || (_process.StatusField is { } field && _process.Current.FindField(field) is { Values.Length: > 1 });

    private Status? StatusOf(string name) => _statuses.Statuses.FirstOrDefault(s => Names(name, s)) ?? _statuses.Find(name)?.Status;

    private bool IsOnwards(Status from, Status to)
    {
        if (IsGivenUp(to.Kind) || from.Kind is StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded) return false;
        if (from.Kind == StatusKind.Deferred) return to.Kind is StatusKind.Draft or StatusKind.Open;
        return RankOf(to.Kind) > RankOf(from.Kind) || (RankOf(to.Kind) == RankOf(from.Kind) && from.Kind < StatusKind.Done && _statuses.OrderOf(to) > _statuses.OrderOf(from));
    }

    private static int RankOf(StatusKind kind) => kind switch
    {
        StatusKind.Draft => 0,
        StatusKind.Open or StatusKind.Deferred => 1,
        StatusKind.Accepted => 2,
        _ => 3,
    };

    private static bool IsSensible(StatusKind from, StatusKind to) => from switch
    {
        StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded => to is not (StatusKind.Accepted or StatusKind.Done or StatusKind.Living),
        StatusKind.Done => to is not (StatusKind.Draft or StatusKind.Open),
        _ => true,
    };

    private static bool Is(Status a, Status b) => string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string name, Status status) =>
        string.Equals(name, status.Name, StringComparison.OrdinalIgnoreCase) || status.Aliases.Any(a => string.Equals(a, name, StringComparison.OrdinalIgnoreCase));
}
