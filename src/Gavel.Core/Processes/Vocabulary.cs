using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>The statuses of a process in their order: a later one is nearer to the end.</summary>
public sealed record Vocabulary(ImmutableArray<Status> Statuses)
{
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The status of a new proposal; null when there is none.</summary>
    public Status? Initial => Statuses.FirstOrDefault() is { Kind: StatusKind.Draft or StatusKind.Open or StatusKind.Living or StatusKind.Deferred } first ? first : Statuses.FirstOrDefault(s => s.Kind is StatusKind.Draft or StatusKind.Open) ?? Statuses.FirstOrDefault();

    public int OrderOf(Status status) => Statuses.IndexOf(status);

    /// <summary>The status that a text names: without case and markup, by name or alias, also with a parameter behind it.</summary>
    /// <returns>Null when it names none.</returns>
    public StatusMatch? Find(string text)
    {
        var value = StatusText.Clean(text);
        if (value.Length == 0) return null;
        StatusMatch? best = null;
        var length = 0;
        foreach (var status in Statuses)
        {
            Try(status, status.Name, byAlias: false);
            foreach (var alias in status.Aliases) Try(status, alias, byAlias: true);
        }
        return best;

        // The longest name wins; among equals the first, and a name before an alias.
        void Try(Status status, string spelling, bool byAlias)
        {
            var name = StatusText.Clean(spelling);
            if (name.Length == 0 || name.Length < length || (name.Length == length && (best is null || !best.ByAlias || byAlias))) return;
            if (!value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return;
            if (StatusText.ParameterOf(value.AsSpan(name.Length)) is not { } parameter) return;
            best = new StatusMatch(status, byAlias, parameter);
            length = name.Length;
        }
    }

    /// <summary>The status that a text most likely means although it names none: misspelled, or the same words around another filler.</summary>
    /// <returns>Null when none is near.</returns>
    public Status? Nearest(string text)
    {
        var value = StatusText.Clean(text);
        if (value.Length == 0) return null;
        var head = StatusText.HeadOf(value);
        foreach (var status in Statuses)
        {
            if (StatusText.MeansTheSame(head, status.Name) || status.Aliases.Any(a => StatusText.MeansTheSame(head, a))) return status;
        }
        var names = Statuses.SelectMany(s => s.Aliases.Prepend(s.Name).Select(n => (Name: n, Status: s))).ToList();
        var near = Spelling.Nearest(head, names.Select(n => n.Name)) ?? Spelling.Nearest(value, names.Select(n => n.Name));
        if (near is not null) return names.First(n => string.Equals(n.Name, near, StringComparison.Ordinal)).Status;
        var kind = StatusText.KindOf(value);
        var sameKind = kind is null ? [] : Statuses.Where(s => s.Kind == kind).ToList();
        return sameKind.Count == 1 && StatusText.SharesSynonym(value, sameKind[0].Name) ? sameKind[0] : null;
    }

    /// <summary>A vocabulary of these names in their order, kinds inferred from their words.</summary>
    public static Vocabulary Of(IEnumerable<string> names)
    {
        var statuses = ImmutableArray.CreateBuilder<Status>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var head = StatusText.NameOf(StatusText.Clean(name));
            if (head.Length > 0 && known.Add(head)) statuses.Add(new Status(head, StatusText.KindOf(head) ?? StatusKind.Open, []));
        }
        return new Vocabulary(statuses.ToImmutable());
    }
}
