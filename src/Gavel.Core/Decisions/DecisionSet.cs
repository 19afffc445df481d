using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Decisions;

/// <summary>A decision file whose text says nothing that can be used; its name still says something.</summary>
/// <param name="Action">What the file's name says; null where it says nothing.</param>
/// <param name="By">Of the file's name, in lower case without spaces; null where it says nothing.</param>
public sealed record UnreadableDecision(string Path, string Proposal, DecisionAction? Action, string? By);

/// <summary>All decisions of a tree.</summary>
public sealed class DecisionSet
{
    private readonly Dictionary<string, ImmutableArray<Decision>> _byProposal = [];

    private DecisionSet()
    {
    }

    /// <param name="all">In any order.</param>
    public DecisionSet(IEnumerable<Decision> all, ImmutableArray<UnreadableDecision> unreadable, ImmutableArray<Diagnostic> faults)
    {
        All = [.. all.OrderBy(d => d.Proposal, StringComparer.OrdinalIgnoreCase).ThenBy(d => d, DecisionOrder.Instance)];
        Unreadable = unreadable;
        Faults = faults;
        _byProposal = All.GroupBy(d => d.Proposal, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    public static DecisionSet Empty { get; } = new();

    /// <summary>By proposal, then in the order in which they were made.</summary>
    public ImmutableArray<Decision> All { get; } = [];

    public ImmutableArray<UnreadableDecision> Unreadable { get; } = [];

    /// <summary><c>decision-unreadable</c>: what is wrong with the files.</summary>
    public ImmutableArray<Diagnostic> Faults { get; } = [];

    /// <summary>The decisions on a proposal in the order in which they were made; empty where there are none.</summary>
    public ImmutableArray<Decision> Of(string id) => _byProposal.GetValueOrDefault(id, []);

    public IEnumerable<UnreadableDecision> UnreadableOf(string id) => Unreadable.Where(u => string.Equals(u.Proposal, id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>By what the files say, never by where they stand in a folder: when, then the name, which holds who and a digest of the content.</summary>
public sealed class DecisionOrder : IComparer<Decision>
{
    public static DecisionOrder Instance { get; } = new();

    public int Compare(Decision? x, Decision? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = x.On.UtcTicks.CompareTo(y.On.UtcTicks);
        return order != 0 ? order : string.CompareOrdinal(x.Path, y.Path);
    }
}
