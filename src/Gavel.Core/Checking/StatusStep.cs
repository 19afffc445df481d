using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

/// <summary>One move of one proposal between two catalogs.</summary>
/// <param name="Entry">As it is now; its process is the one that judges, of now or of the earlier catalog.</param>
/// <param name="From">Null for a proposal that is new, or had no known status.</param>
/// <param name="IsNew">The earlier catalog has no such proposal.</param>
/// <param name="Move">The record of the move; null where somebody changed the status without one.</param>
/// <param name="Facts">As of before the move.</param>
/// <param name="Decisions">Those made before the move.</param>
public sealed record StatusStep(CatalogEntry Entry, Status? From, Status To, bool IsNew, Decision? Move, ProposalFacts Facts, ImmutableArray<Decision> Decisions)
{
    /// <summary>Where the status stands; the title where it stands in no text.</summary>
    public Place At => Entry.StatusAt ?? Entry.TitleAt;

    /// <summary>A move that was recorded is judged as of its own day: waiting for the check opens no gate.</summary>
    public Moment JudgedAt(Moment now) => Move is { } move && DateOnly.FromDateTime(move.On.UtcDateTime) is var day && day < now.Day ? day : now;
}
