using Gavel.Core.Processes;
using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>What the head of a proposal says.</summary>
/// <param name="StatusText">As <see cref="Proposal.StatusText"/>.</param>
/// <param name="Status">As <see cref="Proposal.Status"/>.</param>
public sealed record ProposalHead(Schema Schema, string Title, string? StatusText, StatusMatch? Status);
