using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules;

/// <summary>How strongly a demand binds a proposal in its status.</summary>
internal static class DemandScope
{
    /// <summary>True when the demand is required, and the proposal's status is within its condition.</summary>
    public static bool Owes(this Proposal proposal, Demand demand) =>
        demand.Requirement == Requirement.Required && proposal.Applies(demand);

    /// <summary>In the status that a new proposal has, or in none yet: what is still to fill is a note.</summary>
    public static bool IsFresh(this Proposal proposal) =>
        proposal.Status is { } match
            ? proposal.IsInFirstStatus && match.Status.Kind is StatusKind.Draft or StatusKind.Open
            : proposal.StatusText is null;

    /// <summary>Nobody works on it any more: what it lacks is history.</summary>
    public static bool IsGivenUp(this Proposal proposal) =>
        StatusText.KindOf(proposal.Status, proposal.StatusText) is StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Superseded or StatusKind.Deferred;

    /// <summary>Decided or carried out.</summary>
    public static bool IsSettled(this Proposal proposal) =>
        proposal.Status is { Status.Kind: StatusKind.Accepted or StatusKind.Done or StatusKind.Living };

    /// <summary>Content that is missing in a proposal that was given up is worth a note only.</summary>
    public static Diagnostic Softened(this Diagnostic diagnostic, Proposal proposal) =>
        proposal.IsGivenUp() ? diagnostic.AtMost(Severity.Info) : diagnostic;

    /// <summary>What a new proposal has still to fill is a note; see also <see cref="Softened"/>.</summary>
    public static Diagnostic SoftenedWhileFresh(this Diagnostic diagnostic, Proposal proposal) =>
        proposal.IsFresh() ? diagnostic.AtMost(Severity.Info) : diagnostic.Softened(proposal);
}
