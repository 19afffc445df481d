using System.Collections.Immutable;

namespace Gavel.Core.Processes;

public enum StatusKind
{
    Draft,
    Open,
    Accepted,
    Done,
    Living,
    Deferred,
    Rejected,
    Withdrawn,
    Superseded,
}

/// <param name="Name">As the process spells it.</param>
/// <param name="StaleAfter">After how long without a change a proposal in this status is stale; null for never.</param>
public sealed record Status(string Name, StatusKind Kind, ImmutableArray<string> Aliases, TimeSpan? StaleAfter = null);

/// <summary>A status found for a text.</summary>
/// <param name="Parameter">What follows the value: <c>by 12</c> in "Superseded by 12", <c>1.2</c> in "Implemented (1.2)"; empty when nothing does.</param>
public sealed record StatusMatch(Status Status, bool ByAlias, string Parameter)
{
    /// <summary>The text is spelled otherwise than the status's name (case and markup aside).</summary>
    public bool IsExact => !ByAlias && Parameter.Length == 0;
}
