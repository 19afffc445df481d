using System.Collections.Immutable;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Processes;

/// <summary>Which proposals an override is for; all that is given must hold.</summary>
/// <param name="Status">Status names; empty for any.</param>
/// <param name="Numbers">First and last number, both in; null for any.</param>
/// <param name="CreatedBefore">Exclusive; null for any. A proposal without a known date is never before.</param>
/// <param name="Template">A prefix of the template revision's blob id, or its path; null for any.</param>
public sealed record OverrideCondition(ImmutableArray<string> Status, (int First, int Last)? Numbers, DateOnly? CreatedBefore, string? Template);

/// <param name="Rule">A rule's name, or a pattern with <c>*</c>.</param>
public sealed record RuleSetting(string Rule, Severity Severity);

public sealed record RuleOverride(OverrideCondition When, ImmutableArray<RuleSetting> Rules, Place At);

/// <summary>A rule that one proposal need not keep.</summary>
/// <param name="Until">The last day; null for ever.</param>
public sealed record Exemption(string Rule, string Proposal, string? Reason, DateOnly? Until, Place At);

/// <summary>What gavel.yml says of the rules. A later setting wins over an earlier one.</summary>
public sealed record RuleSettings(ImmutableArray<RuleSetting> Rules, ImmutableArray<RuleOverride> Overrides, ImmutableArray<Exemption> Exemptions)
{
    public static RuleSettings None { get; } = new([], [], []);
}
