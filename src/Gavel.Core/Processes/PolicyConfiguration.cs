using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Processes;

public enum ApprovalRule
{
    Number,

    /// <summary>Everybody who may decide, but <see cref="ApprovalCount.Number"/> of them.</summary>
    All,

    /// <summary>More than half of those who may decide.</summary>
    Majority,
}

/// <param name="Number">How many; with <see cref="ApprovalRule.All"/> how many may be missing.</param>
public readonly record struct ApprovalCount(ApprovalRule Rule, int Number)
{
    public static ApprovalCount None { get; } = new(ApprovalRule.Number, 0);

    public static ApprovalCount One { get; } = new(ApprovalRule.Number, 1);
}

public enum VoteMajority
{
    /// <summary>More for than against.</summary>
    Simple,

    /// <summary>At least twice as many for as against.</summary>
    TwoThirds,

    /// <summary>None against.</summary>
    Unanimous,
}

/// <param name="Binding">How many of those who decide vote for it at least.</param>
/// <param name="Quorum">How many of those who decide have voted, abstentions included.</param>
/// <param name="Period">From the first vote.</param>
public sealed record VoteConfiguration(int Binding, VoteMajority Majority, int Quorum, Period Period);

/// <summary>What an open objection does to the gate.</summary>
public enum ObjectionEffect
{
    Block,
    Warn,
    Ignore,
}

/// <summary>What an objection does to a comment period that runs.</summary>
public enum ClockEffect
{
    /// <summary>It runs on.</summary>
    Continue,

    /// <summary>It stands still while the objection is open.</summary>
    Pause,

    /// <summary>It begins anew when the objection is resolved.</summary>
    Restart,
}

public enum PeriodStart
{
    /// <summary>The approvals are there.</summary>
    Approvals,

    /// <summary>The proposal came to its status.</summary>
    Status,
}

/// <summary>What must hold before a proposal moves.</summary>
public sealed record PolicyConfiguration(string Name, Place At)
{
    /// <summary>A decider that begins so is who, or what group, a field of the proposal names.</summary>
    public const string FieldRole = "field:";

    /// <summary>What it is called for people.</summary>
    public string Title { get; init; } = Name;

    public ApprovalCount Approvals { get; init; } = ApprovalCount.One;

    /// <summary>Null where nobody votes.</summary>
    public VoteConfiguration? Votes { get; init; }

    /// <summary>Groups, people and roles; empty for anybody.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>A field whose every value names a group or a person that must approve; null for none.</summary>
    public string? Each { get; init; }

    public ObjectionEffect Objections { get; init; } = ObjectionEffect.Block;

    public Period Period { get; init; }

    /// <summary>Null where gavel.yml does not say: the approvals where any are needed, else the status.</summary>
    public PeriodStart? Starts { get; init; }

    public ClockEffect OnObjection { get; init; } = ClockEffect.Continue;

    /// <summary>Only decisions in signed commits count.</summary>
    public bool IsSigned { get; init; }

    public bool CountsAuthors { get; init; } = true;

    /// <summary>Who may end the objection of somebody else; empty for those of <see cref="From"/>.</summary>
    public ImmutableArray<string> Overrule { get; init; } = [];

    /// <summary>Parts that must hold besides.</summary>
    public ImmutableArray<PolicyConfiguration> Parts { get; init; } = [];

    /// <summary>The header fields that it, or a part of it, asks who decides.</summary>
    public IEnumerable<string> FieldsNamed =>
        From.Concat(Overrule).Where(n => n.StartsWith(FieldRole, StringComparison.Ordinal)).Select(n => n[FieldRole.Length..].Trim())
            .Concat(Each is { } each ? [each] : [])
            .Concat(Parts.SelectMany(p => p.FieldsNamed));

    /// <summary>It, its vote or a part of it ends by itself at some time.</summary>
    public bool HasPeriod => Period.IsSome || Votes is { Period.IsSome: true } || Parts.Any(p => p.HasPeriod);

    /// <summary>A transition names it, and gavel.yml has none of that name: nobody knows what it asks for, so that nothing meets it.</summary>
    public bool IsMissing { get; private init; }

    public static PolicyConfiguration Missing(string name, Place at) => new(name, at) { Approvals = ApprovalCount.None, IsMissing = true };

    /// <summary>Names of deciders that no group needs to define.</summary>
    internal static string[] Roles { get; } = ["maintainers", "codeowners", "authors"];

    internal static bool IsRole(string name) => name.StartsWith(FieldRole, StringComparison.Ordinal) || Roles.Contains(name, StringComparer.OrdinalIgnoreCase);
}
