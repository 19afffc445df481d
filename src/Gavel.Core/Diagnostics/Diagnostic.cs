using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Diagnostics;

/// <summary>Another place that a diagnostic is about, with what is there.</summary>
public sealed record Related(Place At, string Message);

/// <param name="Description">Imperative, lower case: "replace 'Discussion' with 'In Discussion'".</param>
/// <param name="IsSafe">True when the meaning is unchanged; else the user is asked.</param>
public sealed record Fix(string Description, bool IsSafe, ChangeSet Changes)
{
    /// <summary>Where several fixes insert at one place, those with the smaller number come first; null where only one of them may.</summary>
    public int? Turn { get; init; }
}

/// <summary>One fault: where, what, why, and what to do.</summary>
/// <param name="Rule">The rule's name, its only id.</param>
/// <param name="Message">Lower case, names the value and what was expected, no full stop.</param>
public sealed record Diagnostic(string Rule, Severity Severity, Place At, string Message, Reason Reason)
{
    /// <summary>The proposal's id; null for an index, a template or gavel.yml.</summary>
    public string? Proposal { get; init; }

    /// <summary>What to do, one sentence; null when the message says it.</summary>
    public string? Help { get; init; }

    /// <summary>The key of the demand that was judged; empty when no demand was. Part of the fingerprint.</summary>
    public string Demand { get; init; } = "";

    /// <summary>The text that is at fault, normalised (no line numbers). Part of the fingerprint.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Further places of the same fault in the same file.</summary>
    public ImmutableArray<Place> Also { get; init; } = [];

    public ImmutableArray<Related> Related { get; init; } = [];

    public Fix? Fix { get; init; }

    /// <summary>No configuration makes it graver than this: what was learned with doubt is never an error.</summary>
    public Severity Ceiling { get; init; } = Severity.Error;
}
