using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>One thing between a proposal and its next status.</summary>
/// <param name="IsRequired">The proposal cannot move without it.</param>
/// <param name="Line">In the proposal as it is; null for what stands nowhere.</param>
/// <param name="Source">Who asks for it; null for what no template asks for.</param>
public sealed record TodoItem(GateKind Kind, string Text, bool IsDone, bool IsRequired, int? Line, Reason? Source)
{
    public ImmutableArray<string> Who { get; init; } = [];

    public DateOnly? Until { get; init; }

    /// <summary>Stands in the way.</summary>
    public bool Blocks => IsRequired && !IsDone;
}

/// <summary>What stands between a proposal and a status.</summary>
/// <param name="Status">As it is now; null where it has none.</param>
/// <param name="Target">Null where the proposal is at its end.</param>
/// <param name="Verdict">Null where there is no target.</param>
public sealed record Todo(string Id, string? Status, Status? Target, Verdict? Verdict, ImmutableArray<TodoItem> Items)
{
    /// <summary>Nothing stands in the way of the move.</summary>
    public bool IsReady => Verdict is Verdict.Allowed;
}
