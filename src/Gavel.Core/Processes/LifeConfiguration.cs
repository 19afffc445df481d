using System.Collections.Immutable;

namespace Gavel.Core.Processes;

/// <summary>What gavel.yml says of the life of a process's proposals, and of the people who decide on them.</summary>
public sealed record LifeConfiguration
{
    public static LifeConfiguration None { get; } = new();

    /// <summary>Empty where gavel.yml names none: any sensible move is then allowed.</summary>
    public ImmutableArray<TransitionConfiguration> Transitions { get; init; } = [];

    /// <summary>gavel.yml names the statuses, so that their order is meant.</summary>
    public bool HasStatuses { get; init; }

    public ImmutableArray<AxisConfiguration> Axes { get; init; } = [];

    public ImmutableArray<ForbiddenCombination> Forbid { get; init; } = [];

    public ImmutableArray<PolicyConfiguration> Policies { get; init; } = [];

    public ImmutableArray<PersonConfiguration> People { get; init; } = [];

    public ImmutableArray<GroupConfiguration> Groups { get; init; } = [];

    public static LifeConfiguration Of(Configuration? configuration, ProcessConfiguration? process) => configuration is null ? None : new()
    {
        Transitions = process?.Transitions ?? [],
        HasStatuses = process is { Statuses.IsEmpty: false },
        Axes = process?.Axes ?? [],
        Forbid = process?.Forbid ?? [],
        Policies = configuration.Policies,
        People = configuration.People,
        Groups = configuration.Groups,
    };

    public PolicyConfiguration? FindPolicy(string name) => Policies.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    public GroupConfiguration? FindGroup(string name) => Groups.FirstOrDefault(g => string.Equals(g.Name, name, StringComparison.OrdinalIgnoreCase));
}
