namespace Gavel.Core.Templates;

public enum Requirement
{
    Required,

    /// <summary>The author decides.</summary>
    Optional,

    /// <summary>Asked for when something holds that a program cannot judge ("if there are API changes"): absence is no fault.</summary>
    Conditional,
}

/// <summary>When a demand applies.</summary>
/// <param name="FromStatus">The status, as the template spells it, from which on the demand applies; null for always.</param>
/// <param name="UntilStatus">The status up to and including which the demand applies; null for ever.</param>
/// <param name="Text">The template's words for a condition that a person must judge; null when there is none.</param>
public sealed record Condition(string? FromStatus = null, string? UntilStatus = null, string? Text = null)
{
    public static Condition Always { get; } = new();
}
